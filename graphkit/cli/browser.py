"""`graphkit browser`: Neo4j Browser, with a saved query ready."""

import os
from typing import TYPE_CHECKING

from graphkit.cli import server
from graphkit.cli.connection import connected
from graphkit.cli.query import parameter_option, parameters
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click

if TYPE_CHECKING:
    from graphkit.settings import Settings

WELCOME = "MATCH (actor:Actor)-[tie]->(other:Actor) RETURN actor, tie, other LIMIT 100"


@click.command("browser")
@click.argument("query", required=False)
@parameter_option
@click.option(
    "--open/--no-open", "opens", default=None, help="Open it in the web browser, or only print the link."
)
@with_session
def command(session: Session, query: str | None, given: tuple[str, ...], opens: bool | None) -> None:
    """Open Neo4j Browser on the graph, with a saved QUERY in its editor; prints the link.

    Without a query it is the ties between actors. The web browser is opened where there is a display.
    """
    link = address(session, session.settings(), query, parameters(given))
    click.echo(link)
    if opens if opens is not None else has_display():
        import webbrowser

        webbrowser.open(link)


def address(
    session: Session, settings: "Settings", query: str | None, given: dict[str, str | int | bool | None]
) -> str:
    """The link to the Browser of the server in force, which is started where it is the local one."""
    from graphkit.store import browser, queries

    text = WELCOME
    values: dict[str, browser.Value] = {}
    if query is not None:
        saved = queries.find(query, settings.queries.folders)
        with connected(session, settings) as connection:
            values, _ = queries.prepared(connection, saved, given)
        text = saved.text
    neo4j = settings.neo4j
    if neo4j.uri is not None:
        http_url = browser.usual_http_url(neo4j.uri)
        return browser.link(http_url, neo4j.uri, neo4j.username, neo4j.database, text, values)
    running = server.started(session)
    return browser.link(running.http_url, running.uri, running.username, running.database, text, values)


def has_display() -> bool:
    """Whether a web browser could show something: a desktop, and no connection from elsewhere."""
    if os.name == "nt" or os.uname().sysname == "Darwin":
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
