"""How far a mention reaches: the phrase as people mark it, from the determiner to the last modifier."""

from collections.abc import Sequence

from graphkit.nlp.mentions.words import listed
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Word

LEFT_OUT = frozenset({"cc", "preconj", "punct", "mark", "intj"})
ENDS = frozenset({"cc", "conj", "parataxis", "dep", "ccomp", "advcl"})
CIRCUMSTANTIAL = frozenset(
    {"by", "due", "including", "after", "before", "during", "since", "until", "despite"}
)
"""Prepositions that the parser hangs on a noun, but that tell of the event."""
LOOSE = listed(", ; : - -- — – . ' \" “ ” ’ ‘ ... … `")
BREAKS = frozenset({":", ";", "—", "–", "|", "("})
NAME_PREPOSITIONS = frozenset({"of"})
COMMON = frozenset({"NN", "NNS"})


def head_of(words: Sequence[Word]) -> Word:
    """The word the others hang from: the last whose head lies outside."""
    first, last = words[0].i, words[-1].i
    tops = [word for word in words if word.head is word or not first <= word.head.i <= last]
    return tops[-1] if tops else words[-1]


def phrase(head: Word) -> tuple[Word, Word]:
    """First and last word of the noun phrase headed by a common noun, without its conjuncts."""
    return _reach(head, head, head, name=False)


def around(words: Sequence[Word], head: Word) -> tuple[Word, Word]:
    """First and last word of the phrase a name heads; of a name that only modifies, the name."""
    own = any(w.dep == "det" for w in head.left)
    if head.dep in {"compound", "amod", "nmod"} and not own and not words[0].i <= head.head.i <= words[-1].i:
        return words[0], words[-1]
    return _reach(head, words[0], words[-1], name=True)


def _reach(head: Word, first: Word, last: Word, *, name: bool) -> tuple[Word, Word]:
    for child in reversed(head.left):
        if child.i >= first.i:
            continue
        if child.dep in LEFT_OUT:
            if child.text in BREAKS:
                break
            continue
        if any(word.text in BREAKS or word.dep == "cc" for word in child.right):
            break
        first = min(first, leftmost(child), key=_place)
    for child in head.right:
        if child.i <= last.i:
            continue
        if child.dep in ENDS or child.low in CIRCUMSTANTIAL or (name and not _belongs(child, head)):
            break
        if child.dep != "punct":
            last = max(last, rightmost(child), key=_place)
    return first, _closed(head, last)


def _place(word: Word) -> int:
    return word.i


def _belongs(child: Word, name: Word) -> bool:
    """Whether what follows a name is part of its phrase: *Ingram of The Globe*, *Irving, Texas*."""
    if child.dep == "prep":
        sited = name.entity in {"FAC", "EVENT"} and child.low in {"in", "near", "at"}
        return child.low in NAME_PREPOSITIONS or sited
    if child.dep == "appos":
        bracketed = any(w.text in {"(", "-LRB-"} for w in name.right)
        return bracketed or child.tag in COMMON or child.tag == "CD" or (child.entity == name.entity == "GPE")
    return child.dep in {"case", "punct", "acl"}


def _closed(head: Word, last: Word) -> Word:
    """Without marks at the end, and with no bracket left open."""
    words = [word for word in head.subtree() if head.i <= word.i <= last.i]
    depth = 0
    opened = -1
    for place, word in enumerate(words):
        if word.text in {"(", "[", "-LRB-"}:
            depth, opened = depth + 1, place if depth == 0 else opened
        elif word.text in {")", "]", "-RRB-"} and depth:
            depth -= 1
    if depth:
        words = words[:opened]
    while len(words) > 1 and words[-1].text in LOOSE and words[-1].i > head.i:
        words.pop()
    return words[-1] if words else last
