"""`graphkit schema`: constraints and indexes of the graph, shown and applied."""

from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.connection import opened
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click

if TYPE_CHECKING:
    from graphkit.store.schema import SchemaReport


@click.group("schema", cls=Group)
def group() -> None:
    """Show or bring up to date the graph's constraints and indexes."""


@group.command("show")
@tables.format_option
@with_session
def show(session: Session, form: str) -> int:
    """List every constraint and index, and whether the database has it; exit code 1 where one is missing."""
    from graphkit.store import schema

    with opened(session) as (connection, ontology):
        return _report(schema.show(connection, ontology), form)


@group.command("apply")
@tables.format_option
@with_session
def apply(session: Session, form: str) -> int:
    """Make what is missing and bring an older graph forward; running it again changes nothing."""
    from graphkit.store import schema

    with opened(session) as (connection, ontology):
        return _report(schema.apply(connection, ontology), form)


def _report(report: "SchemaReport", form: str) -> int:
    rows = [{"name": item.name, "there": present, "command": item.command} for item, present in report.items]
    title = f"graph version {report.version or 'none'}, this program's {report.newest}"
    tables.show(rows, ("name", "there", "command"), form, title)
    return 0 if report.complete else PARTLY
