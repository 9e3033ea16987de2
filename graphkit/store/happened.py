"""Events: which claims report them, and what their evidence comes to.

As with edges nothing is counted up: an event whose evidence came or went is computed anew from all it has left.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphkit.store import declarations as d
from graphkit.store.connection import Row, fetch
from graphkit.store.event import ends, of_event, read_key
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.support import BEST_FIRST, Tx, merge

EVENTS_OF = """
UNWIND $ids AS id
MATCH (article:Article {id: id})<-[evidence:EVIDENCE]-(:Claim) USING INDEX SEEK article:Article(id)
WHERE evidence.event IS NOT NULL
RETURN DISTINCT evidence.event AS event
"""
UNREPORT = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[reports:REPORTS]->(event:Event) USING INDEX SEEK claim:Claim(id)
WHERE NOT EXISTS { (claim)-[evidence:EVIDENCE]->(:Article) WHERE evidence.event = event.id }
DELETE reports
RETURN count(*) AS removed
"""
UNREPORTED = """
UNWIND $ids AS id
MATCH (event:Event {id: id}) USING INDEX SEEK event:Event(id) WHERE NOT EXISTS { (event)<-[:REPORTS]-(:Claim) }
DETACH DELETE event
RETURN count(*) AS removed
"""
EVENT_SUPPORT = f"""
UNWIND $ids AS id
MATCH (event:Event {{id: id}})<-[:REPORTS]-(claim:Claim) USING INDEX SEEK event:Event(id)
MATCH (claim)-[evidence:EVIDENCE]->(article:Article) WHERE evidence.event = event.id
WITH event, claim, evidence, article
ORDER BY claim.speaker_id IS NOT NULL, {BEST_FIRST}, claim.id
WITH event, collect(evidence)[0] AS best, collect(claim)[0] AS first, count(DISTINCT claim) AS claims,
     count(DISTINCT article) AS articles, count(DISTINCT article.origin) AS origins,
     min(evidence.seen) AS first_seen, max(evidence.seen) AS last_seen
WITH event, best.event_key AS key, {{name: best.claim, quote: best.quote, claims: claims, articles: articles,
     certainty: CASE WHEN first.speaker_id IS NULL THEN 'stated' ELSE 'attributed' END, origins: origins,
     first_seen: first_seen, last_seen: last_seen}} AS support
"""
SETTLE_EVENTS = f"{EVENT_SUPPORT}\nSET event += support\nRETURN count(*) AS settled"
KEYS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[evidence:EVIDENCE]->(:Article) USING INDEX SEEK claim:Claim(id)
WHERE evidence.event IS NOT NULL
RETURN DISTINCT claim.id AS claim, evidence.event AS event, evidence.event_key AS key, evidence.claim AS name
ORDER BY claim, event, name
"""
ENDS = """
UNWIND $ids AS id
MATCH (event:Event {id: id})-[link:ACTOR|TARGET|AT]->(entity:Entity) USING INDEX SEEK event:Event(id)
RETURN event.id AS event, type(link) AS type, entity.id AS entity
"""
FORGET_ENDS = """
UNWIND $rows AS row
MATCH (event:Event {id: row.event})-[link:ACTOR|TARGET|AT]->(entity:Entity {id: row.entity})
    USING INDEX SEEK event:Event(id)
WHERE type(link) = row.type
DELETE link
RETURN count(*) AS removed
"""
EVENT_KEYS = f"{EVENT_SUPPORT}\nRETURN event.id AS event, key"


def events_of(tx: Tx, articles: Iterable[str]) -> frozenset[str]:
    """Ids of the events some articles tell of."""
    return frozenset(row["event"] for row in fetch(tx, EVENTS_OF, ids=sorted(articles)))


def unreport(tx: Tx, claims: Iterable[str]) -> None:
    """Parts claims from events no evidence of theirs tells of any more."""
    fetch(tx, UNREPORT, ids=sorted(claims))


def settle_events(tx: Tx, ids: Iterable[str]) -> None:
    """Takes away the events no claim reports, and computes the others from their evidence."""
    listed = sorted(ids)
    fetch(tx, UNREPORTED, ids=listed)
    fetch(tx, SETTLE_EVENTS, ids=listed)


def report_anew(tx: Tx, claims: Sequence[str]) -> None:
    """Makes the events that the evidence of claims tells of, and links each claim to them and to no others."""
    nodes: dict[str, Row] = {}
    reports: dict[tuple[str, str], Row] = {}
    links: dict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    for row in fetch(tx, KEYS, ids=list(claims)):
        event = read_key(row["key"])
        name = {"name": row["name"]}
        nodes.setdefault(event.id, {"id": event.id, "set": d.EVENT.row(of_event(event) | name)})
        reports[row["claim"], event.id] = {"start": row["claim"], "end": event.id}
        for link, entity in ends(event):
            links[link.name][event.id, entity] = {"start": event.id, "end": entity}
    merge(tx, merge_nodes(replace(d.EVENT, settled=False)), list(nodes.values()))
    merge(tx, merge_relationships(d.REPORTS), list(reports.values()))
    for link in (d.ACTOR, d.TARGET, d.AT):
        merge(tx, merge_relationships(link), list(links[link.name].values()))
    unreport(tx, claims)


def relink(tx: Tx, ids: Sequence[str]) -> None:
    """Takes from events the participants their evidence doesn't name."""
    rightful: dict[str, set[tuple[str, str]]] = {}
    for row in fetch(tx, EVENT_KEYS, ids=list(ids)):
        rightful[row["event"]] = {(link.name, entity) for link, entity in ends(read_key(row["key"]))}
    linked = fetch(tx, ENDS, ids=list(ids))
    wrong = [row for row in linked if (row["type"], row["entity"]) not in rightful.get(row["event"], set())]
    fetch(tx, FORGET_ENDS, rows=wrong)
