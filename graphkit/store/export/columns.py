"""Every property the graph may hold, with its type, for formats that must know before the first row."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.store import declarations as d
from graphkit.store.connection import Connection
from graphkit.store.export.part import LINKS, NODES, Part

NODE_TYPES = "MATCH (it) UNWIND keys(it) AS name RETURN DISTINCT name, valueType(it[name]) AS type"
LINK_TYPES = "MATCH ()-[it]->() UNWIND keys(it) AS name RETURN DISTINCT name, valueType(it[name]) AS type"
KINDS = {"INTEGER": "integer", "FLOAT": "decimal", "BOOLEAN": "truth"}
NUMBERS = {"integer", "decimal"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Properties by name, in order, each integer, decimal, truth, list (of texts) or text.

    nodes: of nodes, beside their id. links: of relationships. A date or time is a text in ISO form.
    """

    nodes: dict[str, str]
    links: dict[str, str]


def columns(part: Part) -> Columns:
    """Of the whole graph, whatever the part: what is declared, and what else nodes and relationships carry."""
    return Columns(
        _typed(part.connection, NODE_TYPES, NODES),
        _typed(part.connection, LINK_TYPES, (*LINKS, d.edge_type("RELATION"))),
    )


def _typed(connection: Connection, text: str, declared: Iterable[d.Declared]) -> dict[str, str]:
    kinds: dict[str, set[str]] = {}
    kept, left_out = {"key"}, {"id"}
    for each in declared:
        kept |= {*each.required, *each.optional, *([each.key] if each.key else [])} - each.volatile
        left_out |= each.volatile
    for row in connection.stream(text):
        kinds.setdefault(row["name"], set()).add(_kind(row["type"]))
    names = (kept | (kinds.keys() - left_out)) - {"id"}
    return {name: _common(kinds.get(name, set())) for name in sorted(names)}


def _kind(type_: str) -> str:
    """ "INTEGER NOT NULL" is an integer; "LIST<STRING NOT NULL> NOT NULL" a list."""
    name = type_.removesuffix(" NOT NULL")
    return "list" if name.startswith("LIST") else KINDS.get(name, "text")


def _common(kinds: set[str]) -> str:
    """What can hold all of them."""
    if len(kinds) == 1:
        return next(iter(kinds))
    return "decimal" if kinds == NUMBERS else "text"
