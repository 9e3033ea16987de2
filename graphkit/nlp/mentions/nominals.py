"""Noun phrases that name nothing but may refer: *the alliance*, *his deputy*, *two leaders*."""

from graphkit.nlp.mentions.words import BODIES, NATIONS, PEOPLE, PLACES, TIMES
from graphkit.nlp.tree import Tree, Word

EMPTY = frozenset(
    "way lot part kind sort number percent percentage half rest fact case point thing deal end total majority "
    "addition example instance course order front behalf account light place percent cent dollar euro pound million "
    "billion trillion thousand hundred dozen mile kilometer kilometre meter metre foot km mph".split()
)
NOMINAL_TAGS = frozenset({"NN", "NNS"})


def nominal_heads(tree: Tree, taken: set[int]) -> list[Word]:
    """Common nouns that head a phrase, outside names and measures."""
    found = []
    for word in tree.words:
        if word.i in taken or word.dep in {"compound", "amod", "nmod", "npadvmod", "nummod"}:
            continue
        title = word.tag in {"NNP"} and determined(word)
        if word.tag not in NOMINAL_TAGS and not title:
            continue
        if word.entity in {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"} or len(word.low) < 2:
            continue
        if word.lemma in EMPTY or word.lemma in TIMES:
            continue
        found.append(word)
    return found


def determined(word: Word) -> bool:
    """*the minister*."""
    return any(w.low in {"the", "this", "that", "these", "those"} for w in word.left)


def kind_of(word: Word) -> str | None:
    """Entity kind of what a common noun means, where it tells."""
    lemma = word.lemma
    if lemma in PEOPLE:
        return "Group" if word.tag == "NNS" else "Person"
    if lemma in BODIES:
        return "Organization"
    if lemma in NATIONS:
        return "Country"
    if lemma in PLACES:
        return "Place"
    if lemma in {"people", "person"}:
        return "Group"
    return None
