"""Tellings of one event within an article.

Those told most fully come first, each an event of its own unless it agrees with one before; a telling that agrees
with several, which do not agree among themselves, may mean any of them and is left out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graphkit.resolve.events.days import Days
from graphkit.resolve.events.telling import Telling, Who

Country = Callable[[str], str | None]
"""The country a place lies in, None where unknown."""
RECENT = 10
"""Days before an article within which what it tells without a date is taken to have happened, if it must be."""


@dataclass(slots=True)
class Group:
    """Tellings that agree, and what they come to together."""

    tellings: list[Telling] = field(default_factory=list)
    sources: frozenset[Who] = frozenset()
    targets: frozenset[Who] = frozenset()
    things: frozenset[Who] = frozenset()
    places: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    days: Days | None = None

    def add(self, one: Telling) -> None:
        self.tellings.append(one)
        self.sources |= one.sources
        self.targets |= one.targets
        self.things |= one.things
        self.places |= one.places
        self.modes |= one.modes
        if self.days is None or (one.days is not None and one.days.coarseness < self.days.coarseness):
            self.days = one.days


def groups(tellings: Iterable[Telling], country: Country, published: Days | None) -> list[Group]:
    """The events of an article. published: the day it appeared."""
    found: list[Group] = []
    for one in sorted(tellings, key=lambda telling: telling.rank):
        fitting = [] if _stands_alone(one) else [group for group in found if _agree(one, group, country)]
        if len(fitting) > 1:
            fitting = [group for group in fitting if _recent(group, published)] or fitting
        if len(fitting) > 1:
            continue
        if not fitting:
            fitting = [Group()]
            found += fitting
        fitting[0].add(one)
    return sorted(found, key=lambda group: min(one.start for one in group.tellings))


def _stands_alone(one: Telling) -> bool:
    return one.once_more and one.days is None


def _recent(group: Group, published: Days | None) -> bool:
    if group.days is None or published is None:
        return False
    return 0 <= (published.first - group.days.last).days <= RECENT and group.days.coarseness < 2


def _agree(one: Telling, group: Group, country: Country) -> bool:
    first = group.tellings[0]
    return (
        one.relation == first.relation
        and all(one.contents == other.contents for other in group.tellings)
        and len(one.modes | group.modes) < 2
        and (one.days is None or group.days is None or one.days.agrees(group.days))
        and _places_agree(one.places, group.places, country)
        and _ends_agree(one, group)
    )


def _places_agree(ours: frozenset[str], theirs: frozenset[str], country: Country) -> bool:
    """One is unknown, they share one, or one lies in the other."""
    if not ours or not theirs or ours & theirs:
        return True
    return any(country(one) == other or country(other) == one for one in ours for other in theirs)


def _ends_agree(one: Telling, group: Group) -> bool:
    """Nobody else takes part, and someone who does is told by both."""
    if one.kind.reciprocal:
        return _same_parties(one.sources, group.sources)
    by, on = _same(one.sources, group.sources), _same(one.targets, group.targets)
    with_ = _same(one.things, group.things)
    if with_ is False and by and on:
        # *rejected Russia's demand* and *a key Russian demand*: between the same two, of one kind.
        with_ = bool(_ids(one.things) & _ids(group.things))
    if False in {by, on, with_} or not (by or on or with_):
        return False
    same_act = any(one.acts & other.acts for other in group.tellings)
    on = on or with_
    # *praised* and *thanked* are two acts of one relation; *attacked* and *shelled* may be one, of the same two.
    return same_act or bool(one.modes & group.modes) or (not one.kind.verbal and bool(by and on))


def _same_parties(ours: frozenset[Who], theirs: frozenset[Who]) -> bool:
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def _ids(who: frozenset[Who]) -> frozenset[str]:
    return frozenset(id_ for id_, _ in who)


def _same(ours: frozenset[Who], theirs: frozenset[Who]) -> bool | None:
    """Whether one names all the other names; None where one of them doesn't say."""
    return ours <= theirs or theirs <= ours if ours and theirs else None
