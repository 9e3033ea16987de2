"""`graphkit server`: a local Neo4j where none is given."""

import os
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.progress import fetching
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click

if TYPE_CHECKING:
    from graphkit.store.server import Home, Running


@click.group("server", cls=Group)
def group() -> None:
    """Start, stop and look at a local Neo4j, for when no other is given."""


@group.command("start")
@with_session
def start(session: Session) -> None:
    """Start the local Neo4j, or find it running.

    The first start fetches Neo4j (143 MB) into the cache. It listens on this machine only.
    """
    running = started(session, told=True)
    tables.show_facts(
        {
            "bolt": running.uri,
            "browser": f"{running.http_url}/browser/",
            "user": running.username,
            "password": f"in {home().password_file}",
        },
        "table",
    )


@group.command("stop")
@with_session
def stop(session: Session) -> None:
    """Stop the local Neo4j; the graph stays."""
    from graphkit.store import server

    if not server.stop(home(), say=session.note):
        session.note("the local Neo4j doesn't run")


@group.command("status")
@tables.format_option
@with_session
def status(session: Session, form: str) -> int:
    """Tell whether the local Neo4j runs, and where; exit code 1 where it doesn't."""
    from graphkit.store import server

    found = server.status(home())
    facts = {
        "state": found.state,
        "version": found.version,
        "bolt": found.uri,
        "browser": f"{found.http_url}/browser/",
        "process": found.pid,
        "data": str(found.data),
        "log": str(found.log),
    }
    tables.show_facts(facts, form)
    return 0 if found.state == "running" else PARTLY


@group.command("logs")
@click.option(
    "-n", "--lines", type=click.IntRange(min=1), default=40, show_default=True, help="How many lines."
)
@with_session
def logs(session: Session, lines: int) -> None:
    """Print the last lines the local Neo4j has logged."""
    from graphkit.store import server

    for line in server.log_tail(home(), lines):
        click.echo(line)


def started(session: Session, *, told: bool = False) -> "Running":
    """The local server, running; what is being done is told on stderr. told: also that it runs already."""
    from graphkit.store import server

    ours = home()
    say = session.note if told or server.status(ours).state != "running" else session.detail
    with fetching(session, "fetching Neo4j") as progress:
        return server.start(ours, say=say, progress=progress)


def home() -> "Home":
    """Where the local server keeps its things."""
    from graphkit.store import server

    return server.find_home(os.environ)
