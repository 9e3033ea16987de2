"""Events in an extraction: claims whose relation is an event type."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.evaluate.words import content_words, shares_half
from graphkit.model import ClaimArgument, ClaimEnd, Extraction

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

TARGET_ROLES = ("recipient", "company", "about", "topic", "destination")
"""Where a claim has no object, its first argument of the first such role is who it is done to."""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """source and target: wordings, the text's and the entity's name; any of them may match."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]

    @property
    def quad(self) -> int:
        return QUADS.get(self.type, 0)


def merged(event_type: str) -> str:
    """CONCEDE and RETREAT are one: YIELD."""
    return _MERGED.get(event_type, event_type)


def events_of(extraction: Extraction, types: Mapping[str, str]) -> list[FoundEvent]:
    """Every claim whose relation is in `types` (relation to PLOVER type), whatever its flags, once each.

    A negated, demanded, future or conditional event counts with its type, as the labellers did.
    """
    names = {entity.id: entity.name for entity in extraction.entities}
    events: dict[FoundEvent, None] = {}
    for claim in extraction.claims:
        if claim.relation not in types:
            continue
        source = _wordings(claim.subject.text, claim.subject.entity, names)
        event = FoundEvent(
            merged(types[claim.relation]), source, _target(claim.object, claim.arguments, names)
        )
        events[event] = None
    return list(events)


def _target(
    end: ClaimEnd | None, arguments: tuple[ClaimArgument, ...], names: Mapping[str, str]
) -> tuple[str, ...]:
    if end is not None:
        return _wordings(end.text, end.entity, names)
    for role in TARGET_ROLES:
        for argument in arguments:
            if argument.role == role:
                return _wordings(argument.head or argument.text, argument.entity, names)
    return ()


def _wordings(text: str, entity: str | None, names: Mapping[str, str]) -> tuple[str, ...]:
    name = names.get(entity or "", text)
    return (text,) if name == text else (text, name)


def same_actor(wordings: tuple[str, ...], label: str) -> bool:
    """At least half of the shorter side's content words are shared."""
    wanted = content_words(label)
    return any(shares_half(content_words(wording), wanted) for wording in wordings)


def touches(wordings: tuple[str, ...], label: str) -> bool:
    """At least one content word is shared."""
    wanted = content_words(label)
    return any(content_words(wording) & wanted for wording in wordings)
