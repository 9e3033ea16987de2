"""What the rest of an article says about who a name may mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.model import Article, Mention
from graphkit.resolve.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Context:
    """article: its id, for what is never shared with others.

    date: of publication, ISO, None where unknown. named: ids of countries and bodies the article names,
    directly, by a demonym or by a city of theirs.
    """

    article: str
    date: str | None
    named: frozenset[str]


def context(article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer) -> Context:
    """The context of an article."""
    names = {mention.text for mention in mentions if mention.kind == "name"}
    titles = {mention.title for mention in mentions if mention.title}
    words = names | {word for title in titles for word in title.split()}
    if article.place:
        words.add(article.place)
    named = {id_ for word in words for id_ in _ids(word, gazetteer)}
    date = article.published[:10] if article.published else None
    return Context(article.id, date, frozenset(named))


def _ids(word: str, gazetteer: Gazetteer) -> Iterable[str]:
    demonym = gazetteer.demonym(word)
    if demonym is not None:
        yield demonym.entity
    found = gazetteer.candidates(word)
    if len(found) == 1 and found[0].kind in {"Country", "Organization"}:
        yield found[0].id
    places = [entry for entry in found if entry.kind == "Place" and entry.country]
    if places:
        largest = max(places, key=lambda entry: (entry.population, entry.id))
        if largest.country is not None:
            yield largest.country
