"""Events in an extraction: claims whose relation is an event type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.evaluate.events.coding import coded, told
from graphkit.evaluate.events.parties import Party, Sides, joined, parties
from graphkit.evaluate.words import content_words, shares_half
from graphkit.model import Extraction, Span

YIELD = "YIELD"
_MERGED = {"CONCEDE": YIELD, "RETREAT": YIELD}
"""Types the labels don't tell apart."""

QUADS = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "COOPERATE": 2,
    "AID": 2,
    YIELD: 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
"""Quad class of each type as the labels have it: 1 verbal and 2 material cooperation, 3 and 4 conflict."""

PLOVER_TYPES = {name: name for name in sorted({*QUADS, *_MERGED} - {YIELD})}
"""The shipped ontology's event relations: each is named as its type."""

@dataclass(frozen=True, slots=True)
class FoundEvent:
    """source and target: wordings, the text's and the entities' names; any of them may match."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]

    def __str__(self) -> str:
        source, target = (wordings[0] if wordings else "" for wordings in (self.source, self.target))
        return f"{self.type}({source}, {target})"

    @property
    def quad(self) -> int:
        return QUADS.get(self.type, 0)


def merged(event_type: str) -> str:
    """CONCEDE and RETREAT are one: YIELD."""
    return _MERGED.get(event_type, event_type)


def events_of(extraction: Extraction, types: Mapping[str, str]) -> list[FoundEvent]:
    """The events an article tells: claims whose relation is in `types` (relation to PLOVER type).

    Claims of one predicate are one event, with all who take part on each side.
    """
    names = {entity.id: entity.name for entity in extraction.entities}
    kinds = {entity.id: entity.type for entity in extraction.entities}
    content = told(extraction.claims, types)
    sides: dict[tuple[str, tuple[Span, ...]], list[Sides]] = {}
    for claim in extraction.claims:
        kind = None if claim.id in content else coded(claim, types)
        if kind is not None:
            together = sides.setdefault((merged(kind), claim.predicate.spans), [])
            together.append(parties(claim, kinds))
    events = {}
    for (kind, _), together in sides.items():
        sources, targets = joined(together)
        events[FoundEvent(kind, _wordings(sources, names), _wordings(targets, names))] = None
    return list(events)


def _wordings(parties_: Sequence[Party], names: Mapping[str, str]) -> tuple[str, ...]:
    """All together, then each one's words, then each one's name."""
    words = list(dict.fromkeys(party.text for party in parties_))
    together = [" and ".join(words)] if words else []
    named = [names[party.entity] for party in parties_ if party.entity in names]
    return tuple(dict.fromkeys([*together, *words, *named]))


def same_actor(wordings: tuple[str, ...], label: str) -> bool:
    """At least half of the shorter side's content words are shared."""
    wanted = content_words(label)
    return any(shares_half(content_words(wording), wanted) for wording in wordings)


def touches(wordings: tuple[str, ...], label: str) -> bool:
    """At least one content word is shared."""
    wanted = content_words(label)
    return any(content_words(wording) & wanted for wording in wordings)
