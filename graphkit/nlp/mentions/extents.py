"""How far a mention reaches: the phrase as people mark it, from the determiner to the last modifier."""

from collections.abc import Sequence

from graphkit.nlp.tree import Word

OUTSIDE = frozenset({"cc", "conj", "preconj", "punct", "parataxis", "dep", "advcl", "ccomp", "mark", "intj"})
EDGE = frozenset(", ; : - -- — – ( ) . ' \" “ ” ’ ‘ [ ] ... …".split())


def head_of(words: Sequence[Word]) -> Word:
    """The word the others hang from: the last whose head lies outside."""
    first, last = words[0].i, words[-1].i
    tops = [word for word in words if word.head is word or not first <= word.head.i <= last]
    return tops[-1] if tops else words[-1]


def phrase(head: Word) -> tuple[Word, Word]:
    """First and last word of the phrase headed by `head`, without its conjuncts."""
    first = last = head
    for child in head.left:
        if child.dep in OUTSIDE:
            continue
        low = _leftmost(child)
        if low.i < first.i:
            first = low
    for child in head.right:
        if child.dep in OUTSIDE:
            if child.dep != "punct":
                break
            continue
        high = _rightmost(child)
        if high.i > last.i:
            last = high
    return first, last


def _leftmost(word: Word) -> Word:
    while word.left:
        word = word.left[0]
    return word


def _rightmost(word: Word) -> Word:
    while word.right:
        word = word.right[-1]
    return word
