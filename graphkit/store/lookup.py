"""Who is meant by a name: entities by id, name or alias, in any case, through an index."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graphkit.errors import QueryError
from graphkit.store.connection import Connection
from graphkit.store.lookup_key import lookup_key, phrase
from graphkit.store.schema import graph_version

FIND = """
MATCH (entity:Entity {id: $id}) USING INDEX SEEK entity:Entity(id)
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.articles AS articles
UNION
MATCH (name:Name {key: $key})-[:NAMES]->(entity:Entity) USING INDEX SEEK name:Name(key)
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.articles AS articles
"""
SIMILAR = """
CALL db.index.fulltext.queryNodes('graphkit_Name_words', $words, {limit: 200}) YIELD node
RETURN DISTINCT node.name AS name ORDER BY name
"""
SURNAMED = """
CALL db.index.fulltext.queryNodes('graphkit_Name_words', $words, {limit: 200}) YIELD node
MATCH (node)-[:NAMES]->(entity:Person) WHERE node.key ENDS WITH $ending
RETURN DISTINCT entity.id AS id, entity.name AS name, entity.kind AS kind, entity.articles AS articles LIMIT 2
"""
DESCRIBED = """
CALL () {
  CALL db.index.fulltext.queryNodes('graphkit_Name_words', $words, {limit: 200}) YIELD node
  MATCH (node)-[:NAMES]->(entity:Entity) WHERE node.key ENDS WITH $ending AND entity.kind <> 'Concept'
  RETURN entity
  UNION
  MATCH (claim:Claim {relation: 'HOLDS_OFFICE'})-[:SUBJECT]->(entity:Entity)
  WHERE claim.predicate IN $offices OR any(office IN $offices WHERE claim.predicate STARTS WITH office + ' ')
     OR any(ending IN $endings WHERE claim.predicate ENDS WITH ending)
  RETURN entity
}
WITH DISTINCT entity
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.articles AS articles
ORDER BY articles DESC, id LIMIT $most
"""
SUGGESTED = 3
NEAR = 60.0
MOST_WORDS = 12
MOST_DESCRIBED = 50


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """articles: how many mention it."""

    id: str
    name: str
    kind: str
    articles: int


def find_entities(connection: Connection, text: str) -> tuple[FoundEntity, ...]:
    """Everyone with this id or one of whose names this is, whoever most articles mention first."""
    rows = connection.rows(FIND, id=text.strip(), key=lookup_key(text))
    found = (FoundEntity(**row) for row in rows)
    return tuple(sorted(found, key=lambda entity: (-entity.articles, entity.id)))


def person_surnamed(connection: Connection, surname: str) -> FoundEntity | None:
    """The one person whose name ends with this word; None where nobody's does, or the names of several."""
    ending = f" {lookup_key(surname)}"
    rows = connection.rows(SURNAMED, words=phrase(surname), ending=ending)
    return FoundEntity(**rows[0]) if len(rows) == 1 else None


def described_as(connection: Connection, noun: str) -> tuple[FoundEntity, ...]:
    """Named entities that a common noun may mean: whose name ends with it, or who hold an office called so.

    Whoever most articles mention first, at most 50.
    """
    rows = connection.rows(
        DESCRIBED,
        words=phrase(noun),
        ending=f" {lookup_key(noun)}",
        offices=[f"be {noun.lower()}"],
        endings=[f" {noun.lower()}"],
        most=MOST_DESCRIBED,
    )
    return tuple(FoundEntity(**row) for row in rows)


def entities_called(connection: Connection, text: str) -> tuple[FoundEntity, ...]:
    """As `find_entities`; QueryError with the nearest names where there is nobody."""
    found = find_entities(connection, text)
    if found:
        return found
    if graph_version(connection) is None:
        raise QueryError(f"nobody is called {text!r}: the graph is empty; fill it with `graphkit load PATH`")
    near = similar_names(connection, text)
    if near:
        raise QueryError(f"nobody in the graph is called {text!r}: did you mean {' or '.join(near)}?")
    raise QueryError(
        f"nobody in the graph is called {text!r}, nor anything like it: `graphkit query run actors` lists "
        "who is"
    )


def similar_names(connection: Connection, text: str) -> tuple[str, ...]:
    """Names in the graph that look like it, the nearest first."""
    words = re.findall(r"\w+", text.lower())[:MOST_WORDS]
    if not words:
        return ()
    rows = connection.rows(SIMILAR, words=" ".join(f"{word}~" for word in words))
    names = [row["name"] for row in rows]
    near = process.extract(
        text, names, scorer=fuzz.WRatio, processor=lookup_key, limit=SUGGESTED, score_cutoff=NEAR
    )
    return tuple(name for name, _, _ in near)
