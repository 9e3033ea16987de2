"""Events in an extraction: claims whose relation is an event type."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graphkit.evaluate.events.coding import HANGING, governed, plain, told
from graphkit.evaluate.events.parties import Party, Sides, joined, parties
from graphkit.evaluate.words import content_words, is_pronoun, shares_half
from graphkit.model import Claim, Extraction, Span
from graphkit.ontology import load_ontology
from graphkit.ontology.classes import spelt_out

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

PLOVER_TYPES = {name: name for name in sorted({*QUADS, *_MERGED} - {YIELD})} | {"SUED": "ACCUSE"}
"""The shipped ontology's event relations: each is named as its type; going to court is accusing."""


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


Coding = Callable[[Claim, Mapping[str, str]], str | None]
"""The event type of a claim, given the types of relations; None where it is no event."""


def events_of(extraction: Extraction, types: Mapping[str, str], coding: Coding = plain) -> list[FoundEvent]:
    """The events an article tells: claims whose relation is in `types` (relation to PLOVER type).

    Claims of one predicate are one event, with all who take part on each side.
    """
    kinds = _kinds(extraction)
    names = _names(extraction)
    content = told(extraction.claims, types)
    sides: dict[tuple[str, tuple[Span, ...]], list[Sides]] = {}
    for claim in extraction.claims:
        kind = None if claim.id in content else coding(claim, types)
        if kind is not None:
            together = sides.setdefault((merged(kind), claim.predicate.spans), [])
            together.append(_sides(claim, extraction.claims, kinds))
    events: dict[FoundEvent, None] = {}
    for (kind, _), together in sides.items():
        sources, targets = joined(together)
        events[FoundEvent(kind, _wordings(sources, names), _wordings(targets, names))] = None
    return list(events)


@cache
def _actor_nouns() -> frozenset[str]:
    return frozenset(spelt_out("@actor", load_ontology().words))


def _kinds(extraction: Extraction) -> dict[str, str]:
    """Kinds of entities; a Concept of people or bodies is a Group."""
    kinds = {}
    for entity in extraction.entities:
        people = entity.type == "Concept" and not _actor_nouns().isdisjoint(
            (entity.name, entity.name.split()[-1])
        )
        kinds[entity.id] = "Group" if people else entity.type
    return kinds


def _names(extraction: Extraction) -> dict[str, list[str]]:
    """Name of each entity, and its wordings but pronouns."""
    text = extraction.article.text
    return {
        entity.id: [
            entity.name,
            *(
                words
                for mention in entity.mentions
                if not is_pronoun(words := text[mention.start : mention.end])
            ),
        ]
        for entity in extraction.entities
    }


def _sides(claim: Claim, claims: Sequence[Claim], kinds: Mapping[str, str]) -> Sides:
    """Who does it and to whom; *agreed to withdraw troops from Sinai*: the withdrawal tells to whom."""
    done = next((other for other in claims if governed(other, by=claim)), claim)
    _, target = parties(done, _contents(claim, claims), _describing(done, claims), kinds)
    source, _ = parties(claim, (), (), kinds)
    return source, target


def _contents(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """What is the content of a claim, or of the act its chain governs."""
    over = {claim.id} | {other.id for other in claims if governed(other, by=claim)}
    return [other for other in claims if other.content_of in over]


def _describing(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of clauses that hang on its object."""
    if claim.object is None:
        return []
    place = (claim.object.start, claim.object.end)
    return [
        other
        for other in claims
        if other.rule in HANGING
        and any(end is not None and (end.start, end.end) == place for end in (other.subject, other.object))
    ]


def _wordings(parties_: Sequence[Party], names: Mapping[str, list[str]]) -> tuple[str, ...]:
    """All together, then each one's words, then what each is called elsewhere."""
    words = list(dict.fromkeys(party.text for party in parties_))
    together = [" and ".join(words)] if words else []
    named = [name for party in parties_ for name in names.get(party.entity or "", ())]
    return tuple(dict.fromkeys([*together, *words, *named]))


def same_actor(wordings: tuple[str, ...], label: str) -> bool:
    """At least half of the shorter side's content words are shared."""
    wanted = content_words(label)
    return any(shares_half(content_words(wording), wanted) for wording in wordings)


def touches(wordings: tuple[str, ...], label: str) -> bool:
    """At least one content word is shared."""
    wanted = content_words(label)
    return any(content_words(wording) & wanted for wording in wordings)
