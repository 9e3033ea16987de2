"""Two tables, of nodes and of relationships: as CSV, and as Parquet."""

import csv
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import UsageError
from graphkit.model.cell import inert
from graphkit.store.export.columns import columns
from graphkit.store.export.part import Part

if TYPE_CHECKING:
    import pyarrow

GROUP = 20_000
"""Rows held at a time."""
Row = dict[str, Any]
Table = tuple[str, dict[str, str], Iterator[Row]]
TEXT, LIST = "text", "list"


def tables(part: Part) -> tuple[Table, Table]:
    """Name, columns with their types, and rows of both; `from` and `to` of a relationship are `node` of a node."""
    known = columns(part)
    nodes = dict.fromkeys(("node", "label", "id", "labels"), TEXT) | known.nodes
    links = dict.fromkeys(("from", "to", "type"), TEXT) | known.links
    return ("nodes", nodes, _node_rows(part)), ("relationships", links, _link_rows(part))


def write_csv(part: Part, folder: Path) -> None:
    """nodes.csv and relationships.csv; a list is JSON, truth is true or false, nothing is empty, no text a formula."""
    for name, known, rows in tables(part):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(known)
            writer.writerows([_inert(row.get(column)) for column in known] for row in rows)


def write_parquet(part: Part, folder: Path) -> None:
    """nodes.parquet and relationships.parquet, typed; UsageError where pyarrow isn't installed."""
    try:
        import pyarrow  # noqa: PLC0415 (an extra)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow: install graphkit with its extra, as in pip install 'graphkit[parquet]'"
        ) from error
    for name, known, rows in tables(part):
        schema = pyarrow.schema([(column, _arrow(pyarrow, kind)) for column, kind in known.items()])
        with parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd") as writer:
            for group in _groups(rows):
                table = {
                    column: [_fitting(row.get(column), kind) for row in group]
                    for column, kind in known.items()
                }
                writer.write_table(pyarrow.table(table, schema=schema))


def _node_rows(part: Part) -> Iterator[Row]:
    for node in part.nodes():
        own = {"node": node.key, "label": node.label, "id": node.id, "labels": ":".join(node.labels)}
        yield {**node.properties, **own}


def _link_rows(part: Part) -> Iterator[Row]:
    for link in part.links():
        yield {**link.properties, "from": link.start, "to": link.end, "type": link.type}


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, GROUP)):
        yield group


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def _inert(value: Any) -> str:
    return inert(value) if isinstance(value, str) else _cell(value)


def _fitting(value: Any, kind: str) -> Any:
    """The value, as text in a column that holds others too, and in a list."""
    if value is None:
        return None
    if kind == LIST:
        return [_cell(each) for each in value]
    return _cell(value) if kind == TEXT else value


def _arrow(pyarrow: Any, kind: str) -> "pyarrow.DataType":
    types = {
        "integer": pyarrow.int64(),
        "decimal": pyarrow.float64(),
        "truth": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
        "text": pyarrow.string(),
    }
    return types[kind]
