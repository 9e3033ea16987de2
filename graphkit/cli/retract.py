"""`graphkit retract`: an article taken out of the graph, with all that rests on it alone."""

import sys
from typing import TYPE_CHECKING

from graphkit.cli.connection import opened
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.store.retract import BlastRadius


@click.command("retract")
@click.argument("target", metavar="ID|URL|PATH")
@click.option("--reason", help="Why it is taken out; kept with the retraction.")
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.option("--restore", is_flag=True, help="End a retraction: the next load brings the article back.")
@with_session
def command(
    session: Session, target: str, reason: str | None, dry_run: bool, yes: bool, restore: bool
) -> None:
    """Take an article out of the graph, by its id, its URL or its file.

    What other articles support stays. A later load doesn't bring it back unless it is restored.
    """
    from graphkit.store.retract import lift, retract

    if reason is None and not restore:
        raise UsageError("a retraction needs a reason: add --reason")
    with opened(session) as (connection, ontology):
        if restore:
            for article in lift(connection, target):
                click.echo(f"{article} may be loaded again")
            return
        rehearsed = retract(connection, target, reason or "", ontology, dry_run=True)
        if dry_run:
            _show(rehearsed)
            return
        if not yes:
            _show(rehearsed)
            _ask()
        _show(retract(connection, target, reason or "", ontology))


def _ask() -> None:
    if not sys.stdin.isatty():
        raise UsageError("nothing was retracted: add --yes, since there is no terminal to ask at")
    click.confirm("Retract?", abort=True, err=True)


def _show(radius: "BlastRadius") -> None:
    would = "would go" if radius.dry_run else "gone"
    for article in radius.articles:
        click.echo(f"article {would}: {article}")
    click.echo(f"evidence {would}: {radius.evidence}")
    click.echo(f"claims {would}: {radius.claims} ({radius.weakened} keep other evidence)")
    click.echo(f"edges {would}: {radius.edges} ({radius.redrawn} stay with less support)")
    click.echo(f"entities {would}: {radius.entities}")
