"""An extraction as decisions have it: ids that stand for others in their place, claims with the ids that follow."""

from collections import defaultdict
from dataclasses import replace

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Event, Extraction, claim_id
from graphkit.resolve.identity.decisions import Decisions


def decided(extraction: Extraction, decisions: Decisions) -> Extraction:
    """The extraction with every id replaced by the one that stands for it.

    Doing it twice changes nothing; with no decision about its entities the extraction is as it was.
    """
    merged = {entity.id: decisions.canonical(entity.id) for entity in extraction.entities}
    if all(id_ == other for id_, other in merged.items()):
        return extraction
    return replace(
        extraction,
        entities=_entities(extraction, decisions),
        claims=_Renamed(extraction.claims, decisions).claims(),
    )


def _entities(extraction: Extraction, decisions: Decisions) -> tuple[Entity, ...]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in extraction.entities:
        groups[decisions.canonical(entity.id)].append(entity)
    return tuple(_one(id_, group, decisions) for id_, group in sorted(groups.items()))


def _one(id_: str, group: list[Entity], decisions: Decisions) -> Entity:
    """All mentions of a group, under the name of the one that stands for it."""
    mentions = {(m.start, m.end, m.kind): m for entity in group for m in entity.mentions}
    kept = tuple(mention for _, mention in sorted(mentions.items()))
    country = next((decisions.canonical(entity.country) for entity in group if entity.country), None)
    sector = next((entity.sector for entity in group if entity.sector), None)
    same = next((entity for entity in group if entity.id == id_), None)
    side = decisions.side(id_)
    if same is None and side is not None:
        wikidata = id_.removeprefix("wd:") if id_.startswith("wd:") else None
        same = Entity(id_, side.name, side.type, wikidata)
    return replace(same or group[0], mentions=kept, country=country, sector=sector)


class _Renamed:
    """Claims under new ids: those of their contents first, since a claim's id is made of them."""

    def __init__(self, claims: tuple[Claim, ...], decisions: Decisions) -> None:
        self._decisions = decisions
        self._old = claims
        self._moved = {claim.id: self._rekeyed(claim) for claim in claims}
        self._contents: dict[str, dict[str, None]] = defaultdict(dict)
        for claim in claims:
            if claim.content_of is not None:
                self._contents[claim.content_of][claim.id] = None
        self._new: dict[str, str] = {}

    def claims(self) -> tuple[Claim, ...]:
        """In the order they had."""
        return tuple(
            replace(
                self._rekeyed(claim),
                id=self._id(claim.id),
                content_of=None if claim.content_of is None else self._id(claim.content_of),
            )
            for claim in self._old
        )

    def _id(self, old: str) -> str:
        claim = self._moved.get(old)
        if claim is None:
            return old
        if old not in self._new:
            # Until it is known: a record made elsewhere may hold a claim that is its own content.
            self._new[old] = old
            self._new[old] = _digest(claim, tuple(self._id(inner) for inner in self._contents[old]))
        return self._new[old]

    def _rekeyed(self, claim: Claim) -> Claim:
        return replace(
            claim,
            subject=self._end(claim.subject),
            object=None if claim.object is None else self._end(claim.object),
            speaker=None if claim.speaker is None else self._end(claim.speaker),
            arguments=tuple(map(self._argument, claim.arguments)),
            event=None if claim.event is None else self._event(claim.event),
        )

    def _event(self, event: Event) -> Event:
        """Of the same two together: that nobody does it to themselves, those who do it aren't listed again."""
        sources = {self._decisions.canonical(id_) for id_ in event.sources}
        targets = {self._decisions.canonical(id_) for id_ in event.targets} - sources
        place = None if event.place is None else self._decisions.canonical(event.place)
        return replace(event, sources=tuple(sorted(sources)), targets=tuple(sorted(targets)), place=place)

    def _end(self, end: ClaimEnd) -> ClaimEnd:
        return replace(end, entity=self._decisions.canonical(end.entity))

    def _argument(self, argument: ClaimArgument) -> ClaimArgument:
        if argument.entity is None:
            return argument
        return replace(argument, entity=self._decisions.canonical(argument.entity))


def _digest(claim: Claim, contents: tuple[str, ...]) -> str:
    return claim_id(
        subject=claim.subject.entity,
        predicate=claim.predicate.lemma,
        object_=None if claim.object is None else claim.object.entity,
        polarity=claim.polarity,
        modality=claim.modality,
        speaker=None if claim.speaker is None else claim.speaker.entity,
        happened=claim.happened,
        contents=contents,
    )
