"""`graphkit export`: files other programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graphkit.cli.export_asked import Asked
from graphkit.cli.export_bulk import neo4j_csv
from graphkit.cli.export_graph import folder, lines
from graphkit.cli.extract import Place, workers_option
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click
from graphkit.errors import UsageError


@dataclass(frozen=True)
class Format:
    """One form of the files.

    of_graph: whether it tells the graph as it is, or articles and extraction files that are named.
    write: does it, and gives the exit code.
    """

    meaning: str
    of_graph: bool
    write: Callable[[Session, Asked], int]


FORMATS: dict[str, Format] = {
    "graphml": Format("one file, for Gephi, yEd, networkx", of_graph=True, write=lines("graphml")),
    "jsonld": Format("one file, RDF for triple stores", of_graph=True, write=lines("jsonld")),
    "ftm": Format("one file, FollowTheMoney for Aleph", of_graph=True, write=lines("ftm")),
    "csv": Format("a folder of two tables", of_graph=True, write=folder("csv")),
    "parquet": Format("the same tables, typed", of_graph=True, write=folder("parquet")),
    "neo4j-csv": Format(
        "articles or extraction files as CSV for `import-csv`: the way in for a first load of many",
        of_graph=False,
        write=neo4j_csv,
    ),
}


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path, allow_dash=True, readable=False))
@click.argument(
    "paths", nargs=-1, metavar="[PATH...]", type=Place(path_type=Path, allow_dash=True, readable=False)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="; ".join(f"{name}: {form.meaning}" for name, form in FORMATS.items()) + ".",
)
@click.option(
    "--actor", metavar="NAME", help="Of the graph, only what there is about an entity: name, alias or id."
)
@workers_option
@with_session
def command(
    session: Session,
    out: Path,
    paths: tuple[Path | str, ...],
    form: str,
    actor: str | None,
    workers: int | None,
) -> int:
    """Write to OUT what other programs read: the graph, or articles and extraction files on their way to it.

    The same graph gives the same bytes: runs, times of load and paths of files stay out. OUT may be - for a
    format that is one file.
    """
    chosen = FORMATS[form]
    if chosen.of_graph == bool(paths):
        named = (
            "takes the graph as it is, and no PATH"
            if paths
            else "needs the PATHs of articles or extraction files"
        )
        raise UsageError(f"--format {form} {named}")
    if actor is not None and not chosen.of_graph:
        raise UsageError(f"--format {form} takes no --actor: an actor's part is told by the graph alone")
    return chosen.write(session, Asked(out, paths, workers, actor))
