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
@click.option("--restore", is_flag=True, help="Undo a retraction: the article is back as it was.")
@with_session
def command(
    session: Session, target: str, reason: str | None, dry_run: bool, yes: bool, restore: bool
) -> None:
    """Take an article out of the graph, by its id, its URL or its file.

    What other articles support stays. What it said is put aside: a later load doesn't bring it back, --restore does,
    to the graph of before.
    """
    from graphkit.store.restore import restore as undo
    from graphkit.store.retract import retract

    if reason is None and not restore:
        raise UsageError("a retraction needs a reason: add --reason")
    with opened(session) as (connection, ontology):
        if restore:
            restored = undo(connection, target, ontology)
            for article in restored.back:
                click.echo(f"{article} is back")
            for article in restored.to_load:
                click.echo(
                    f"{article} may be loaded again: what it said wasn't kept, or under another ontology"
                )
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
