"""How often a resolved pronoun is resolved rightly: the figure a reader of the graph feels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphkit.evaluate.coreference import Chain
from graphkit.evaluate.figures import Counts
from graphkit.model import Extraction, Span

NEAR_ENOUGH = 0.5
"""Share of common characters from which an antecedent with other borders counts as the key's mention."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pronoun with the mention it was led back to."""

    pronoun: Span
    antecedent: Span
    right: bool


@dataclass(frozen=True, slots=True)
class Pronouns:
    """counts: right of the resolved, of the key's. resolved: each, in the order of the text."""

    counts: Counts = field(default_factory=Counts)
    resolved: tuple[Resolved, ...] = ()


def score_pronouns(key: Sequence[Chain], pronouns: Iterable[Span], extraction: Extraction) -> Pronouns:
    """Pronouns of the extraction whose entity has a name or nominal: is the nearest one before it right?

    key: the gold chains; pronouns: the gold mentions that are pronouns. Where nothing stands before a
    pronoun the nearest behind it is taken. Right: the antecedent is, or nearly is, a mention of the
    pronoun's own gold chain. A pronoun the key holds in no chain is wrong if resolved.
    """
    resolved = []
    for entity in extraction.entities:
        full = [Span(one.start, one.end) for one in entity.mentions if one.kind != "pronoun"]
        for mention in entity.mentions:
            if mention.kind != "pronoun" or not full:
                continue
            pronoun = Span(mention.start, mention.end)
            antecedent = _nearest(pronoun, full)
            resolved.append(Resolved(pronoun, antecedent, _together(pronoun, antecedent, key)))
    chained = {mention for chain in key for mention in chain}
    wanted = sum(pronoun in chained for pronoun in set(pronouns))
    right = sum(one.right for one in resolved)
    ordered = tuple(sorted(resolved, key=lambda one: (one.pronoun, one.antecedent)))
    return Pronouns(Counts(right, len(resolved), wanted), ordered)


def _nearest(pronoun: Span, full: Iterable[Span]) -> Span:
    before = [span for span in full if span.start < pronoun.start]
    if before:
        return max(before, key=lambda span: (span.start, -span.end))
    return min(full)


def _together(pronoun: Span, antecedent: Span, key: Sequence[Chain]) -> bool:
    own = next((index for index, chain in enumerate(key) if pronoun in chain), None)
    if own is None:
        return False
    scored = [
        (_common(antecedent, mention), index == own)
        for index, chain in enumerate(key)
        for mention in chain
        if mention != pronoun
    ]
    best, right = max(scored, default=(0.0, False))
    return right and best > 0


def _common(one: Span, other: Span) -> float:
    """Shared characters by all characters; below NEAR_ENOUGH only a common end (the head) counts."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    both = max(one.end, other.end) - min(one.start, other.start)
    return shared / both if shared / both >= NEAR_ENOUGH or one.end == other.end else 0.0
