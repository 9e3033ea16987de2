"""One digest of a whole graph: two graphs with the same digest hold the same, however they came about."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graphkit.store.connection import Connection, Row
from graphkit.store.declarations import NODES, RELATIONSHIPS, SEEN, UNPRINTED

FORMAT = "graphkit.fingerprint/1"
MODULUS = 2**256

NODE_ROWS = "MATCH (node) RETURN labels(node) AS labels, properties(node) AS properties"
LINK_ROWS = """
MATCH (start)-[link]->(end)
RETURN type(link) AS type, labels(start) AS start_labels, start.id AS start, labels(end) AS end_labels,
       end.id AS end, properties(link) AS properties
"""
VOLATILE = {declared.name: declared.volatile for declared in (*NODES, *RELATIONSHIPS)}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """digest: of all nodes and relationships, in hex. nodes, relationships: how many it covers."""

    digest: str
    nodes: int
    relationships: int

    def __str__(self) -> str:
        return f"{self.digest} ({self.nodes} nodes, {self.relationships} relationships)"


def fingerprint(connection: Connection) -> Fingerprint:
    """Digest of the database, read row by row: it needs no more memory for a large graph.

    What says how and when the articles were loaded is left out: runs, times of load, paths of files.
    """
    nodes, node_sum = _sum(_node_forms(connection.stream(NODE_ROWS)))
    links, link_sum = _sum(_link_forms(connection.stream(LINK_ROWS)))
    whole = f"{FORMAT} {nodes} {node_sum:064x} {links} {link_sum:064x}"
    return Fingerprint(hashlib.sha256(whole.encode()).hexdigest(), nodes, links)


def _sum(forms: Iterable[list[Any]]) -> tuple[int, int]:
    """Count and sum of the digests: no order in it, and two equal rows don't cancel out as with XOR."""
    count = total = 0
    for form in forms:
        encoded = json.dumps(form, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8")
        total = (total + int.from_bytes(hashlib.sha256(encoded).digest(), "big")) % MODULUS
        count += 1
    return count, total


def _node_forms(rows: Iterable[Row]) -> Iterator[list[Any]]:
    for row in rows:
        labels = sorted(row["labels"])
        if not UNPRINTED.intersection(labels):
            volatile = frozenset().union(*(VOLATILE.get(label, frozenset()) for label in labels))
            yield [labels, _lasting(row["properties"], volatile)]


def _link_forms(rows: Iterable[Row]) -> Iterator[list[Any]]:
    for row in rows:
        if row["type"] not in UNPRINTED:
            ends = [sorted(row["start_labels"]), row["start"], sorted(row["end_labels"]), row["end"]]
            # Types that aren't of the store's own are edges an ontology's relation draws.
            yield [row["type"], ends, _lasting(row["properties"], VOLATILE.get(row["type"], SEEN))]


def _lasting(properties: dict[str, Any], volatile: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in volatile}
