"""What one act of a sentence tells of an event: who, to whom, when and where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Modality, Polarity
from graphkit.ontology import EventType, EventTypes
from graphkit.resolve.events.days import Days, days

CONCEPT = "Concept"
SPOTS = frozenset({"Country", "Place"})
ACTORS = frozenset({"Country", "Group", "Organization", "Person", "Place"})
ADDRESSED = frozenset({"recipient", "company", "target"})
"""Roles of those an act is for, with or against."""
CONCERNED = frozenset({"about", "destination", "purpose", "source", "topic"})
"""Roles where whom it concerns may stand."""
NEAR = 20
"""Characters before an argument in which its preposition stands."""
WHERE = frozenset({"at", "in", "inside", "near", "outside", "throughout", "within"})
AGAIN_AND_AGAIN = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|yearly|annually|often|regularly|repeatedly|frequently|routinely|always|"
    r"sometimes|usually|constantly|continually|periodically|occasionally|never|twice|times|series of|once an?)\b",
    re.IGNORECASE,
)
"""It happened more than once, or does so by habit: which time is meant isn't said."""
ONCE_MORE = re.compile(r"\b(?:again|another|once more|a (?:second|third|fourth|fifth) time)\b", re.IGNORECASE)
"""It isn't the one told before."""

Who = tuple[str, str]
"""A participant: entity id, and what tells this one from others of its Concept."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what typing knew of it.

    act: lemma of the act alone, of a passive the verb's. triple: place of the triple it was, in its reading.
    """

    claim: Claim
    act: str
    triple: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """An act of a sentence, with all its claims: *France and Germany sanctioned Russia* is one.

    claims: their places in the article's. start, sentence: where it stands. acts: its verbs. modes: its modes.
    sources, targets: who takes part; of a meeting all are sources. things: what it is done with or to that has no
        name. contents: ids of what is said or demanded.
    """

    claims: tuple[int, ...]
    start: int
    sentence: int
    relation: str
    kind: EventType
    acts: frozenset[str]
    modes: frozenset[str]
    sources: frozenset[Who]
    targets: frozenset[Who]
    things: frozenset[Who]
    places: frozenset[str]
    contents: frozenset[str]
    days: Days | None
    once_more: bool

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """What is told more fully comes first, then what stands first."""
        coarse = 9 if self.days is None else self.days.coarseness
        ends = bool(self.sources) + bool(self.targets or self.things or self.kind.reciprocal)
        return self.days is None, ends < 2, coarse, self.start


class Tellings:
    """Makes the tellings of an article."""

    def __init__(self, text: str, entities: Iterable[Entity], types: EventTypes) -> None:
        self._text, self._types = text, types
        self.entities = {entity.id: entity for entity in entities}

    def of(self, told: tuple[Told, ...]) -> list[Telling]:
        """The acts that are affirmed and asserted, in the order of the text."""
        contents: dict[str, set[str]] = defaultdict(set)
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for place, one in enumerate(told):
            claim = one.claim
            if claim.content_of is not None:
                contents[claim.content_of].add(claim.id)
            if self._counts(claim):
                groups[claim.sentence, claim.relation, claim.predicate.spans].append(place)
        made = [self._one(tuple(places), told, contents) for places in groups.values()]
        return sorted(made, key=lambda telling: (telling.start, telling.claims))

    def named(self, who: Who) -> bool:
        """Whether a participant is somebody or some place, not what a common noun names."""
        return self.entities[who[0]].type != CONCEPT

    def people(self, who: Who) -> bool:
        """Whether a participant without a name is people or a body."""
        return _last(self.entities[who[0]]) in self._types.people

    def _counts(self, claim: Claim) -> bool:
        stated = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
        if not stated or claim.relation not in self._types.by_relation:
            return False
        beside = (one.text for one in claim.arguments if one.role in {"time", "manner", "other", "quantity"})
        return AGAIN_AND_AGAIN.search(" ".join((claim.predicate.text, *beside))) is None

    def _one(
        self, places: tuple[int, ...], told: tuple[Told, ...], contents: Mapping[str, set[str]]
    ) -> Telling:
        claims = [told[place].claim for place in places]
        first = claims[0]
        kind = self._types.by_relation[first.relation]
        sources = {who for claim in claims if not claim.passive for who in self._who(claim.subject, kind)}
        done_to = {who for claim in claims for who in self._done_to(claim, kind)} - sources
        targets = {who for who in done_to if self.named(who)}
        words = (first.predicate.text, *(one.text for one in first.arguments if one.role != "about"))
        return Telling(
            claims=places,
            start=min(claim.start for claim in claims),
            sentence=first.sentence,
            relation=first.relation,
            kind=kind,
            acts=frozenset(_verb(told[place].act) for place in places),
            modes=frozenset(claim.mode for claim in claims if claim.mode is not None),
            sources=frozenset(sources | targets if kind.reciprocal else sources),
            targets=frozenset() if kind.reciprocal else frozenset(targets),
            things=frozenset() if kind.reciprocal else frozenset(done_to - targets),
            places=frozenset(place for claim in claims for place in self._places(claim)),
            contents=frozenset(inner for claim in claims for inner in contents.get(claim.id, ())),
            days=next((found for claim in claims if (found := days(claim.happened))), None),
            once_more=ONCE_MORE.search(" ".join(words)) is not None,
        )

    def _done_to(self, claim: Claim, kind: EventType) -> Iterator[Who]:
        """To whom or what: a thing, and then also whomever it is for, with, against or about."""
        if claim.passive:
            yield from self._who(claim.subject, kind)
            return
        end = claim.object
        if end is not None and self._is_where(claim, end):
            return
        if end is not None:
            yield from self._who(end, kind)
            if self.entities[end.entity].type != CONCEPT:
                return
        concerned = self._concerned(claim)
        if concerned is not None:
            yield concerned, ""

    def _concerned(self, claim: Claim) -> str | None:
        for roles in (ADDRESSED, CONCERNED):
            for one in claim.arguments:
                if one.role not in roles or one.entity in {None, claim.subject.entity}:
                    continue
                inside_subject = claim.subject.start <= one.start and one.end <= claim.subject.end
                if (
                    self.entities[one.entity or ""].type in ACTORS
                    and not inside_subject
                    and not self._spot(one)
                ):
                    return one.entity
        return None

    def _who(self, end: ClaimEnd, kind: EventType) -> list[Who]:
        """An event's own name takes no part in it: *the attack killed two*, *held talks*."""
        entity = self.entities[end.entity]
        if entity.type != CONCEPT:
            return [(entity.id, "")]
        if kind.reciprocal or _last(entity) in kind.nouns:
            return []
        return [(entity.id, self._which(entity, end))]

    def _which(self, entity: Entity, end: ClaimEnd) -> str:
        """What tells this *man* from another: its chain of mentions, else its words where there are several."""
        for mention in entity.mentions:
            if mention.chain is not None and end.start <= mention.start and mention.end <= end.end:
                return f"chain {mention.chain}"
        words = end.text.lower().split()
        kept = [word for word in words if word not in {"a", "an", "the", "its", "their", "his", "her"}]
        indefinite = words[0] in {"a", "an", "another", "some"}
        return " ".join(kept) if len(kept) > 1 and not indefinite else f"at {end.start}"

    def _is_where(self, claim: Claim, end: ClaimEnd) -> bool:
        """*marched in Minsk*: where, not what it was done to."""
        return claim.predicate.lemma.split()[-1] in WHERE and self.entities[end.entity].type in SPOTS

    def _places(self, claim: Claim) -> list[str]:
        found = (
            [claim.object.entity] if claim.object is not None and self._is_where(claim, claim.object) else []
        )
        return [
            *found,
            *(one.entity for one in claim.arguments if one.entity is not None and self._spot(one)),
        ]

    def _spot(self, one: ClaimArgument) -> bool:
        """Whether it says where: *arrested a man in London*."""
        if one.entity is None or self.entities[one.entity].type not in SPOTS:
            return False
        before = self._text[max(0, one.start - NEAR) : one.start].split()[-1:]
        return one.role == "place" or (one.role == "about" and " ".join(before).lower() in WHERE)


def _last(entity: Entity) -> str:
    words = entity.name.split()
    return words[-1] if words else ""


def _verb(act: str) -> str:
    """The verb of an act, of one told by a noun the noun."""
    words = act.split()
    return words[0] if words else ""
