"""`graphkit verify`, `fingerprint` and `rebuild`: whether the graph holds, and making it hold."""

from dataclasses import asdict

from graphkit.cli import tables
from graphkit.cli.connection import opened
from graphkit.cli.exits import PARTLY
from graphkit.cli.progress import counting
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click


@click.command("verify")
@tables.format_option
@with_session
def verify(session: Session, form: str) -> int:
    """Check that each quote stands in its article, each id is its digest, each edge what its claims make it.

    Lists what doesn't hold and mends nothing; exit code 1 where something doesn't.
    """
    from graphkit.store.verify import verify as problems

    with opened(session) as (connection, ontology):
        found = [asdict(problem) for problem in problems(connection, ontology)]
    if found or form != "table":
        tables.show(found, ("kind", "at", "message"), form)
    session.note(f"problems: {len(found)}" if found else "the graph holds")
    return PARTLY if found else 0


@click.command("fingerprint")
@tables.format_option
@with_session
def fingerprint(session: Session, form: str) -> None:
    """Print one digest of the whole graph: two graphs that hold the same have the same."""
    from graphkit.store.fingerprint import fingerprint as digest

    with opened(session) as (connection, _):
        found = digest(connection)
    if form == "table":
        click.echo(found.digest)
    else:
        tables.show_facts(asdict(found), form)


@click.command("rebuild")
@with_session
def rebuild(session: Session) -> None:
    """Derive every edge and count again from the claims and their evidence."""
    from graphkit.store.rebuild import rebuild as derive

    with opened(session) as (connection, ontology), counting(session, "rebuilding") as told:
        found = derive(connection, ontology, told)
    click.echo(
        f"{found.entities} entities, {found.claims} claims, {found.edges} edges; {found.erased} erased"
    )
