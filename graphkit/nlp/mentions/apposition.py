"""Two phrases for one thing side by side: *Sherman, his deputy*; *a lawyer, Ann Moxon*."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graphkit.nlp.mentions.extents import phrase
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.phrases import bounds

SITES = frozenset({"Place", "Country"})
BESIDE = frozenset({"appos", "npadvmod", "nmod"})


def join_apposed(names: Sequence[Found], nominals: Sequence[Found], text: str) -> list[Found]:
    """The nominals that are mentions of their own; what the others say is noted with their name."""
    by_word = {i: name for name in names for i in range(name.first.i, name.last.i + 1)}
    nominal_at = {one.head.i: one for one in nominals}
    dropped = set()
    for name in names:
        for described in _described_by(name, nominal_at):
            if not _beside(described, name, text):
                break
            _describe(name, described, text)
            first, last = phrase(described.head)
            name.outer = (first, max(last, name.outer[1], key=lambda word: word.i))
            name.acts = described.acts
            name.called.append(bounds(described.head))
            if name.first.previous is not None and name.first.previous.low == "the":
                name.called.append((name.first.previous, name.last))
            dropped.add(described.head.i)
    for one in nominals:
        if one.head.dep == "appos":
            owner = by_word.get(one.head.head.i) or nominal_at.get(one.head.head.i)
            if owner is not None and (owner.kind == "name" or owner.plural == one.plural):
                _describe(owner, one, text)
                if owner.kind == "name":
                    owner.called.append((one.first, one.last))
                dropped.add(one.head.i)
    return [one for one in nominals if one.head.i not in dropped]


def _described_by(name: Found, nominal_at: Mapping[int, Found]) -> Iterator[Found]:
    """*her husband, the actor Tom Reed*: one description before the other; a title is the name's already."""
    below = name.head
    while below.dep == "appos" and below.head is not below:
        below = below.head
        described = nominal_at.get(below.i)
        if described is not None:
            yield described
        elif not name.titled.i <= below.i < name.first.i:
            return


def join_places(names: Sequence[Found], text: str) -> None:
    """*Irving, Texas* is the phrase of Irving."""
    outside = sorted((name for name in names if not name.nested), key=lambda name: name.place)
    for one, other in pairwise(outside):
        if one.type not in SITES or other.type not in SITES or other.head.dep not in BESIDE:
            continue
        if text[one.last.end : other.first.start].strip() == "," and one.sentence == other.sentence:
            one.outer = (one.outer[0], max(one.outer[1], other.last, key=lambda word: word.i))


def _beside(described: Found, name: Found, text: str) -> bool:
    """*a lawyer, Ann Moxon*; not *Photo: Ann Moxon*."""
    if described.plural or described.head.i > name.first.i:
        return False
    return ":" not in text[described.head.end : name.first.start]


def _describe(owner: Found, nominal: Found, text: str) -> None:
    owner.roles.add(nominal.head.lemma)
    if owner.kind == "name" and owner.title is None and nominal.head.lemma in PEOPLE:
        words = [w for w in nominal.head.left if w.dep in {"amod", "compound", "nmod"}]
        start = min((w.start for word in words for w in word.subtree()), default=nominal.head.start)
        owner.title = text[start : nominal.head.end]
