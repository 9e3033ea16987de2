"""Noun phrases that name nothing but may refer: *the alliance*, *his deputy*, *two leaders*."""

from graphkit.nlp.mentions.acts import acts
from graphkit.nlp.mentions.extents import phrase
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import BODIES, COMMON, EMPTY, NATIONS, OFFICES, PEOPLE, PLACES, TIMES
from graphkit.nlp.tree import Tree, Word

MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "advmod", "intj", "prt"})
MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
LEAST_LETTERS = 3


def nominals_in(tree: Tree, taken: set[int]) -> list[Found]:
    """Phrases headed by a common noun, with or without a capital, outside names and measures."""
    return [_nominal(word, tree) for word in tree.words if word.i not in taken and _heads(word)]


def _heads(word: Word) -> bool:
    if word.dep in MODIFYING or len(word.text) < LEAST_LETTERS or not word.text[0].isalpha():
        return False
    if word.tag in {"NN", "NNS"} or (word.tag in {"NNP", "NNPS"} and word.lemma in COMMON):
        if word.tag == "NNP" and word.dep == "pobj" and word.head.head.low in OFFICES:
            return False
        return word.entity not in MEASURES and word.lemma not in EMPTY and word.lemma not in TIMES
    return False


def _nominal(head: Word, tree: Tree) -> Found:
    first, last = phrase(head)
    return Found(
        head=head,
        first=first,
        last=last,
        kind="nominal",
        sentence=tree.number,
        outer=(first, last),
        type=kind_of(head),
        acts=acts(head),
        plural=head.tag in {"NNS", "NNPS"} or head.low == "people",
    )


def kind_of(head: Word) -> str | None:
    """Entity kind of what a common noun means, where it tells."""
    lemma = head.lemma
    if lemma in PEOPLE or lemma in {"people", "person"}:
        return "Group" if head.tag in {"NNS", "NNPS"} or lemma == "people" else "Person"
    if lemma in BODIES:
        return "Organization"
    if lemma in NATIONS:
        return "Country"
    return "Place" if lemma in PLACES else None
