"""Rows on their way to the server, in the form that costs least, the next while it writes those before."""

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction, Result, Transaction

from graphkit.errors import StoreError
from graphkit.store.connection import Row, asked
from graphkit.store.declarations import NodeType, RelationshipType


class Sending:
    """Statements of one transaction that the server has but needn't have answered yet.

    Packing rows takes the program as long as writing them takes the server: neither waits for the other.
    """

    def __init__(self, tx: ManagedTransaction | Transaction) -> None:
        self._tx = tx
        self._sent: list[tuple[str, int, Result]] = []

    def merge(
        self, declared: NodeType | RelationshipType, text: str, rows: Sequence[Row], **stamp: Any
    ) -> None:
        """Writes rows by a statement made for a declared type."""
        if not rows:
            return
        sent: list[Any] = list(rows)
        if declared.listed:
            text = of_lists(declared, text)
            sent = [as_list(declared, row) for row in rows]
        with asked():
            self._sent.append((text, len(rows), self._tx.run(text, {"rows": sent, **stamp})))

    def settle(self) -> None:
        """Waits for all; StoreError where a row has an end that isn't there: MATCH would pass it over in silence."""
        for text, rows, result in self._sent:
            with asked():
                merged = result.single(strict=True)["merged"]
            if merged != rows:
                raise StoreError(f"{rows - merged} of {rows} rows have no place in the graph for: {text}")
        self._sent.clear()


def as_list(declared: NodeType | RelationshipType, row: Row) -> list[Any]:
    """A row's values in the order `of_lists` takes them, without their names, which cost as much to pack as they do."""
    values = row.get("set", {})
    return [*(row.get(name) for name in _ends(declared)), *map(values.get, declared.properties)]


def of_lists(declared: NodeType | RelationshipType, text: str) -> str:
    """The statement, taking its rows as lists: it makes maps of them first."""
    ends = _ends(declared)
    named = ", ".join(f"{name}: list[{place}]" for place, name in enumerate(ends))
    places = enumerate(declared.properties, len(ends))
    values = ", ".join(_value(declared, name, place) for place, name in places)
    made = f"UNWIND $rows AS list\nWITH {{{named}, set: {{{values}}}}} AS row\n"
    return text.replace("UNWIND $rows AS row\n", made, 1)


def _value(declared: NodeType | RelationshipType, name: str, place: int) -> str:
    stamped = isinstance(declared, RelationshipType) and name in declared.stamped
    return f"{name}: coalesce(list[{place}], $stamp.{name})" if stamped else f"{name}: list[{place}]"


def _ends(declared: NodeType | RelationshipType) -> tuple[str, ...]:
    if isinstance(declared, NodeType):
        return ("id",)
    return ("start", "end") if declared.key is None else ("start", "end", "key")
