"""The event each claim of an article tells of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from graphkit.model import Article, Claim, Entity, Event, Span, digest
from graphkit.ontology import EventType, EventTypes
from graphkit.resolve.events.days import days
from graphkit.resolve.events.group import Country, Group, groups
from graphkit.resolve.events.telling import SPOTS, Tellings, Told, Who

TELLING_WORDS = 8
"""A sentence of so many words is hardly written twice but by copying."""


def happened(
    told: tuple[Told, ...],
    article: Article,
    sentences: tuple[Span, ...],
    entities: Iterable[Entity],
    types: EventTypes,
    country: Country,
) -> tuple[Claim, ...]:
    """The claims, each with the event it tells of, if it tells of one.

    country: of a place.
    """
    tellings = Tellings(article.text, entities, types)
    found = groups(tellings.of(told), country, days(article.published))
    identify = _Identify(article, sentences, tellings, country)
    events = [identify.event(group) for group in found]
    times = Counter(event.id for event in events if event is not None)
    of: dict[int, Event] = {}
    for group, event in zip(found, events, strict=True):
        if event is None:
            continue
        # Two that differ in what isn't part of the key are two all the same.
        settled = event if times[event.id] == 1 else identify.local(group, event)
        of.update({place: settled for one in group.tellings for place in one.claims})
    return tuple(replace(one.claim, event=of.get(place)) for place, one in enumerate(told))


class _Identify:
    """What makes a group of tellings the event it is."""

    def __init__(
        self, article: Article, sentences: tuple[Span, ...], tellings: Tellings, country: Country
    ) -> None:
        self._article, self._sentences, self._country = article, sentences, country
        self._named, self._people = tellings.named, tellings.people
        self._kinds = {entity.id: entity.type for entity in tellings.entities.values()}

    def event(self, group: Group) -> Event | None:
        """None where neither who nor where and when is known."""
        place = self._place(group)
        who = group.sources | group.targets
        if not any(map(self._named, who)) and (place is None or group.days is None):
            return None
        if not self._told(group, place):
            return self.local(group, self._event(group, place))
        return self._event(group, place if self._needed(group) else None)

    def local(self, group: Group, event: Event) -> Event:
        """The event as one that only the same words tell of."""
        return replace(event, scope=self._scope(group))

    def _event(self, group: Group, place: str | None) -> Event:
        first = group.tellings[0]
        act = None
        if not first.kind.reciprocal:
            act = min(group.modes, default=min(first.acts) if first.kind.verbal else None)
        return Event(
            relation=first.relation,
            act=act,
            sources=_ids(group.sources),
            targets=_ids(group.targets | group.things),
            place=place,
            happened=None if group.days is None else group.days.value,
            scope=None,
        )

    def _told(self, group: Group, place: str | None) -> bool:
        """Whether day, participants and place tell it from all others like it."""
        first = group.tellings[0]
        if group.days is None or not group.days.single or any(one.contents for one in group.tellings):
            return False
        sources, targets = self._all_named(group.sources), self._known(group.targets, first.kind)
        if first.kind.reciprocal:
            return self._between(group)
        if self._between(group) and (targets or not first.kind.harms):
            return True
        somewhere = place is not None and self._kinds[place] != "Country"
        if sources and not group.things and not group.targets:
            return somewhere or not first.kind.harms
        if first.kind.harms and any(map(self._people, group.things)):
            return False
        return somewhere and (sources is True or targets)

    def _known(self, targets: frozenset[Who], kind: EventType) -> bool:
        """Whether it is told to whom; that *Kurds* were hurt may be said of several on one day."""
        return any(not (kind.harms and self._kinds[id_] == "Group") for id_, _ in targets)

    def _needed(self, group: Group) -> bool:
        """Whether the place is needed to tell it from others of the same day between the same."""
        first = group.tellings[0]
        return first.kind.harms or not self._between(group)

    def _between(self, group: Group) -> bool:
        """Whether two sides are named: those who do it and to whom, or several who do it with each other."""
        return self._all_named(group.sources) is True and (bool(group.targets) or len(group.sources) > 1)

    def _all_named(self, who: frozenset[Who]) -> bool | None:
        return all(map(self._named, who)) if who else None

    def _place(self, group: Group) -> str | None:
        """The one place it happened at, a city rather than its country; None where that follows from the target."""
        targets = {who[0] for who in group.targets if self._kinds[who[0]] in SPOTS}
        around = {self._country(one) for one in targets | group.places}
        left = sorted(group.places - targets - around)
        return left[0] if len(left) == 1 else None

    def _scope(self, group: Group) -> str:
        """Digest of the sentence that tells of it first, and how far into it; of a short one, of the whole text."""
        first = min(group.tellings, key=lambda one: one.start)
        span = self._sentences[first.sentence]
        start, end = (span.start, span.end) if self._long(span) else (0, len(self._article.text))
        words = self._article.text[start:end].casefold().split()
        return digest("s", [" ".join(words), len(self._article.text[start : first.start].split())])

    def _long(self, span: Span) -> bool:
        return len(self._article.text[span.start : span.end].split()) >= TELLING_WORDS


def _ids(who: frozenset[Who]) -> tuple[str, ...]:
    return tuple(sorted({id_ for id_, _ in who}))
