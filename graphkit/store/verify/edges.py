"""Edges between entities: each is what the claims behind it come to, and none is missing."""

from collections.abc import Iterator

from graphkit.ontology import Ontology
from graphkit.ontology.declared import IDENTIFIER
from graphkit.store.connection import Connection, Row
from graphkit.store.pages import pages
from graphkit.store.support import EDGE_SUPPORT, edge_row
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

EDGES = """
MATCH (start:Entity)-[edge]->(end:Entity)
RETURN type(edge) AS type, start.id AS start, end.id AS end, properties(edge) AS properties
"""
DRAWING_CLAIMS = """
MATCH (claim:Claim) WHERE claim.edge IS NOT NULL RETURN claim.edge AS key, claim.relation AS relation
"""


def standing_edges(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Every edge between entities is drawn by claims, with just the properties they give it."""
    for page in pages(connection.stream(EDGES)):
        keys = sorted({edge["properties"].get("key") or "" for edge in page})
        supports = {row["key"]: row for row in connection.rows(EDGE_SUPPORT, keys=keys)}
        for edge in page:
            key = edge["properties"].get("key") or ""
            at = key or f"{edge['start']}-{edge['type']}-{edge['end']}"
            if not IDENTIFIER.fullmatch(edge["type"]):
                yield Problem("edge", at, f"has type {edge['type']!r}, which no ontology can declare")
            elif key not in supports:
                yield Problem("edge", at, f"a {edge['type']} that no claim draws")
            else:
                yield from _compared(at, edge, edge_row(supports[key], words), supports[key]["relation"])


def missing_edges(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Every claim that draws an edge has it drawn."""
    for page in pages(connection.stream(DRAWING_CLAIMS)):
        by_relation: dict[str, set[str]] = {}
        for row in page:
            by_relation.setdefault(row["relation"], set()).add(row["key"])
        for relation, keys in sorted(by_relation.items()):
            if not IDENTIFIER.fullmatch(relation):
                continue  # told by `support`: such a claim can't have this edge
            found = f"UNWIND $keys AS key MATCH ()-[:{relation} {{key: key}}]->() RETURN key"
            drawn = {row["key"] for row in connection.rows(found, keys=sorted(keys))}
            for key in sorted(keys - drawn):
                yield Problem("edge", key, f"a {relation} that claims draw is missing")


def _compared(at: str, edge: Row, wanted: Row, relation: str) -> Iterator[Problem]:
    if (edge["type"], edge["start"], edge["end"]) != (relation, wanted["start"], wanted["end"]):
        yield Problem(
            "edge",
            at,
            f"runs {edge['start']}-{edge['type']}-{edge['end']}, its claims draw "
            f"{wanted['start']}-{relation}-{wanted['end']}",
        )
    properties = {name: value for name, value in wanted["set"].items() if value is not None}
    found = {name: value for name, value in edge["properties"].items() if name != "key"}
    for name in sorted(properties.keys() | found.keys()):
        if properties.get(name) != found.get(name):
            yield Problem(
                "edge",
                at,
                f"{name} is {found.get(name)!r}, its claims make it {properties.get(name)!r}",
            )
