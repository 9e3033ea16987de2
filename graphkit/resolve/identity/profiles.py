"""What extractions tell of each entity, for telling whether two are one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graphkit.model import Claim, EntityProfile, Extraction
from graphkit.resolve.gazetteer import Gazetteer
from graphkit.resolve.offices import whose

KEPT = 40
"""Names, titles, neighbours and articles kept of each entity, the first by letter: enough to tell it by."""
PLACING = frozenset({"Country", "Place", "Organization"})
TELLING = frozenset({"Person", "Organization", "Place", "Group", "Occasion", "Product", "Work"})


def profiles(extractions: Iterable[Extraction], gazetteer: Gazetteer) -> list[EntityProfile]:
    """One profile for each named entity that isn't a Concept, sorted by id; the same for any order of articles."""
    found: dict[str, _Seen] = {}
    for extraction in extractions:
        _add(extraction, found)
    return [seen.profile(id_, gazetteer) for id_, seen in sorted(found.items()) if seen.names]


def placed(profile: EntityProfile, gazetteer: Gazetteer) -> EntityProfile:
    """A profile with the countries its titles name, and whether the gazetteer has the entity."""
    countries = {country for title in profile.titles for country in whose(title, gazetteer)}
    entry = gazetteer.entry(profile.id)
    if entry is not None and entry.country is not None:
        countries.add(entry.country)
    return replace(profile, countries=_kept(countries), listed=entry is not None)


@dataclass(slots=True)
class _Seen:
    calls: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def profile(self, id_: str, gazetteer: Gazetteer) -> EntityProfile:
        name, kind = min(self.calls, key=lambda call: (-self.calls[call], call))
        told = EntityProfile(
            id_,
            name,
            kind,
            _kept(self.names),
            titles=_kept(self.titles),
            near=_kept(self.near - {id_}),
            articles=_kept(self.articles),
            first=min(self.dates, default=None),
            last=max(self.dates, default=None),
        )
        return placed(told, gazetteer)


def _kept(values: set[str]) -> tuple[str, ...]:
    return tuple(sorted(values)[:KEPT])


def _add(extraction: Extraction, found: dict[str, _Seen]) -> None:
    article = extraction.article
    placing = {entity.id for entity in extraction.entities if entity.type in PLACING}
    titles = _titles(extraction.claims)
    for entity in extraction.entities:
        if entity.type not in TELLING:
            continue
        seen = found.setdefault(entity.id, _Seen())
        seen.calls[entity.name, entity.type] += 1
        seen.names |= {article.text[m.start : m.end] for m in entity.mentions if m.kind == "name"}
        seen.titles |= titles.get(entity.id, set())
        seen.near |= placing
        seen.articles.add(article.id)
        if article.published:
            seen.dates.add(article.published[:10])


def _titles(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """What claims call an entity: the noun of an affirmed "be", with whose it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        lemma = claim.predicate.lemma
        if lemma.startswith("be ") and claim.polarity == "affirmed" and not claim.passive:
            whom = f" {claim.object.text}" if claim.object is not None else ""
            found[claim.subject.entity].add(f"{lemma.removeprefix('be ')}{whom}")
    return found
