"""What follows from the evidence: the properties of claims, and the edges between entities.

Nothing is ever incremented: whatever evidence came or went, the claims it touches are computed anew from all
they have left. Claims are found by id and by the indexed key of their edge, never by walking from an entity,
which may have a hundred thousand of them. The hints hold the planner to that also in a graph so small, or
so new to its statistics, that reading every node would look as cheap.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from neo4j import ManagedTransaction, Transaction

from graphkit.errors import StoreError
from graphkit.store.connection import Row, fetch
from graphkit.store.sending import Sending
from graphkit.store.statements import delete_edges, merge_relationships, relabel
from graphkit.store.vocabulary import Vocabulary

Tx = ManagedTransaction | Transaction
Edges = dict[str, str]
"""Relation by edge key."""

BEST_FIRST = "evidence.confidence DESC, article.published_on, article.id, evidence.start, evidence.key"
"""Which of a claim's evidence speaks for it; a date sorts before none."""

CLAIM_SUPPORT = f"""
UNWIND $ids AS id
MATCH (claim:Claim {{id: id}})-[evidence:EVIDENCE]->(article:Article) USING INDEX SEEK claim:Claim(id)
WITH claim, evidence, article
ORDER BY {BEST_FIRST}
WITH claim, collect(evidence)[0] AS best,
     count(DISTINCT article) AS articles, count(DISTINCT article.origin) AS origins,
     min(evidence.seen) AS first_seen, max(evidence.seen) AS last_seen
WITH claim, {{name: best.claim, relation: best.relation, edge: best.edge, mode: best.mode,
     matter: best.matter, seat: best.seat, toll: best.toll,
     passive: best.passive, quote: best.quote,
     articles: articles, origins: origins, first_seen: first_seen, last_seen: last_seen}} AS support
"""
SETTLE_CLAIMS = f"""{CLAIM_SUPPORT}
WITH claim, support, claim.edge AS edge_before, claim.relation AS relation_before
SET claim += support
WITH claim, edge_before, relation_before
UNWIND [[edge_before, relation_before], [claim.edge, claim.relation]] AS edge
WITH DISTINCT edge WHERE edge[0] IS NOT NULL
RETURN edge[0] AS key, edge[1] AS relation
"""
EDGE_SUPPORT = f"""
UNWIND $keys AS key
MATCH (claim:Claim {{edge: key}})-[evidence:EVIDENCE]->(article:Article) USING INDEX SEEK claim:Claim(edge)
WITH key, claim, evidence, article
ORDER BY claim.speaker_id IS NOT NULL, {BEST_FIRST}, claim.id
WITH key, collect(claim)[0] AS claim, collect(evidence)[0] AS evidence, collect(article)[0] AS article,
     count(DISTINCT claim) AS claims,
     count(DISTINCT article) AS articles, count(DISTINCT article.origin) AS origins,
     min(article.published_on) AS first_published, max(article.published_on) AS last_published,
     min(evidence.seen) AS first_seen, max(evidence.seen) AS last_seen
RETURN key, claim.relation AS relation, claim.subject_id AS subject, claim.object_id AS object,
       claim.predicate AS predicate,
       CASE WHEN claim.speaker_id IS NULL THEN 'stated' ELSE 'attributed' END AS certainty,
       claims, articles, origins, evidence.quote AS quote, article.id AS article, article.url AS url,
       first_published, last_published, first_seen, last_seen
"""
ENTITY_SUPPORT = """
UNWIND $ids AS id
MATCH (entity:Entity {id: id})<-[:NAMES]-(name:Name {canonical: true}) USING INDEX SEEK entity:Entity(id)
WITH entity, name
ORDER BY name.kind, name.name, coalesce(name.wikidata, '')
WITH entity, collect(name)[0] AS best, min(name.country) AS country, min(name.sector) AS sector
"""
UNSETTLED_ENTITIES = f"""{ENTITY_SUPPORT}
WHERE entity.name <> best.name OR entity.kind <> best.kind
   OR coalesce(entity.wikidata, '') <> coalesce(best.wikidata, '')
   OR coalesce(entity.country, '') <> coalesce(country, '') OR coalesce(entity.sector, '') <> coalesce(sector, '')
RETURN entity.id AS id, best.kind AS kind,
       {{name: best.name, kind: best.kind, wikidata: best.wikidata, country: country, sector: sector}} AS set
"""
COUNT_ARTICLES = """
UNWIND $ids AS id
MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
SET entity.articles = COUNT { (entity)<-[:MENTIONS]-() }
"""
CALLED_OTHERWISE = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id}) USING INDEX SEEK entity:Entity(id)
WHERE entity.name <> row.name OR entity.kind <> row.kind
   OR coalesce(entity.wikidata, '') <> coalesce(row.wikidata, '')
   OR coalesce(entity.country, '') <> coalesce(row.country, '')
   OR coalesce(entity.sector, '') <> coalesce(row.sector, '')
RETURN entity.id AS id
"""


def merge(tx: Tx, text: str, rows: list[Row], **stamp: Any) -> None:
    """Writes rows; StoreError where one has an end that isn't there: MATCH would pass it over in silence."""
    if not rows:
        return
    merged = fetch(tx, text, rows=rows, **stamp)[0]["merged"]
    if merged != len(rows):
        raise StoreError(f"{len(rows) - merged} of {len(rows)} rows have no place in the graph for: {text}")


def settle_claims(tx: Tx, ids: Iterable[str]) -> Edges:
    """Computes claims from their evidence; returns every edge that may have to change for it."""
    return {row["key"]: row["relation"] for row in fetch(tx, SETTLE_CLAIMS, ids=sorted(ids))}


def count_articles(tx: Tx, ids: Iterable[str]) -> None:
    """Counts who mentions the entities: the server keeps the number, so a hundred thousand cost no more."""
    fetch(tx, COUNT_ARTICLES, ids=sorted(ids))


def called_otherwise(tx: Tx, entities: Iterable[Row]) -> set[str]:
    """Ids of entities a batch calls other than the graph does: only their names must be settled."""
    rows = [{"id": row["id"], **row["set"]} for row in entities]
    return {row["id"] for row in fetch(tx, CALLED_OTHERWISE, rows=rows)}


def settle_entities(tx: Tx, ids: Iterable[str], words: Vocabulary) -> None:
    """Gives entities the smallest of the kinds and names articles give them, with its label."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(tx, UNSETTLED_ENTITIES, ids=sorted(ids)):
        by_kind[row["kind"]].append(row)
    for kind, rows in sorted(by_kind.items()):
        merge(tx, relabel(words.kinds, kind), rows)


def derive_edges(tx: Tx, touched: Edges, words: Vocabulary) -> tuple[int, int]:
    """Draws the edges anew from the claims that share them; how many were drawn, and how many taken away."""
    drawn: dict[str, list[Row]] = defaultdict(list)
    gone: dict[str, set[str]] = defaultdict(set)
    for key, relation in touched.items():
        gone[relation].add(key)
    for support in fetch(tx, EDGE_SUPPORT, keys=sorted(touched)):
        drawn[support["relation"]].append(edge_row(support, words))
        gone[support["relation"]].discard(support["key"])
    sending = Sending(tx)
    for relation, rows in sorted(drawn.items()):
        edge_type = words.edge_type(relation)
        sending.merge(edge_type, merge_relationships(edge_type), rows)
    sending.settle()
    erased = 0
    for relation, keys in sorted(gone.items()):
        if keys:
            erased += fetch(tx, delete_edges(words.edge_type(relation)), keys=sorted(keys))[0]["removed"]
    return sum(map(len, drawn.values())), erased


def edge_row(support: Row, words: Vocabulary) -> Row:
    """The row of the edge a key's claims draw."""
    start, end = words.ends(support["relation"], support["subject"], support["object"])
    properties = {k: v for k, v in support.items() if k not in {"key", "relation", "subject", "object"}}
    declared = words.edge_type(support["relation"])
    return {"start": start, "end": end, "key": support["key"], "set": declared.row(properties)}
