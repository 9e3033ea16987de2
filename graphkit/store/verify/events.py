"""Events: reported by the claims whose evidence tells of them, with just the properties that follow."""

from collections.abc import Iterator

from graphkit.ontology import Ontology
from graphkit.store.connection import Connection, Row
from graphkit.store.event import ends, of_event, read_key
from graphkit.store.happened import ENDS, EVENT_SUPPORT
from graphkit.store.pages import pages
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

TOLD = """
MATCH (claim:Claim)
RETURN claim.id AS claim, [(claim)-[:REPORTS]->(event) | event.id] AS reported,
       [(claim)-[evidence:EVIDENCE]->() WHERE evidence.event IS NOT NULL | [evidence.event, evidence.event_key]] AS told
"""
EVENTS = """
MATCH (event:Event)
RETURN event.id AS id, event.name AS name, EXISTS { (event)<-[:REPORTS]-(:Claim) } AS reported
"""
SUPPORT = f"{EVENT_SUPPORT}\nRETURN event {{.*}} AS event, key, support"


def reports(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Claims report the events their evidence tells of, each under the id that is the digest of its key."""
    for row in connection.stream(TOLD):
        told, reported = {event for event, _ in row["told"]}, set(row["reported"])
        for event in sorted(told - reported):
            yield Problem("event", event, f"claim {row['claim']} tells of it and doesn't report it")
        for event in sorted(reported - told):
            yield Problem("event", event, f"claim {row['claim']} reports it, which no evidence tells of")
        for event, key in row["told"]:
            if _digest(key) != event:
                yield Problem("event", event, f"its id isn't the digest of {key}")


def events(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Each is reported, and has the participants and the support that its evidence gives it."""
    found = []
    for row in connection.stream(EVENTS):
        if not row["reported"]:
            yield Problem("orphan", row["id"], f"an event no claim reports: {row['name']!r}")
        else:
            found.append(row["id"])
    for page in pages(found):
        linked: dict[str, set[tuple[str, str]]] = {}
        for row in connection.rows(ENDS, ids=page):
            linked.setdefault(row["event"], set()).add((row["type"], row["entity"]))
        for row in connection.rows(SUPPORT, ids=page):
            yield from _compared(row, linked.get(row["event"]["id"], set()))


def _compared(row: Row, linked: set[tuple[str, str]]) -> Iterator[Problem]:
    id_, event = row["event"]["id"], row["event"]
    if _digest(row["key"]) != id_:
        return  # told by `reports`
    known = read_key(row["key"])
    wanted = of_event(known) | row["support"]
    for name in sorted(wanted):
        # The driver's dates are of a class of its own.
        if str(event.get(name)) != str(wanted[name]):
            yield Problem(
                "event", id_, f"{name} is {event.get(name)!r}, its evidence makes it {wanted[name]!r}"
            )
    parties = {(link.name, entity) for link, entity in ends(known)}
    for kind, entity in sorted(parties ^ linked):
        lacks = "lacks" if (kind, entity) in parties else "has"
        yield Problem("event", id_, f"{lacks} {kind} {entity}")


def _digest(key: str | None) -> str | None:
    try:
        return read_key(key or "").id
    except ValueError:
        return None
