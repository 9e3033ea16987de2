"""Rows on stdout: a table for people, JSON or CSV for programs."""

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from graphkit.cli.words import click

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "json", "jsonl", "csv", "markdown")
PIPED_WIDTH = 120
"""Columns of a table that isn't shown at a terminal, where COLUMNS doesn't say."""

MARKUP = re.compile(r"[\\|`*_\[\]]")
"""What has a meaning in a cell of a Markdown table."""

Row = Mapping[str, Any]
F = TypeVar("F", bound=Callable[..., Any])


def format_among(forms: Sequence[str], meaning: str = "How the answer is written.") -> Callable[[F], F]:
    """The option `--format` of a command that writes these forms, `table` among them. meaning: its help."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default="table", show_default=True, help=meaning
    )


format_option = format_among(FORMATS)


def show(rows: Iterable[Row], columns: Sequence[str], form: str, title: str | None = None) -> None:
    """Write the rows on stdout; an empty table says so, empty JSON and CSV are empty but well-formed."""
    found = list(rows)
    if form == "json":
        _json(found)
    elif form == "jsonl":
        for row in found:
            click.echo(json_line(dict(row)))
    elif form == "csv":
        _csv(found, columns)
    elif form == "markdown":
        _markdown(found, columns)
    else:
        _drawn([{column: plain(row.get(column)) for column in columns} for row in found], columns, title)


def show_facts(facts: Row, form: str) -> None:
    """Write a few facts about one thing: a line each for people."""
    if form != "table":
        show([facts], tuple(facts), form)
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        click.echo(f"{name:{width}}  {plain(value)}".rstrip())


def show_json(value: Any) -> None:
    """Write one value as JSON, for people to read too."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def json_line(value: Any) -> str:
    """The value as one line of JSON."""
    import json

    return json.dumps(value, ensure_ascii=False, default=str)


def plain(value: Any) -> str:
    """A value in a cell: nothing for None, items of a list parted by commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(item) for item in value)
    return str(value)


def _json(rows: Sequence[Row]) -> None:
    import json

    lines = [json.dumps(dict(row), ensure_ascii=False, default=str) for row in rows]
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def _cell(value: Any) -> str:
    from graphkit.model.cell import inert

    return plain(value) if isinstance(value, (int, float)) else inert(plain(value))


def _markdown(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """A table of Markdown; what would end a cell or begin markup is escaped."""
    click.echo(f"| {' | '.join(columns)} |")
    click.echo("|---" * len(columns) + "|")
    for row in rows:
        click.echo(f"| {' | '.join(_escaped(plain(row.get(column))) for column in columns)} |")


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;")


def _drawn(rows: Sequence[Mapping[str, str]], columns: Sequence[str], title: str | None) -> None:
    from graphkit.cli.drawing import draw

    if sys.stdout.isatty():
        draw(_console(sys.stdout), rows, columns, title)
        return
    import io

    console = _console(io.StringIO())
    with console.capture() as capture:
        draw(console, rows, columns, title)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())


def _console(file: Any) -> "Console":
    import os

    from rich.console import Console

    unknown = not file.isatty() and not os.environ.get("COLUMNS", "").isdigit()
    return Console(file=file, width=PIPED_WIDTH if unknown else None, highlight=False)
