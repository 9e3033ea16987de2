"""The title or office before a name: "Foreign Minister" in *Foreign Minister Sergei Lavrov*."""

from collections.abc import Sequence

from graphkit.nlp.mentions.words import HONORIFICS, OFFICES, PEOPLE
from graphkit.nlp.tree import Word

TITLES = HONORIFICS | OFFICES
MODIFIERS = frozenset({"NN", "NNP", "NNPS", "JJ", "HYPH", "VBN"})
LONGEST = 8
LINKS = frozenset({"of", "for", "to"})


def title_before(words: Sequence[Word], first: int) -> tuple[int, int]:
    """Where the title before words[first] begins, and where its phrase does, with "the" or a possessor.

    Both are `first` where no title stands there.
    """
    start = _office(words, first)
    if start == first:
        return first, first
    while start > 0 and first - start < LONGEST and _modifies(words[start - 1], words[start]):
        start -= 1
    return start, _determined(words, start)


def _office(words: Sequence[Word], first: int) -> int:
    """The place of the office noun right before the name, or of *Secretary* in *Secretary of State*."""
    if first and _title(words[first - 1]) and words[first - 1].i == words[first].i - 1:
        return first - 1
    place = first - 1
    while place > 0 and first - place < 5 and words[place].tag in {"NNP", "NNPS", "NN"}:
        place -= 1
    if place > 0 and place < first - 1 and words[place].low == "the":
        place -= 1
    if 0 < place < first - 1 and words[place].low in LINKS and _title(words[place - 1]):
        return place - 1
    return first


def _title(word: Word) -> bool:
    return word.low.rstrip(".") in TITLES or (word.lemma in PEOPLE and word.tag == "NN")


def _modifies(word: Word, following: Word) -> bool:
    if word.i != following.i - 1 or word.tag not in MODIFIERS or word.entity in {"DATE", "TIME"}:
        return False
    return word.tag != "NN" or word.dep in {"compound", "nmod", "amod", "nsubj", "punct"}


def _determined(words: Sequence[Word], start: int) -> int:
    if start and words[start - 1].tag in {"DT", "PRP$"} and words[start - 1].i == words[start].i - 1:
        return start - 1
    if start > 1 and words[start - 1].tag == "POS":
        owner = start - 2
        while (
            owner > 0 and words[owner - 1].head is words[owner] and words[owner - 1].i == words[owner].i - 1
        ):
            owner -= 1
        return owner
    return start
