"""`graphkit export`: files other programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graphkit.cli.export_asked import Asked
from graphkit.cli.export_bulk import neo4j_csv
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
    "neo4j-csv": Format(
        "articles or extraction files as CSV for `import-csv`: the way in for a first load of many",
        of_graph=False,
        write=neo4j_csv,
    ),
}


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
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
@workers_option
@with_session
def command(
    session: Session, out: Path, paths: tuple[Path | str, ...], form: str, workers: int | None
) -> int:
    """Write to OUT what other programs read: the graph, or articles and extraction files on their way to it."""
    chosen = FORMATS[form]
    if chosen.of_graph == bool(paths):
        named = (
            "takes the graph as it is, and no PATH"
            if paths
            else "needs the PATHs of articles or extraction files"
        )
        raise UsageError(f"--format {form} {named}")
    return chosen.write(session, Asked(out, paths, workers))
