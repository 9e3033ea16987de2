"""What the rest of an article says about who a name may mean."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.model import Article, Mention
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.sport import Sport, sport


@dataclass(frozen=True, slots=True)
class Context:
    """article: its id, for what is never shared with others. text: of the article.

    date: of publication, ISO, None where unknown. direct: ids of countries and bodies the article names.
    countries: those of them that are countries. sport: how far the article is about sport.
    within: by country, the names the article has of places in it and of its people.
    provinces: by country, how many names it has that only provinces or states of it have.
    """

    article: str
    text: str
    date: str | None
    direct: frozenset[str]
    countries: frozenset[str] = frozenset()
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    provinces: Mapping[str, int] = field(default_factory=dict)
    sport: Sport = field(default_factory=Sport)

    @property
    def home(self) -> str | None:
        """The one country whose places, people or name the article has; None where it's none or several."""
        named = self.countries | self.within.keys()
        return next(iter(named)) if len(named) == 1 else None

    def names(self, id_: str) -> bool:
        """Whether the article names a country or body: directly, by its people or by a place in it."""
        return id_ in self.direct or id_ in self.within

    def places(self, country: str, besides: str = "") -> int:
        """How many names of its places and people the article has, one left out."""
        return len(self.within.get(country, frozenset()) - {besides})

    def foremost(self, country: str) -> bool:
        """Whether no other country is spoken of more, by names of its own, its places and its people."""
        most = max((self._spoken_of(other) for other in self.countries | self.within.keys()), default=0)
        return self._spoken_of(country) == most > 0

    def _spoken_of(self, country: str) -> int:
        return self.places(country) + (country in self.direct)


def context(article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer) -> Context:
    """The context of an article."""
    listed = list(mentions)
    words = {mention.text for mention in listed if mention.kind == "name"}
    words |= {word for mention in listed if mention.title for word in mention.title.split()}
    if article.place:
        words.add(article.place)
    direct: set[str] = set()
    countries: set[str] = set()
    within: dict[str, set[str]] = defaultdict(set)
    provinces: Counter[str] = Counter()
    for word in words:
        found = gazetteer.candidates(word)
        if found and found[0].country and all("region" in entry.roles for entry in found):
            provinces[found[0].country] += 1
        if len(found) == 1 and found[0].kind in {"Country", "Organization"}:
            direct.add(found[0].id)
            if found[0].kind == "Country":
                countries.add(found[0].id)
        for country in _within(word, found, gazetteer):
            within[country].add(word)
    return Context(
        article.id,
        article.text,
        article.published[:10] if article.published else None,
        frozenset(direct),
        frozenset(countries),
        {country: frozenset(names) for country, names in within.items()},
        provinces,
        sport(article.text),
    )


def _within(word: str, found: tuple[Entry, ...], gazetteer: Gazetteer) -> Iterable[str]:
    """Countries a word names a place or the people of."""
    demonym = gazetteer.demonym(word)
    if demonym is not None:
        yield demonym.entity
    places = [e for e in found if e.kind == "Place" and e.country and word not in (e.weak or ())]
    if places and not any(entry.kind == "Country" for entry in found):
        largest = max(places, key=lambda entry: ("capital" in entry.roles, entry.size, entry.id))
        if largest.country:
            yield largest.country
