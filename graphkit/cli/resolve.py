"""`graphkit resolve`: which entities are one: candidates, decisions, why, and undoing them."""

import sys
from pathlib import Path

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

COLUMNS = ("score", "kind", "name", "other", "why", "id", "other id")

paths_argument = click.argument(
    "paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path, exists=True)
)
reason_option = click.option("--reason", required=True, help="Why; kept with the decision.")
by_option = click.option("--by", help="Who decides.  [default: your user name]")


@click.group("resolve", cls=Group)
def group() -> None:
    """Decide which entities are one, and undo it.

    Decisions are kept in the file the setting knowledge.decisions names; the graph follows at once.
    """


@group.command("candidates")
@paths_argument
@click.option(
    "--above", type=click.FloatRange(0, 1), default=0.7, show_default=True, help="Least score that is shown."
)
@click.option("--join", is_flag=True, help="Decide that those of 0.9 and more are the same, as graphkit.")
@tables.format_option
@with_session
def candidates(session: Session, paths: tuple[Path, ...], above: float, join: bool, form: str) -> None:
    """List entities that may be one, the likeliest first, with the score and why.

    Without PATH those of the graph, else those of articles or extraction files. Decided pairs are left out.
    """
    from graphkit.cli.deciding import opened_desk

    with opened_desk(session, paths) as desk:
        if join:
            made = desk.join()
            tables.show([desk.row(decision) for decision in made], COLUMNS, form, "Joined")
            return
        tables.show([desk.row(found) for found in desk.candidates(above)], COLUMNS, form, "Candidates")


@group.command("review")
@click.option(
    "--above", type=click.FloatRange(0, 1), default=0.7, show_default=True, help="As of candidates."
)
@by_option
@with_session
def review(session: Session, above: float, by: str | None) -> None:
    """Show both sides of each candidate with quotes from the graph, and ask at a terminal.

    Answers: s same, d different, n next, q quit.
    """
    from graphkit.cli.deciding import opened_desk, reviewed

    with opened_desk(session) as desk:
        asked = 0
        for found in desk.candidates(above):
            asked += 1
            for line in reviewed(desk, found):
                click.echo(line)
            if not sys.stdin.isatty():
                continue
            answer = click.prompt(
                "same, different, next, quit", type=click.Choice(["s", "d", "n", "q"]), err=True
            )
            if answer == "q":
                break
            if answer != "n":
                verdict = "same" if answer == "s" else "different"
                desk.decide(verdict, found.one, found.two, "reviewed with quotes", by, found.finding.score)
        session.note(f"candidates: {asked}")


@group.command("same")
@click.argument("one")
@click.argument("other")
@reason_option
@by_option
@with_session
def same(session: Session, one: str, other: str, reason: str, by: str | None) -> None:
    """Decide that two entities are one: each by id, name or alias.

    A Wikidata item stays, else the fuller name. Claims move to it, and `undo` moves them back.
    """
    _decide(session, "same", one, other, reason, by)


@group.command("different")
@click.argument("one")
@click.argument("other")
@reason_option
@by_option
@with_session
def different(session: Session, one: str, other: str, reason: str, by: str | None) -> None:
    """Decide that two entities aren't one, whatever their score."""
    _decide(session, "different", one, other, reason, by)


@group.command("undo")
@click.argument("pair", nargs=-1, metavar="[ONE OTHER]")
@with_session
def undo(session: Session, pair: tuple[str, ...]) -> None:
    """Take a decision back: that about two entities, or the last one."""
    from graphkit.cli.deciding import opened_desk, told

    if len(pair) not in {0, 2}:
        raise UsageError("undo takes two entities, or none for the last decision")
    with opened_desk(session) as desk:
        click.echo(f"undone: {told(desk.undo(pair))}")


@group.command("apply")
@click.option("--all", "everything", is_flag=True, help="Read every article again, not only those concerned.")
@with_session
def apply(session: Session, everything: bool) -> int:
    """Bring the graph in line with the decisions: after the file was edited or pulled."""
    from graphkit.cli.deciding import opened_desk

    with opened_desk(session) as desk:
        return PARTLY if desk.align(None if everything else frozenset(desk.decisions.merged())) else 0


@group.command("explain")
@click.argument("one")
@click.argument("other", required=False)
@with_session
def explain(session: Session, one: str, other: str | None) -> None:
    """Say what was decided about an entity, or why two are one, aren't, or are undecided."""
    from graphkit.cli.deciding import opened_desk

    with opened_desk(session) as desk:
        for line in desk.explain(one, other):
            click.echo(line)


@group.command("list")
@tables.format_option
@with_session
def list_(session: Session, form: str) -> None:
    """List the decisions in their file."""
    from graphkit.cli.deciding import decision_rows

    columns = ("verdict", "name", "other", "reason", "score", "by", "at", "id", "other id")
    tables.show(decision_rows(session.settings()), columns, form)


def _decide(session: Session, verdict: str, one: str, other: str, reason: str, by: str | None) -> None:
    from graphkit.cli.deciding import opened_desk, told

    with opened_desk(session) as desk:
        click.echo(told(desk.decide(verdict, desk.entity(one), desk.entity(other), reason, by)))
