"""What a verb of a list has from the first: *did not attack or kill*, *will step down and be replaced*."""

from collections.abc import Iterator

from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import VERBS
from graphkit.nlp.tree import Word

OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "neg"})
"""What a verb that shares nothing with the one before has before it."""


def shared(clause: Clause, word: Word) -> list[Word]:
    """*did not attack or kill*: a bare second verb shares the first one's auxiliaries and negation.

    *never attacked, killed or maimed*: what is joined by "or" is denied with the first.
    """
    if clause.link != "conj":
        return []
    first = _first_of_all(word)
    if any(w.tag == "VB" and w.dep == "auxpass" for w in word.left) and not any(
        w.dep in {"aux", "nsubj", "nsubjpass"} for w in word.left
    ):
        # *will step down and be replaced*
        return [w for w in first.left if w.dep in {"aux", "neg"} and w.tag != "TO"]
    if any(w.dep in {"aux", "auxpass", "nsubj", "nsubjpass"} for w in word.left):
        return []
    if first.tag != word.tag or word.tag in {"VBD", "VBZ", "VBP"}:
        return [w for w in first.left if w.dep in {"neg", "advmod"}] if _alternatives(first) else []
    return [w for w in first.left if w.dep in {"aux", "neg"} and w.tag != "TO"]


def _first_of_all(word: Word) -> Word:
    """The first verb of a list, but none before one with an auxiliary or subject of its own."""
    first = word.head
    while first.dep == "conj" and first.head.pos in VERBS and not any(w.dep in OWN for w in first.left):
        first = first.head
    return first


def _alternatives(first: Word) -> bool:
    """Whether all verbs of a list are joined by "or": *shot, robbed or burned*."""
    joined = {w.low for verb in _listed(first) for w in verb.right if w.dep == "cc"}
    return bool(joined) and joined <= {"or", "nor"}


def _listed(first: Word) -> Iterator[Word]:
    yield first
    for word in first.right:
        if word.dep == "conj":
            yield from _listed(word)
