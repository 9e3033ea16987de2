"""How the database would run a saved query, in words, and whether that is fit for a large graph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from neo4j import ManagedTransaction
from neo4j.exceptions import ClientError

from graphkit.errors import QueryError
from graphkit.store.connection import Connection
from graphkit.store.faults import plainly, told
from graphkit.store.header import SavedQuery

READS = "r"
"""How the server calls a query that only reads."""
WORSE = {
    "CartesianProduct": "joins everything found so far with everything else: connect the patterns",
    "AllNodesScan": "goes through every node of the graph: give the node a label and an indexed property",
    "AllRelationshipsScan": "goes through every relationship of the graph: start from a node",
    "DirectedAllRelationshipsScan": "goes through every relationship of the graph: start from a node",
    "UndirectedAllRelationshipsScan": "goes through every relationship of the graph: start from a node",
}
WORDS = (
    ("NodeUniqueIndexSeek", "look up by a unique id"),
    ("NodeIndexSeek", "look up through an index"),
    ("NodeIndexScan", "go through an index"),
    ("NodeByLabelScan", "go through every node of a label"),
    ("MultiNodeIndexSeek", "look up through several indexes"),
    ("UnionNodeByLabelsScan", "go through every node of some labels"),
    ("Expand(Into)", "keep what is connected"),
    ("OptionalExpand", "follow, where there is one"),
    ("Expand", "follow"),
    ("Shortest", "search the shortest paths"),
    ("Filter", "keep those where"),
    ("Top", "sort and keep the first"),
    ("PartialSort", "sort further"),
    ("Sort", "sort"),
    ("Limit", "keep the first"),
    ("EagerAggregation", "count and collect"),
    ("OrderedAggregation", "count and collect"),
    ("Aggregation", "count and collect"),
    ("Distinct", "drop repetitions"),
    ("Projection", "work out"),
    ("CacheProperties", "read"),
    ("Optional", "go on where there is none"),
    ("Unwind", "one row for each"),
    ("ProduceResults", "answer"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """steps: in words, the first that is done first. problems: what would be slow on a large graph."""

    query: str
    steps: tuple[str, ...]
    problems: tuple[str, ...]


def explain(connection: Connection, query: SavedQuery) -> Plan:
    """The plan of a query, which isn't run; QueryError where it is wrong or would write."""
    with told(connection.address):
        try:
            root, kind = connection.read(partial(_planned, query=query))
        except ClientError as error:
            raise QueryError(f"query {query.name!r} ({query.path}) is refused: {plainly(error)}") from error
    if kind != READS:
        raise QueryError(f"query {query.name!r} ({query.path}) would write: saved queries only read")
    steps = list(operators(root))
    problems = [
        f"{WORSE[_name(operator)]} ({_details(operator)})" for operator in steps if _name(operator) in WORSE
    ]
    return Plan(query.name, tuple(_worded(operator) for operator in steps), tuple(problems))


def _planned(transaction: ManagedTransaction, query: SavedQuery) -> tuple[dict[str, Any], str]:
    given = {one.name: ["somebody"] if one.type == "entity" else one.default for one in query.parameters}
    summary = transaction.run(f"EXPLAIN {query.text}", given).consume()
    return summary.plan or {}, summary.query_type or ""


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Leaves first: what is done first."""
    for child in plan.get("children", ()):
        yield from operators(child)
    yield plan


def _name(operator: dict[str, Any]) -> str:
    """The operator without the database's name: "Filter@neo4j"."""
    return str(operator.get("operatorType", "")).partition("@")[0]


def _details(operator: dict[str, Any]) -> str:
    details = str(operator.get("args", {}).get("Details", ""))
    return " ".join(re.sub(r"\s+", " ", details).split())


def _worded(operator: dict[str, Any]) -> str:
    name = _name(operator)
    words = next((words for part, words in WORDS if part in name), name)
    details = _details(operator)
    return f"{words}: {details}" if details else words
