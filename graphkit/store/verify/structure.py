"""The schema, and labels and types nobody declared."""

from collections.abc import Iterator

from graphkit.ontology import Ontology
from graphkit.store import schema
from graphkit.store.connection import Connection
from graphkit.store.declarations import NODES
from graphkit.store.verify.problem import Problem
from graphkit.store.vocabulary import Vocabulary

UNNAMED = """
UNWIND $labels AS label
MATCH (node) WHERE label IN labels(node) AND (node.id IS NULL OR node.name IS NULL)
RETURN label, coalesce(node.id, elementId(node)) AS id
"""


def structure(connection: Connection, ontology: Ontology, words: Vocabulary) -> Iterator[Problem]:
    """Every constraint and index is there, and every node has an id and a name."""
    report = schema.show(connection, ontology)
    if report.version != report.newest:
        found = "no version" if report.version is None else f"version {report.version}"
        yield Problem("schema", "version", f"the graph has {found}, not {report.newest}")
    for item, present in report.items:
        if not present:
            yield Problem("schema", item.name, "is missing: run `graphkit schema apply`")
    for row in connection.stream(UNNAMED, labels=[node.name for node in NODES]):
        yield Problem("node", row["id"], f"a {row['label']} without id or name")
