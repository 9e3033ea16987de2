"""What is exported: the whole graph, or what there is about one actor; read row by row, in a fixed order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphkit.store import declarations as d
from graphkit.store.connection import Connection, Row
from graphkit.store.fingerprint import VOLATILE
from graphkit.store.values import plain

NODES = tuple(node for node in d.NODES if node.name not in d.UNPRINTED)
LINKS = tuple(link for link in d.RELATIONSHIPS if link.name not in d.UNPRINTED)
CLAIMS = """
MATCH (claim:Claim)-[:SUBJECT|OBJECT|SAID_BY|PLACE|ABOUT]->(entity:Entity) WHERE entity.id IN $actors
WITH DISTINCT claim
OPTIONAL MATCH (claim)-[:CONTENT]-(other:Claim)
WITH collect(claim.id) + collect(other.id) AS ids UNWIND ids AS id RETURN DISTINCT id
"""
OF_CLAIMS = {
    "Entity": "MATCH (c:Claim)-[:SUBJECT|OBJECT|SAID_BY|PLACE|ABOUT]->(n:Entity) WHERE c.id IN $claims",
    "Article": "MATCH (c:Claim)-[:EVIDENCE]->(n:Article) WHERE c.id IN $claims",
    "Publisher": "MATCH (c:Claim)-[:EVIDENCE]->(:Article)-[:PUBLISHED_BY]->(n:Publisher) WHERE c.id IN $claims",
}
NAMES = "MATCH (n:Name)-[:NAMES]->(entity:Entity) WHERE entity.id IN $actors"
TYPES = "CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name ORDER BY name"
Ids = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Node:
    """label: the declared one, within which `id` is unique; labels: all of them, in order."""

    label: str
    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Unique in the graph: an article and its text have one id."""
        return f"{self.label}/{self.id}"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship; start, end: the keys of its nodes. derived: an edge an ontology's relation draws."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]
    derived: bool


@dataclass(frozen=True, slots=True)
class Part:
    """actors: ids of whom it is about; empty for the whole graph. ids: of its nodes, by label; then all else is out."""

    connection: Connection
    types: tuple[d.RelationshipType, ...]
    actors: tuple[str, ...] = ()
    ids: Ids = field(default_factory=dict)

    def nodes(self) -> Iterator[Node]:
        """By label, then id."""
        for declared in sorted(NODES, key=lambda node: node.name):
            for row in self.rows(declared.name, "n.id AS id, labels(n) AS labels, properties(n) AS set"):
                labels = tuple(sorted(row["labels"]))
                yield Node(declared.name, row["id"], labels, _lasting(row["set"], declared.name, drop="id"))

    def links(self) -> Iterator[Link]:
        """By type, then the ids of both ends, then what else tells them apart."""
        for declared in sorted(self.types, key=lambda link: link.name):
            derived = declared.writer == "derive"
            text = f"""
            MATCH (a:{declared.start})-[r:{declared.name}]->(b:{declared.end})
            WHERE {self._wanted(derived=derived)}
            RETURN a.id AS start, b.id AS end, properties(r) AS set
            ORDER BY a.id, b.id, {"r.key" if declared.key == "key" else "r.role"}
            """
            ids = {"starts": self.ids.get(declared.start, []), "ends": self.ids.get(declared.end, [])}
            for row in self.connection.stream(text, actors=list(self.actors), **ids):
                start, end = f"{declared.start}/{row['start']}", f"{declared.end}/{row['end']}"
                yield Link(declared.name, start, end, _lasting(row["set"], declared.name), derived)

    def rows(self, label: str, returned: str) -> Iterator[Row]:
        """Of each node `n` of a label, by id, what is asked for."""
        wanted = "n.id IN $ids" if self.actors else "n.id IS NOT NULL"
        text = f"MATCH (n:{label}) WHERE {wanted} RETURN {returned} ORDER BY n.id"
        return self.connection.stream(text, ids=self.ids.get(label, []))

    def _wanted(self, *, derived: bool) -> str:
        if not self.actors:
            return "a.id IS NOT NULL"
        within = "a.id IN $starts AND b.id IN $ends"
        # Of two others, the part holds the claims that name the actor too, but not all that their edge rests on.
        return f"{within} AND (a.id IN $actors OR b.id IN $actors)" if derived else within


def whole(connection: Connection) -> Part:
    """All of the graph but what tells one load from another."""
    return Part(connection, _types(connection))


def part_of(connection: Connection, actors: Sequence[str]) -> Part:
    """What there is about some entities.

    Every claim that names one of them in whatever role, what that says or is the content of, everyone in those
    claims, the articles they rest on (without their text), and the edges from and to the entities themselves.
    """
    claims = sorted(row["id"] for row in connection.rows(CLAIMS, actors=list(actors)))
    ids: Ids = {"Claim": claims}
    for label, text in OF_CLAIMS.items():
        rows = connection.stream(f"{text} RETURN DISTINCT n.id AS id", claims=claims)
        ids[label] = [row["id"] for row in rows]
    ids["Entity"] = sorted({*ids["Entity"], *actors})
    ids["Name"] = [row["id"] for row in connection.stream(f"{NAMES} RETURN n.id AS id", actors=list(actors))]
    return Part(connection, _types(connection), tuple(actors), ids)


def _types(connection: Connection) -> tuple[d.RelationshipType, ...]:
    """The store's own types, and of the relations those that are there."""
    known = {declared.name for declared in d.RELATIONSHIPS}
    rows = connection.stream(TYPES)
    relations = (row["name"] for row in rows)
    return (*LINKS, *(d.edge_type(name) for name in relations if name not in known))


def _lasting(properties: Mapping[str, Any], name: str, drop: str = "") -> dict[str, Any]:
    left_out = {*VOLATILE.get(name, d.SEEN), drop}
    return {key: plain(properties[key]) for key in sorted(properties) if key not in left_out}
