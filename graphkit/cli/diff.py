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
@tables.format_among(FORMATS, "How the answer is written; markdown is a digest to send.")
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
        tables.show_json(found)
        return
    title = f"since {since.date()}" if since is not None else f"{runs}"
    for name, (_, columns) in diff.SECTIONS.items():
        if form == "markdown":
            _section(f"{name.capitalize()} {title}", found[name], columns)
        elif found[name]:
            tables.show(found[name], columns, "table", f"{name} {title}")
    if form == "table" and not any(found.values()):
        session.note(f"nothing changed {title}")


def _section(heading: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A heading with its count, and the rows under it, where there are any."""
    click.echo(f"## {heading}: {len(rows) or 'none'}\n")
    if rows:
        tables.show(rows, columns, "markdown")
        click.echo()
