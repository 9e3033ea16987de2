"""What country an actor is of, and what part of public life: from the gazetteer, titles and the words of names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

import yaml

from graphkit.model import Entity, Reading
from graphkit.resolve.gazetteer import Gazetteer
from graphkit.resolve.names import normalised
from graphkit.resolve.offices import whose
from graphkit.resolve.referents import Referents
from graphkit.resources import shipped

WEAK = "weak"
LONGEST = 4
"""Words of the longest phrase that names a sector."""
NOT_ACTORS = frozenset({"Occasion", "Place", "Product", "Work"})


@dataclass(frozen=True, slots=True)
class Sectors:
    """Sector by the phrase that names it; weak: where no other word does."""

    strong: Mapping[str, str]
    weak: Mapping[str, str]

    def of(self, words: str) -> str | None:
        """The sector of whoever is called so: that of the last word that names one."""
        said = [_singular(word) for word in normalised(words.partition(",")[0]).split()]
        # *head of the observatory*: of what kind of body isn't known, so a head says nothing.
        return self._last(said, self.strong) or (None if "of" in said else self._last(said, self.weak))

    def _last(self, said: list[str], known: Mapping[str, str]) -> str | None:
        for end in range(len(said), 0, -1):
            for start in range(max(0, end - LONGEST), end):
                found = known.get(" ".join(said[start:end]))
                if found is not None:
                    return found
        return None


@cache
def sectors() -> Sectors:
    """Those of `config/sectors.yaml`."""
    lists = yaml.safe_load(shipped("config", "sectors.yaml").read_text("utf-8"))
    weak = lists.pop(WEAK)
    return Sectors(_inverted(lists), _inverted(weak))


def described(
    entities: Iterable[Entity], reading: Reading, found: Referents, gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The entities, those that act with their country and sector, where these are known."""
    titles = _titles(reading, found)
    return tuple(_described(entity, titles.get(entity.id, ()), gazetteer) for entity in entities)


def _described(entity: Entity, titles: Iterable[str], gazetteer: Gazetteer) -> Entity:
    if entity.type in NOT_ACTORS:
        entry = gazetteer.entry(entity.id)
        return entity if entry is None or entry.country is None else replace(entity, country=entry.country)
    if entity.type == "Country":
        return replace(entity, country=entity.id, sector="government")
    called = sorted(set(titles))
    return replace(
        entity, country=_country(entity, called, gazetteer), sector=_sector(entity, called, gazetteer)
    )


def _country(entity: Entity, called: list[str], gazetteer: Gazetteer) -> str | None:
    """Its own in the gazetteer, of its offices, that its titles or its name say; None where these are several."""
    entry = gazetteer.entry(entity.id)
    if entry is not None and entry.country is not None:
        return entry.country
    known = {office.of for office in gazetteer.offices(entity.id)}
    words = [*called, *([entity.name] if entity.type == "Organization" else [])]
    said = {id_ for text in words for id_ in whose(text, gazetteer)}
    for among in (known, said):
        countries = {id_ for id_ in among if _is_country(id_, gazetteer)}
        if countries:
            return countries.pop() if len(countries) == 1 else None
    return None


def _is_country(id_: str, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.entry(id_)
    return entry is not None and entry.kind == "Country"


def _sector(entity: Entity, called: list[str], gazetteer: Gazetteer) -> str | None:
    """By its titles; else what the gazetteer says it is; else, of no person, by the words of its name."""
    known = sectors()
    entry = gazetteer.entry(entity.id)
    offices = [office.office for office in gazetteer.offices(entity.id)]
    told = [found for title in (*called, *offices) if (found := known.of(title)) is not None]
    if told:
        return min(sorted(set(told)), key=lambda sector: -told.count(sector))
    for role in entry.roles if entry is not None else ():
        if (found := known.of(role)) is not None:
            return found
    return None if entity.type == "Person" else known.of(entity.name)


def _titles(reading: Reading, found: Referents) -> dict[str, list[str]]:
    """What the article calls each: titles before its name, and what it says that it is."""
    titles: dict[str, list[str]] = defaultdict(list)
    for mention in reading.mentions:
        referent = found.of(mention.start, mention.end)
        if referent is None:
            continue
        if mention.title:
            titles[referent.id].append(mention.title)
        if mention.core is not None:
            titles[referent.id] += found.standing.called.get((mention.core.start, mention.core.end), ())
    return titles


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _inverted(lists: Mapping[str, list[str]]) -> dict[str, str]:
    inverted: dict[str, str] = {}
    for sector, phrases in lists.items():
        for phrase in phrases:
            inverted.setdefault(" ".join(_singular(word) for word in normalised(phrase).split()), sector)
    return inverted
