"""The schema of a graph: its version, constraints and indexes, brought forward, never back."""

from dataclasses import dataclass
from functools import partial

from graphkit.errors import StoreError, UnsupportedServer
from graphkit.ontology import Ontology
from graphkit.store.connection import Connection, fetch
from graphkit.store.declarations import META_ID, edge_types
from graphkit.store.migrations import MIGRATIONS
from graphkit.store.statements import SchemaItem, schema_items
from graphkit.store.vocabulary import vocabulary

VERSION = MIGRATIONS[-1].version


@dataclass(frozen=True, slots=True)
class SchemaReport:
    """version: of the graph, None where there is none yet. items: each, and whether the database has it."""

    version: int | None
    newest: int
    items: tuple[tuple[SchemaItem, bool], ...]

    @property
    def complete(self) -> bool:
        return self.version == self.newest and all(present for _, present in self.items)


def show(connection: Connection, ontology: Ontology) -> SchemaReport:
    """What the graph should have and what of it is there."""
    present = _present(connection)
    items = schema_items(edge_types(ontology))
    return SchemaReport(graph_version(connection), VERSION, tuple((it, it.name in present) for it in items))


def apply(connection: Connection, ontology: Ontology) -> SchemaReport:
    """Brings the graph to the newest version and makes what is missing; running it again changes nothing.

    UnsupportedServer where the graph was written by a newer graphkit.
    """
    found = show(connection, ontology)
    refuse_newer(found.version, connection.address)
    return _completed(connection, ontology, found)


def ready(connection: Connection, ontology: Ontology) -> None:
    """Makes sure the graph can be written to: a new one gets its schema, an older one is left as it is.

    StoreError where the graph is of an older version: bringing it forward is for the user to decide.
    """
    found = show(connection, ontology)
    refuse_newer(found.version, connection.address)
    if found.version is not None and found.version < VERSION:
        raise StoreError(
            f"the graph at {connection.address} has schema version {found.version}, this graphkit writes "
            f"{VERSION}: run `graphkit schema apply` first"
        )
    _completed(connection, ontology, found)


def graph_version(connection: Connection) -> int | None:
    """Schema version of the graph; None for a database graphkit never wrote to."""
    rows = connection.rows("MATCH (meta:Meta {id: $id}) RETURN meta.version AS version", id=META_ID)
    return rows[0]["version"] if rows else None


def graph_id(connection: Connection) -> str:
    """What tells this graph from any other, also from one in the same place after all was deleted."""
    text = (
        "MERGE (meta:Meta {id: $id}) SET meta.graph = coalesce(meta.graph, randomUUID()) "
        "RETURN meta.graph AS graph"
    )
    rows = connection.write(partial(fetch, text=text, id=META_ID))
    return str(rows[0]["graph"])


def refuse_newer(version: int | None, address: str) -> None:
    """UnsupportedServer where the graph is of a version this program doesn't know."""
    if version is not None and version > VERSION:
        raise UnsupportedServer(
            f"the graph at {address} has schema version {version}, this graphkit knows {VERSION}: "
            "upgrade graphkit (`pip install --upgrade graphkit`)"
        )


def _completed(connection: Connection, ontology: Ontology, found: SchemaReport) -> SchemaReport:
    if found.complete:
        return found
    for item, present in show(connection, ontology).items:
        if not present:
            connection.declare(item.command)
    connection.declare("CALL db.awaitIndexes(600)")
    if found.version is not None:
        words = vocabulary(ontology)
        for migration in MIGRATIONS:
            if migration.version > found.version:
                migration.migrate(connection, words)
    _stamp(connection)
    return show(connection, ontology)


def _present(connection: Connection) -> frozenset[str]:
    constraints = connection.rows("SHOW CONSTRAINTS YIELD name")
    indexes = connection.rows("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'")
    return frozenset(row["name"] for row in (*constraints, *indexes))


def _stamp(connection: Connection) -> None:
    text = (
        "MERGE (meta:Meta {id: $id}) SET meta.version = $version, meta.name = $name RETURN meta.version AS v"
    )
    name = f"graphkit schema {VERSION}"
    connection.write(lambda tx: tx.run(text, id=META_ID, version=VERSION, name=name).consume())
