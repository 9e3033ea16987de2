"""`graphkit query export`: the saved queries where others keep theirs."""

from pathlib import Path

from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError


@click.command("export")
@click.option("--to", "target", type=click.Choice(["browser"]), required=True, help="For Neo4j Browser.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("graphkit-favourites.zip"),
    show_default=True,
    metavar="FILE",
    help="The zip file to write.",
)
@with_session
def command(session: Session, target: str, output: Path) -> None:
    """Write the saved queries as favourites of Neo4j Browser: drop the zip file on its window.

    Names are chosen once for all of them, by the favourites in the folder "graphkit, choose first".
    """
    from graphkit.store.favourites import favourites
    from graphkit.store.queries import saved_queries

    queries = saved_queries(session.settings().queries.folders)
    try:
        output.write_bytes(favourites(queries))
    except OSError as error:
        raise UsageError(f"can't write {output}: {error.strerror}; give another place with -o") from error
    session.note(f"{len(queries)} queries for the {target} in {output}: drop it on the Browser's window")
