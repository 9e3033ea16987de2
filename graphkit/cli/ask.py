"""`graphkit ask`: a plain question, the answer with its quotes, and how it was understood."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.connection import connected
from graphkit.cli.exits import DONE, NOTHING, PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click

if TYPE_CHECKING:
    from graphkit.pipeline.ask.ask import Reply

COLUMNS = ("answer", "standing", "quote", "article", "published", "source")
FORMATS = ("table", "json")


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@tables.format_among(FORMATS)
@with_session
def command(session: Session, question: tuple[str, ...], form: str) -> int:
    """Answer a plain English QUESTION from the graph, with quotes, or say that it can't be answered.

    Who, what, whom, when, where, why, how many, and yes or no: graphkit ask "Who rejected Russia's demand?"
    Printed with it: how the question was understood, and the Cypher that was run. Exit code 1: the graph
    holds no answer; 2: it can't be read as a question.
    """
    from graphkit.cli.reading import recipe_of
    from graphkit.pipeline.ask.ask import Outcome, reply

    settings = session.settings()
    with connected(session, settings) as connection:
        found = reply(
            connection,
            " ".join(question),
            recipe_of(settings),
            folders=settings.queries.folders,
            timeout=settings.queries.timeout_seconds,
        )
    show(session, found, form)
    return {Outcome.ANSWERED: DONE, Outcome.UNREAD: NOTHING}.get(found.outcome, PARTLY)


def show(session: Session, reply: "Reply", form: str) -> None:
    """The answers on stdout, and under them, for people, what was run; why there are none on stderr."""
    if form == "json":
        tables.show_json(_plain(reply))
        return
    if reply.understood:
        click.echo(f"understood: {reply.understood}")
    if reply.summary:
        click.echo(f"in short: {reply.summary}")
    if reply.answers:
        rows = [{**asdict(one), "standing": _standing(one.standing, one.remark)} for one in reply.answers]
        tables.show(rows, COLUMNS, form)
    if reply.asking is not None:
        click.echo("\nrun, where nothing can be written:\n" + reply.asking.cypher)
        click.echo("with: " + tables.json_line(reply.asking.parameters))
    if reply.reason:
        near = f"; saved queries near it: {', '.join(reply.near)}" if reply.near else ""
        session.warn(f"no answer: {reply.reason}{near}")


def _standing(standing: str, remark: str) -> str:
    return f"{standing}; {remark}" if remark else standing


def _plain(reply: "Reply") -> dict[str, object]:
    asked = reply.asking
    return {
        "question": reply.question,
        "outcome": reply.outcome.value,
        "understood": reply.understood,
        "reason": reply.reason,
        "summary": reply.summary,
        "answers": [asdict(one) for one in reply.answers],
        "cypher": None if asked is None else asked.cypher,
        "parameters": None if asked is None else asked.parameters,
        "near": list(reply.near),
    }
