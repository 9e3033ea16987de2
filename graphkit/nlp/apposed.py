"""Names beside descriptions: who *the firm's founder, Anna Lind,* is."""

from graphkit.nlp.tree import Word

DATES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
PLURALS = frozenset({"NNS", "NNPS"})
PARTING = frozenset({":", "(", "-LRB-", ";", "/"})
DEEPEST = 3


def apposed_name(noun: Word) -> Word | None:
    """The head of the name that stands beside a description and says whom it describes, or None.

    *its founder, Anna Lind*; *her husband, the actor Tom Reed*; *one of the victims, Lena Moss*.
    """
    below = noun
    for _ in range(DEEPEST):
        beside = next((w for w in below.right if w.dep == "appos"), None)
        if not _describes(below) or beside is None or _parted(below, beside):
            return None
        if beside.pos == "PROPN":
            return None if beside.entity in DATES or beside.tag == "NNPS" else beside
        below = beside
    return None


NAMING = frozenset({"name", "call", "know", "dub", "nickname", "identify"})


def given_name(noun: Word) -> Word | None:
    """The head of the name in *a commander known as Esteban*, *its leader, a man named Lee Park*, or None."""
    for _ in range(DEEPEST):
        for verb in noun.right:
            if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in NAMING:
                return _said(verb)
        beside = next((w for w in noun.right if w.dep == "appos"), None)
        if beside is None or beside.pos != "NOUN":
            return None
        noun = beside
    return None


def _said(verb: Word) -> Word | None:
    said = next((w for w in verb.right if w.dep in {"oprd", "prep"}), None)
    if said is not None and said.dep == "prep":
        said = next((w for w in said.right if w.dep == "pobj"), None) if said.low == "as" else None
    return said if said is not None and said.pos == "PROPN" else None


def _describes(noun: Word) -> bool:
    return (noun.pos == "NOUN" and noun.tag not in PLURALS) or (noun.pos == "NUM" and noun.low == "one")


def _parted(noun: Word, beside: Word) -> bool:
    """*Photo: Ann Lee*, *the sect (Image: Ann Lee)*."""
    marks = [w for w in (*noun.right, *beside.left) if noun.i < w.i < beside.i]
    return any(w.text in PARTING or w.dep == "conj" for w in marks)
