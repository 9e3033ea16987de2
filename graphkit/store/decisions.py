"""Decisions in the graph: which ids are one and which aren't, with score, reason, who and when.

They are the file's, shown: written after it was read, taken out when it no longer holds them. An id that another
stands for has no entity any more, so decisions tie ids, and the entity that stands for some is tied to those.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.model import Decision, Side, Verdict
from graphkit.store import declarations as d
from graphkit.store.connection import Connection, fetch
from graphkit.store.pages import pages
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.support import Tx, merge

STANDING = """
MATCH (one:Identity)-[link:SAME_AS|NOT_SAME_AS]->(other:Identity)
RETURN one.id AS start, other.id AS end, type(link) AS type, properties(link) AS set ORDER BY start, end, type
"""
REMOVE = "MATCH (identity:Identity) DETACH DELETE identity"
TIE = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row.start}), (identity:Identity {id: row.end})
    USING INDEX SEEK entity:Entity(id) USING INDEX SEEK identity:Identity(id)
MERGE (entity)-[:STANDS_FOR]->(identity)
"""
LINKS = {Verdict.SAME: d.SAME_AS, Verdict.DIFFERENT: d.NOT_SAME_AS}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """Decisions as rows, sorted. standing: by id, the one that stands for it (itself, where none does)."""

    decisions: tuple[Decision, ...]
    standing: Mapping[str, str]

    @property
    def links(self) -> list[Row]:
        """One of a type between two ids: the first of those that say the same."""
        rows: dict[tuple[str, str, str], Row] = {}
        for each in self.decisions:
            (start, end), type_ = each.ids, LINKS[each.verdict].name
            row = {"start": start, "end": end, "type": type_, "set": _properties(each)}
            rows.setdefault((start, end, type_), row)
        return [row for _, row in sorted(rows.items())]

    def nodes(self) -> Iterator[Row]:
        sides = {side.id: side for each in self.decisions for side in (each.one, each.other)}
        for id_, side in sorted(sides.items()):
            yield {"id": id_, "set": d.IDENTITY.row(_named(side))}

    def ties(self) -> Iterator[Row]:
        for node in self.nodes():
            yield {"start": self.standing.get(node["id"], node["id"]), "end": node["id"]}


def show_decisions(
    connection: Connection, decisions: Iterable[Decision], standing: Mapping[str, str]
) -> None:
    """Make the graph show exactly these decisions, in one transaction; nothing is written where it does.

    standing: by id that another stands for, that other.
    """
    shown = Shown(tuple(decisions), standing)
    if not shown.decisions and not connection.rows(STANDING):
        return
    connection.write(lambda tx: show(tx, shown))


def show(tx: Tx, shown: Shown) -> None:
    """Make the graph show exactly these, in a transaction under way."""
    links = shown.links
    if fetch(tx, STANDING) != links:
        fetch(tx, REMOVE)
        for rows in pages(list(shown.nodes())):
            merge(tx, merge_nodes(d.IDENTITY), rows)
        for link in LINKS.values():
            for rows in pages([row for row in links if row["type"] == link.name]):
                merge(tx, merge_relationships(link), rows)
    for rows in pages(list(shown.ties())):
        fetch(tx, TIE, rows=rows)


def _properties(decision: Decision) -> d.Properties:
    link = LINKS[decision.verdict]
    told = {"reason": decision.reason, "by": decision.by, "at": decision.at, "score": decision.score}
    return {name: value for name, value in link.row(told).items() if value is not None}


def _named(side: Side) -> d.Properties:
    return {"name": side.name, "kind": side.type}
