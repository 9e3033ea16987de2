"""Taking away what articles no longer say: only what nothing else supports goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.store import declarations as d
from graphkit.store.connection import Row, fetch
from graphkit.store.rows import ArticleRows
from graphkit.store.statements import merge_relationships
from graphkit.store.support import Edges, Tx, merge

FORMER_EVIDENCE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})<-[evidence:EVIDENCE]-(claim:Claim) USING INDEX SEEK article:Article(id)
RETURN evidence.key AS key, claim.id AS claim, evidence.event AS event, evidence.seen AS seen,
       article.id AS article
"""
REMOVE_EVIDENCE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})<-[evidence:EVIDENCE]-(claim:Claim) USING INDEX SEEK article:Article(id)
WHERE NOT evidence.key IN row.evidence
WITH evidence, claim, claim.id AS id
DELETE evidence
RETURN DISTINCT id
"""
REMOVE_MENTIONS = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})-[mentions:MENTIONS]->(entity:Entity) USING INDEX SEEK article:Article(id)
WHERE NOT entity.id IN row.entities
WITH mentions, entity.id AS id
DELETE mentions
RETURN DISTINCT id
"""
REMOVE_NAMES = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})-[uses:USES_NAME]->(name:Name) USING INDEX SEEK article:Article(id)
WHERE NOT name.id IN row.names
WITH uses, name.id AS id, name.entity AS entity
DELETE uses
RETURN DISTINCT id, entity
"""
REMOVE_OTHERS = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})-[link:PUBLISHED_BY|LOADED_IN|TEXT]->(other) USING INDEX SEEK article:Article(id)
WHERE NOT other.id IN row.others
WITH link, other, other:Publisher AS publisher, other:ArticleText AS text
DELETE link
RETURN DISTINCT other.id AS id, publisher, text
"""
UNSUPPORTED_CLAIMS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id) WHERE NOT EXISTS { (claim)-[:EVIDENCE]->() }
WITH claim, claim.edge AS edge, claim.relation AS relation
DETACH DELETE claim
RETURN edge, relation
"""
UNUSED_NAMES = """
UNWIND $ids AS id
MATCH (name:Name {id: id}) USING INDEX SEEK name:Name(id) WHERE NOT EXISTS { (name)<-[:USES_NAME]-() }
DETACH DELETE name
RETURN count(*) AS removed
"""
UNMENTIONED_ENTITIES = """
UNWIND $ids AS id
MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id) WHERE NOT EXISTS { (entity)<-[:MENTIONS]-() }
WITH entity, entity.id AS id
DETACH DELETE entity
RETURN id
"""
UNUSED_PUBLISHERS = """
UNWIND $ids AS id
MATCH (publisher:Publisher {id: id}) USING INDEX SEEK publisher:Publisher(id)
WHERE NOT EXISTS { (publisher)<-[:PUBLISHED_BY]-() }
DELETE publisher
RETURN count(*) AS removed
"""
REMOVE_TEXTS = """
UNWIND $ids AS id
MATCH (text:ArticleText {id: id}) USING INDEX SEEK text:ArticleText(id)
DETACH DELETE text
RETURN count(*) AS removed
"""
REMOVE_ARTICLES = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
OPTIONAL MATCH (sketch:Sketch {id: id}) USING INDEX SEEK sketch:Sketch(id)
DETACH DELETE article, sketch
RETURN count(*) AS removed
"""
FORGET_ARGUMENTS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[link:ABOUT|PLACE]->(:Entity) USING INDEX SEEK claim:Claim(id)
DELETE link
RETURN count(*) AS removed
"""
ARGUMENTS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[evidence:EVIDENCE]->(:Article) USING INDEX SEEK claim:Claim(id)
UNWIND range(0, size(coalesce(evidence.argument_roles, [])) - 1) AS i
WITH claim.id AS claim, evidence.argument_roles[i] AS role, evidence.argument_entities[i] AS entity,
     evidence.argument_texts[i] AS text
WHERE entity <> ''
RETURN claim, role, entity, min(text) AS text
ORDER BY claim, entity, role
"""


@dataclass(frozen=True, slots=True)
class Removed:
    """What lost support and is left to be computed anew or swept away."""

    claims: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    evidence: int = 0

    def __or__(self, other: "Removed") -> "Removed":
        return Removed(
            self.claims | other.claims,
            self.entities | other.entities,
            self.names | other.names,
            self.events | other.events,
            self.publishers | other.publishers,
            self.evidence + other.evidence,
        )


def unlink_stale(tx: Tx, articles: Sequence[ArticleRows]) -> Removed:
    """Takes from articles that were written before what they no longer say."""
    if not articles:
        return Removed()
    return _unlink(tx, [_kept(article) for article in articles])


def remove_articles(tx: Tx, ids: Iterable[str]) -> Removed:
    """Takes articles out, with their text and all they say."""
    listed = sorted(ids)
    if not listed:
        return Removed()
    kept: list[Row] = [{"id": i, "evidence": [], "entities": [], "names": [], "others": []} for i in listed]
    removed = _unlink(tx, kept)
    fetch(tx, REMOVE_ARTICLES, ids=listed)
    return removed


def sweep_claims(tx: Tx, removed: Removed) -> tuple[int, Edges]:
    """Deletes claims without evidence and computes the arguments of those that stay.

    Returns how many went, and the edges they may have drawn.
    """
    if not removed.claims:
        return 0, {}
    gone = fetch(tx, UNSUPPORTED_CLAIMS, ids=sorted(removed.claims))
    _reargue(tx, removed.claims)
    return len(gone), {row["edge"]: row["relation"] for row in gone if row["edge"] is not None}


def sweep_entities(tx: Tx, removed: Removed) -> frozenset[str]:
    """Deletes names, entities and publishers no article has any more; returns the ids of the entities.

    To be done after their edges were drawn anew: deleting an entity takes what is tied to it along.
    """
    if removed == Removed():
        return frozenset()
    fetch(tx, UNUSED_NAMES, ids=sorted(removed.names))
    fetch(tx, UNUSED_PUBLISHERS, ids=sorted(removed.publishers))
    entities = fetch(tx, UNMENTIONED_ENTITIES, ids=sorted(removed.entities))
    return frozenset(row["id"] for row in entities)


def _unlink(tx: Tx, rows: list[Row]) -> Removed:
    former = fetch(tx, FORMER_EVIDENCE, rows=rows)
    fetch(tx, REMOVE_EVIDENCE, rows=rows)
    mentions = fetch(tx, REMOVE_MENTIONS, rows=rows)
    names = fetch(tx, REMOVE_NAMES, rows=rows)
    others = fetch(tx, REMOVE_OTHERS, rows=rows)
    fetch(tx, REMOVE_TEXTS, ids=sorted(row["id"] for row in others if row["text"]))
    kept = {key for row in rows for key in row["evidence"]}
    return Removed(
        # Also those whose evidence stays: it may have other arguments now.
        claims=frozenset(row["claim"] for row in former),
        entities=frozenset({row["id"] for row in mentions} | {row["entity"] for row in names}),
        names=frozenset(row["id"] for row in names),
        events=frozenset(row["event"] for row in former if row["event"] is not None),
        publishers=frozenset(row["id"] for row in others if row["publisher"]),
        evidence=sum(row["key"] not in kept for row in former),
    )


def _reargue(tx: Tx, claims: Iterable[str]) -> None:
    """Links claims to the further entities of all evidence they have left, and to no others."""
    ids = sorted(claims)
    fetch(tx, FORGET_ARGUMENTS, ids=ids)
    about: list[Row] = []
    place: list[Row] = []
    for row in fetch(tx, ARGUMENTS, ids=ids):
        link: Row = {"start": row["claim"], "end": row["entity"]}
        if row["role"] == "place":
            place.append(link)
        else:
            about.append(link | {"key": row["role"], "set": {"text": row["text"]}})
    merge(tx, merge_relationships(d.PLACE), place)
    merge(tx, merge_relationships(d.ABOUT), about)


def _kept(article: ArticleRows) -> Row:
    def ends(*types: str) -> list[str]:
        return [row["end"] for name in types for row in article.links.get(name, ())]

    return {
        "id": article.id,
        "evidence": [row["key"] for row in article.links.get(d.EVIDENCE.name, ())],
        "entities": ends(d.MENTIONS.name),
        "names": ends(d.USES_NAME.name),
        "others": ends(d.PUBLISHED_BY.name, d.LOADED_IN.name, d.TEXT.name),
    }
