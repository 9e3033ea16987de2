"""What the graph knows of an actor, read for a dossier."""

from collections.abc import Sequence

from graphkit.model.dossier import Dossier, Quote, ToldClaim
from graphkit.store.connection import Connection, Row
from graphkit.store.lookup import FoundEntity
from graphkit.store.values import plain

MOST_QUOTES = 20
"""Of one claim; the earliest."""
NAMES = """
MATCH (name:Name)-[:NAMES]->(entity:Entity) WHERE entity.id IN $actors
RETURN DISTINCT name.name AS name ORDER BY name
"""
CLAIMS = f"""
MATCH (claim:Claim)-[role:SUBJECT|OBJECT|SAID_BY|ABOUT|PLACE]->(actor:Entity) WHERE actor.id IN $actors
WITH claim, collect(DISTINCT type(role)) AS roles
RETURN claim.id AS id, properties(claim) AS set, roles,
  COLLECT {{ MATCH (claim)-[:SAID_BY]->(speaker) RETURN speaker.name ORDER BY speaker.id }} AS speakers,
  COLLECT {{
    MATCH (claim)-[it:EVIDENCE]->(article:Article)
    RETURN [it.quote, article.name, article.url, article.publisher, article.published]
    ORDER BY article.published_on, article.id, it.start LIMIT {MOST_QUOTES}
  }} AS quotes,
  COLLECT {{
    MATCH (claim)-[:CONTRADICTS]-(other:Claim) RETURN DISTINCT other.name AS name ORDER BY name
  }} AS contradicts
ORDER BY claim.id
"""


def dossier(connection: Connection, actors: Sequence[FoundEntity]) -> Dossier:
    """Everything that names one of the actors in whatever role."""
    ids = [actor.id for actor in actors]
    names = [row["name"] for row in connection.rows(NAMES, actors=ids)]
    claims = tuple(_claim(row) for row in connection.stream(CLAIMS, actors=ids))
    first = actors[0]
    return Dossier(
        name=first.name,
        kind=first.kind,
        ids=tuple(ids),
        names=tuple(name for name in names if name != first.name),
        claims=claims,
    )


def _claim(row: Row) -> ToldClaim:
    of = {name: plain(value) for name, value in row["set"].items()}
    return ToldClaim(
        id=row["id"],
        name=of["name"],
        relation=of["relation"],
        polarity=of["polarity"],
        modality=of["modality"],
        roles=frozenset(row["roles"]),
        speakers=tuple(row["speakers"]),
        happened=of.get("happened"),
        began=of.get("happened_from"),
        subject=of["subject_id"],
        predicate=of["predicate"],
        object=of.get("object_id"),
        origins=of["origins"],
        quotes=tuple(Quote(*map(plain, quote)) for quote in row["quotes"]),
        contradicts=tuple(row["contradicts"]),
    )
