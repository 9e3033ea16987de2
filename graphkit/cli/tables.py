"""Rows on stdout: a table for people, JSON or CSV for programs."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from graphkit.cli.words import click

FORMATS = ("table", "json", "csv")
PIPED_WIDTH = 120
"""Columns of a table that isn't shown at a terminal, where COLUMNS doesn't say."""

Row = Mapping[str, Any]

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is written.",
)


def show(rows: Iterable[Row], columns: Sequence[str], form: str, title: str | None = None) -> None:
    """Write the rows on stdout; an empty table says so, empty JSON and CSV are empty but well-formed."""
    found = list(rows)
    if form == "json":
        _json(found, sys.stdout)
    elif form == "csv":
        _csv(found, columns, sys.stdout)
    else:
        _table(found, columns, title)


def show_facts(facts: Row, form: str) -> None:
    """Write a few facts about one thing: a line each for people."""
    if form != "table":
        show([facts], tuple(facts), form)
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        click.echo(f"{name:{width}}  {plain(value)}".rstrip())


def _json(rows: Sequence[Row], stream: TextIO) -> None:
    lines = [json.dumps(dict(row), ensure_ascii=False, default=str) for row in rows]
    stream.write("[" + ",\n ".join(lines) + "]\n")


def _csv(rows: Sequence[Row], columns: Sequence[str], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(row.get(column)) for column in columns] for row in rows)


def _table(rows: Sequence[Row], columns: Sequence[str], title: str | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title, title_justify="left", box=box.SIMPLE_HEAD, show_lines=_any_long(rows), pad_edge=False
    )
    for column in columns:
        table.add_column(Text(column), overflow="fold", ratio=_share(rows, column))
    for row in rows:
        # As Text: a quote with [brackets] is no markup of ours.
        table.add_row(*(Text(plain(row.get(column))) for column in columns))
    shown = table if rows else Text("(nothing found)")
    if sys.stdout.isatty():
        Console(highlight=False).print(shown)
        return
    width = None if os.environ.get("COLUMNS", "").isdigit() else PIPED_WIDTH
    console = Console(file=io.StringIO(), width=width, highlight=False)
    with console.capture() as capture:
        console.print(shown)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())


def plain(value: Any) -> str:
    """A value in a cell: nothing for None, items of a list parted by commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _longest(rows: Sequence[Row], column: str) -> int:
    return max((len(plain(row.get(column))) for row in rows), default=0)


def _any_long(rows: Sequence[Row]) -> bool:
    """Whether some cell will wrap, so that rows need a line between them."""
    return any(sum(len(plain(value)) + 2 for value in row.values()) > PIPED_WIDTH for row in rows)


def _share(rows: Sequence[Row], column: str) -> int | None:
    """Long columns (quotes) share what room the short ones leave, by their length."""
    longest = _longest(rows, column)
    return min(longest, 200) if longest > 30 else None
