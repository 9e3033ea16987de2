"""`graphkit dossier`: all that is known of an actor, to read or print."""

from pathlib import Path

from graphkit.cli import connection as database
from graphkit.cli import output as out
from graphkit.cli.session import Session, with_session
from graphkit.cli.view import output_option
from graphkit.cli.words import click
from graphkit.errors import UsageError

SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


@click.command("dossier")
@click.argument("actor")
@output_option
@with_session
def command(session: Session, actor: str, output: Path | None) -> None:
    """Write what the graph knows of ACTOR: its claims by theme and time, each with quotes and sources.

    What is said and denied stands side by side; what is denied, possible, planned or demanded has chapters of its
    own. ACTOR is a name, alias or id. FILE is a page (.html) or Markdown (.md); stdout is Markdown.
    """
    from graphkit.pages import dossier as pages
    from graphkit.store.dossier import dossier
    from graphkit.store.lookup import entities_called

    form = "markdown" if output is None or str(output) == "-" else SUFFIXES.get(output.suffix.lower())
    if form is None:
        raise UsageError(f"{output} is neither a page nor Markdown: end its name in .html or .md")
    with database.opened(session) as (connection, ontology):
        meant = entities_called(connection, actor)
        if len(meant) > 1:
            bearers = "; ".join(f"{entity.name} ({entity.kind}, {entity.id})" for entity in meant)
            session.warn(f"{actor} means {len(meant)} entities, all of them told of: {bearers}")
        found = dossier(connection, meant)
        with out.opened(output) as stream:
            stream.write((pages.html if form == "html" else pages.markdown)(found, ontology))
    session.note(f"claims about {found.name}: {len(found.claims)}")
