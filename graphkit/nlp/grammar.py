"""The dependency labels rules speak of (ClearNLP's, as spaCy's English pipelines use them)."""

from graphkit.nlp.tree import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset(
    {
        "ROOT",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "relcl",
        "pcomp",
        "parataxis",
        "csubj",
        "csubjpass",
        "conj",
        "dep",
    }
)
AUXILIARIES = frozenset({"aux", "auxpass"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»", "„"})


def subject_of(verb: Word) -> Word | None:
    """The verb's own subject, or None."""
    return next((w for w in verb.left + verb.right if w.dep in SUBJECTS), None)


def passive(verb: Word) -> bool:
    """*was placed*, or a bare participle after a noun: *troops sent to the border*."""
    for word in verb.left:
        if word.dep in {"auxpass", "nsubjpass"}:
            # *he's made a decision* is taken for a passive; a passive has no object, save of giving.
            return word.low not in {"'s", "’s"} or not any(w.dep == "dobj" for w in verb.right)
    return verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not any(w.dep == "aux" for w in verb.left)


def infinitive(verb: Word) -> bool:
    """*to invade*."""
    return any(w.dep == "aux" and w.tag == "TO" for w in verb.left)


def clausal(word: Word) -> bool:
    """Whether the word heads a clause: a verb that isn't an auxiliary, or whatever has a subject and governs like one.

    The tagger takes some verbs for nouns ("if Russia invades"): a subject of their own gives them away.
    """
    if word.dep in AUXILIARIES:
        return False
    if word.pos in VERBS:
        return word.dep not in {
            "amod",
            "compound",
            "prep",
            "prt",
            "mark",
            "nmod",
            "case",
            "punct",
            "cc",
            "advmod",
        }
    return word.dep in CLAUSES and word.pos in {"NOUN", "ADJ", "PROPN"} and _own_subject(word)


def _own_subject(word: Word) -> bool:
    return any(w.dep in {"nsubj", "nsubjpass"} for w in word.left)


def negated(word: Word) -> bool:
    """*not*, *n't*, *never* on the word itself."""
    return any(w.dep == "neg" for w in word.left) or any(w.dep == "neg" for w in word.right)


def pronoun(word: Word) -> bool:
    """*he*, *they*, *it*, *which*: a word that only points."""
    return word.pos == "PRON" or word.tag in {"PRP", "WP", "WDT", "EX"}
