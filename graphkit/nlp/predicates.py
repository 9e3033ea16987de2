"""Predicates: which words of a clause are its predicate, and their normalised form."""

from graphkit.model import Predicate, Span
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import AUXILIARIES
from graphkit.nlp.tree import Word

GROUP = AUXILIARIES | {"neg", "prt"}
DIRECTIONS = frozenset({"apart", "aside", "away", "back", "down", "forward", "off", "out", "over", "up"})
"""Adverbs that belong to their verb as a particle does: *swept two bridges away*."""


def group(clause: Clause) -> list[Word]:
    """Verbs, auxiliaries, particles, negation and the adverbs among them, in the order of the text."""
    words = list(clause.chain)
    for verb in clause.chain:
        if verb.dep == "pcomp" and verb is not clause.head:
            words.append(verb.head)
        words += [w for w in verb.left + verb.right if w.dep in GROUP and not w.right]
    words += [w for w in clause.verb.right if directional(w)]
    words += _shared(clause)
    words.sort(key=lambda w: w.i)
    return sorted([*words, *_adverbs(clause, words)], key=lambda w: w.i)


def directional(word: Word) -> bool:
    """*back* in *sent them back*, but not in *back in Kabul*."""
    return word.dep == "advmod" and word.low in DIRECTIONS and not word.left and not word.right


def _shared(clause: Clause) -> list[Word]:
    """*were able to hold the hotel and repel attacks*: the second verb shares what is before the first."""
    verb, parent = clause.head, clause.parent
    if clause.link != "conj" or parent is None or clause.via == "own" or verb.tag not in {"VB", "VBN", "VBG"}:
        return []
    if verb.head.tag != verb.tag or any(w.dep in GROUP - {"prt"} for w in verb.left):
        return []
    return [w for w in group(parent) if w.i < verb.head.i and w.dep != "advmod"]


def _adverbs(clause: Clause, words: list[Word]) -> list[Word]:
    """*has also signed*, *seriously wounded*: single adverbs inside the group or just before the verb."""
    first, last = words[0].i, words[-1].i
    return [
        w
        for verb in clause.chain
        for w in verb.left
        if w.dep == "advmod" and not w.left and not w.right and (first < w.i < last or w.i == first - 1)
        and w.tag != "WRB"
    ]  # fmt: skip


def predicate(words: list[Word], lemmas: list[str], text: str) -> Predicate:
    """The predicate that consists of these words; neighbours make one span."""
    spans: list[Span] = []
    ordered = sorted(words, key=lambda w: w.i)
    for before, word in zip([None, *ordered], ordered, strict=False):
        if before is not None and word.i <= before.i + 1:
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(Span(word.start, word.end))
    return Predicate(" ".join(text[s.start : s.end] for s in spans), " ".join(lemmas), tuple(spans))
