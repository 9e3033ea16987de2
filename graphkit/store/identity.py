"""What the graph tells of entities, for deciding which of them are one, and which articles name them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from graphkit.model import Article, EntityProfile
from graphkit.store.connection import Connection
from graphkit.store.pages import pages

KEPT = 40
"""Names, titles, neighbours and articles of one entity: enough to tell it by."""
PAGE = 500
PLACING = ("Country", "Organization", "Place")

PROFILES = f"""
MATCH (entity:Entity)
WHERE entity.kind <> 'Concept' AND entity.id > $after
WITH entity ORDER BY entity.id LIMIT $limit
RETURN entity.id AS id, entity.name AS name, entity.kind AS type,
  COLLECT {{
    MATCH (name:Name)-[:NAMES]->(entity)
    RETURN DISTINCT name.name AS name ORDER BY name LIMIT {KEPT}
  }} AS names,
  COLLECT {{
    MATCH (claim:Claim)-[:SUBJECT]->(entity)
    WHERE claim.predicate STARTS WITH 'be ' AND claim.polarity = 'affirmed'
    OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
    RETURN DISTINCT substring(claim.predicate, 3) + coalesce(' ' + object.name, '') AS title
    ORDER BY title LIMIT {KEPT}
  }} AS titles,
  COLLECT {{
    MATCH (article:Article)-[:MENTIONS]->(entity)
    WITH article ORDER BY article.id LIMIT {KEPT}
    RETURN [article.id, article.published]
  }} AS articles,
  COLLECT {{
    MATCH (article:Article)-[:MENTIONS]->(entity)
    WITH article ORDER BY article.id LIMIT {KEPT}
    MATCH (article)-[:MENTIONS]->(other:Entity)
    WHERE other.kind IN $placing AND other.id <> entity.id
    RETURN DISTINCT other.id AS id ORDER BY id LIMIT {KEPT}
  }} AS near
ORDER BY id
"""
MENTIONING = """
UNWIND $ids AS id
MATCH (article:Article)-[:MENTIONS]->(entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
RETURN DISTINCT article.id AS id ORDER BY id
"""
ARTICLE_IDS = "MATCH (article:Article) RETURN article.id AS id ORDER BY id"
ARTICLES = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
OPTIONAL MATCH (article)-[:TEXT]->(text:ArticleText)
RETURN text.text AS text, article {.title, .url, .path, .publisher, .byline, .place, .published, .language,
       .extractor, .name, .id} AS article
ORDER BY article.id
"""
QUOTES = """
MATCH (article:Article)-[mention:MENTIONS]->(entity:Entity {id: $id}) USING INDEX SEEK entity:Entity(id)
WITH article, mention ORDER BY article.published DESC, article.id LIMIT $limit
OPTIONAL MATCH (article)-[:TEXT]->(text:ArticleText)
RETURN article.name AS title, article.published AS published, mention.first AS first, text.text AS text
"""
QUOTED = 160
"""Characters on either side of a mention that are shown."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as the graph has it. article: None where its text isn't kept. extractor: what read it."""

    id: str
    place: str
    article: Article | None
    extractor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Where an article names an entity. published: ISO, or None. words: empty where its text isn't kept."""

    title: str
    published: str | None
    words: str


def entity_profiles(connection: Connection) -> Iterator[EntityProfile]:
    """A profile of every entity but Concepts, by id, a page at a time; countries of titles aren't told."""
    after = ""
    while rows := connection.rows(PROFILES, after=after, limit=PAGE, placing=list(PLACING)):
        after = rows[-1]["id"]
        for row in rows:
            dates = sorted(published[:10] for _, published in row["articles"] if published)
            yield EntityProfile(
                row["id"],
                row["name"],
                row["type"],
                tuple(row["names"]),
                titles=tuple(row["titles"]),
                near=tuple(row["near"]),
                articles=tuple(id_ for id_, _ in row["articles"]),
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
            )


def mentioning(connection: Connection, entities: Collection[str]) -> list[str]:
    """Ids of the articles that mention any of some entities, sorted."""
    found: set[str] = set()
    for page in pages(sorted(entities)):
        found.update(row["id"] for row in connection.rows(MENTIONING, ids=page))
    return sorted(found)


def article_ids(connection: Connection) -> list[str]:
    """Ids of all articles, sorted."""
    return [row["id"] for row in connection.stream(ARTICLE_IDS)]


def kept_articles(connection: Connection, ids: Collection[str]) -> Iterator[Kept]:
    """The articles with these ids as they were read, by id."""
    for page in pages(sorted(ids)):
        for row in connection.rows(ARTICLES, ids=page):
            known = row["article"]
            id_, name, extractor = known.pop("id"), known.pop("name"), known.pop("extractor")
            article = None
            if row["text"] is not None:
                article = Article(row["text"], **{**known, "title": known["title"] or ""})
            yield Kept(id_, known["url"] or known["path"] or name, article, extractor)


def quotes(connection: Connection, entity: str, limit: int = 2) -> list[Quote]:
    """Where the latest articles first name an entity."""
    rows = connection.rows(QUOTES, id=entity, limit=limit)
    return [Quote(row["title"], row["published"], _around(row["text"], row["first"])) for row in rows]


def _around(text: str | None, place: int) -> str:
    """The sentence or so around a place, on one line."""
    if text is None:
        return ""
    start, end = max(0, place - QUOTED), place + QUOTED
    before = text[start:place]
    for mark in ("\n", ". "):
        before = before.rsplit(mark, 1)[-1]
    after = text[place:end].split("\n", 1)[0]
    stop = after.find(". ")
    after = after[: stop + 1] if stop >= 0 else after
    return " ".join(f"{before}{after}".split())
