"""`graphkit diff`: what changed in the graph since a day, or between two loads."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from graphkit.cli import tables
from graphkit.cli.connection import opened
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError

FORMATS = ("table", "json", "markdown")


@click.command("diff")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="The first day (UTC) of the change.")
@click.option("--run", "runs", metavar="A..B", help="After load A, up to load B; either may be left out.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is written; markdown is a digest to send.",
)
@with_session
def command(session: Session, since: datetime | None, runs: str | None, form: str) -> None:
    """Tell what changed: new actors, edges and claims, edges with more origins or another certainty.

    Also which articles were retracted, and which were edited after they were loaded.
    """
    from graphkit.store import diff

    if (since is None) == (runs is None):
        raise UsageError("say from when: add --since DATE, or --run A..B")
    with opened(session) as (connection, _):
        window = diff.since(since.date()) if since is not None else diff.between(connection, runs or "")
        found = diff.diff(connection, window)
    if form == "json":
        import json

        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    title = f"since {since.date()}" if since is not None else f"{runs}"
    for name, (_, columns) in diff.SECTIONS.items():
        if form == "markdown":
            click.echo(_section(name, found[name], columns, title))
        elif found[name]:
            tables.show(found[name], columns, "table", f"{name} {title}")
    if form == "table" and not any(found.values()):
        session.note(f"nothing changed {title}")


def _section(name: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], title: str) -> str:
    """A heading with its count, and a line for each row, empty where there is nothing."""
    if not rows:
        return f"## {name.capitalize()} {title}: none\n"
    lines = [
        f"## {name.capitalize()} {title}: {len(rows)}",
        "",
        _line(columns),
        _line(["---"] * len(columns)),
    ]
    lines += [_line([_cell(row.get(column)) for column in columns]) for row in rows]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Any) -> str:
    return " ".join(tables.plain(value).split()).replace("|", "\\|")
