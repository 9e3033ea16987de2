"""Cypher made from declarations: constraints, indexes and the MERGE of each kind of row.

Labels and types can't be parameters in Cypher, so their names stand in the text; they are those of the
declarations and of the ontology, which has checked them. Every word of an article is a parameter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphkit.store.declarations import ENTITY_NODE, NODES, RELATIONSHIPS, NodeType, RelationshipType

MERGED = "RETURN count(*) AS merged"
"""Less than the rows where an end of a relationship doesn't exist."""


@dataclass(frozen=True, slots=True)
class SchemaItem:
    """A constraint or an index: its name in the database, and the command that makes it."""

    name: str
    command: str


def schema_items(edges: Mapping[str, RelationshipType]) -> tuple[SchemaItem, ...]:
    """Every constraint and index of the graph, constraints first."""
    return (
        *(_unique_node(node) for node in NODES),
        # Two entities can have ten thousand edges each: the key finds the one between them without a scan.
        *(_unique_relationship(edge) for _, edge in sorted(edges.items())),
        *(item for node in NODES for item in _indexes(node)),
    )


def merge_nodes(node: NodeType, labels: tuple[str, ...] = ()) -> str:
    """Rows {id, set}: nodes made or, where their properties may change, brought up to date."""
    also = "".join(f":{label}" for label in labels)
    mark = f"SET node{also}, " if also else "SET "
    when = "ON CREATE " if node.settled else ""
    return (
        f"UNWIND $rows AS row\nMERGE (node:{node.name} {{id: row.id}})\n{when}{mark}node += row.set\n{MERGED}"
    )


def merge_relationships(relationship: RelationshipType, *, new: bool = False) -> str:
    """Rows {start, end, key, set}: relationships made or brought up to date, between nodes that exist.

    A stamped type takes its stamp as parameter `stamp`. new: none of them can be there, so none is looked for.
    """
    key = "" if relationship.key is None else f" {{{relationship.key}: row.key}}"
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (start:{relationship.start} {{id: row.start}}) USING INDEX SEEK start:{relationship.start}(id)\n"
        f"MATCH (end:{relationship.end} {{id: row.end}}) USING INDEX SEEK end:{relationship.end}(id)\n"
        f"{'CREATE' if new else 'MERGE'} (start)-[link:{relationship.name}{key}]->(end)"
        f"{_kept(relationship)}\n{MERGED}"
    )


def _kept(relationship: RelationshipType) -> str:
    if relationship.smallest:
        name = relationship.smallest
        less = f"link.{name} IS NULL OR row.set.{name} < link.{name}"
        return f"\nSET link.{name} = CASE WHEN {less} THEN row.set.{name} ELSE link.{name} END"
    if relationship.replaces:
        before = "$stamp, link += row.set" if relationship.stamped else "row.set"
        return f"\nSET link = {before}, link.{relationship.key} = row.key"
    return "\nSET link += row.set" if relationship.required or relationship.optional else ""


def delete_edges(relationship: RelationshipType) -> str:
    """Keys of edges nothing supports any more."""
    return (
        "UNWIND $keys AS key\n"
        f"MATCH ()-[link:{relationship.name} {{key: key}}]->() USING INDEX SEEK link:{relationship.name}(key)\n"
        "DELETE link\nRETURN count(link) AS removed"
    )


def relabel(kinds: Mapping[str, tuple[str, ...]], kind: str) -> str:
    """Rows {id, set}: entities that turn out to be of this kind."""
    ours = sorted({label for labels in kinds.values() for label in labels} - {ENTITY_NODE.name})
    remove = "".join(f":{label}" for label in ours)
    add = "".join(f":{label}" for label in kinds.get(kind, (ENTITY_NODE.name,)))
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (node:{ENTITY_NODE.name} {{id: row.id}}) USING INDEX SEEK node:{ENTITY_NODE.name}(id)\n"
        f"REMOVE node{remove}\nSET node{add}, node += row.set\n{MERGED}"
    )


def described(edges: Mapping[str, RelationshipType]) -> str:
    """The graph's types as a page of Markdown."""
    return "\n".join(_described(edges)) + "\n"


def _described(edges: Mapping[str, RelationshipType]) -> Iterator[str]:
    yield from ("# The graph", "", "## Nodes", "", "| label | what it is | properties |", "|---|---|---|")
    for node in NODES:
        yield f"| {node.name} | {node.meaning} | {_properties(node)} |"
    yield from ("", "## Relationships", "", "| type | what it says | properties |", "|---|---|---|")
    for link in (*RELATIONSHIPS, *edges.values()):
        drawn = f"(:{link.start})-[:{link.name}]->(:{link.end})"
        yield f"| `{drawn}` | {link.meaning} | {_properties(link)} |"
    yield from ("", "A property in brackets may be absent.")


def _properties(declared: NodeType | RelationshipType) -> str:
    key = (declared.key,) if declared.key else ()
    return ", ".join((*key, *declared.required, *(f"[{name}]" for name in declared.optional)))


def _unique_node(node: NodeType) -> SchemaItem:
    name = f"graphkit_{node.name}_{node.key}"
    return SchemaItem(
        name,
        f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (node:{node.name}) REQUIRE node.{node.key} IS UNIQUE",
    )


def _unique_relationship(link: RelationshipType) -> SchemaItem:
    name = f"graphkit_{link.name}_{link.key}"
    return SchemaItem(
        name,
        f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[link:{link.name}]-() "
        f"REQUIRE link.{link.key} IS UNIQUE",
    )


def _indexes(node: NodeType) -> Iterator[SchemaItem]:
    for properties in node.indexes:
        name = f"graphkit_{node.name}_{'_'.join(properties)}"
        on = ", ".join(f"node.{each}" for each in properties)
        yield SchemaItem(name, f"CREATE RANGE INDEX {name} IF NOT EXISTS FOR (node:{node.name}) ON ({on})")
    if node.full_text:
        name = f"graphkit_{node.name}_words"
        yield SchemaItem(
            name,
            f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (node:{node.name}) "
            f"ON EACH [node.{node.full_text}]",
        )
