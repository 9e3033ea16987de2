"""`graphkit batch`: the same sources again and again, unattended."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli import tables
from graphkit.cli.exits import DONE, PARTLY
from graphkit.cli.extract import workers_option
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click

if TYPE_CHECKING:
    from graphkit.pipeline.batch.letters import Letter
    from graphkit.pipeline.batch.results import Results

file_argument = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))


@click.group("batch", cls=Group)
def group() -> None:
    """Run a batch: sources, filters and expectations in a file, loaded again and again."""


@group.command("run")
@file_argument
@workers_option
@tables.format_option
@with_session
def run(session: Session, file: Path, workers: int | None, form: str) -> int:
    """Read what is new in the sources of a batch, and write it to the graph.

    An article that fails is kept whole in the dead letters (`graphkit deadletter list`), and the others go on.
    Exit codes: 0 all is in the graph, 1 some of it waits in the dead letters or isn't as expected, 2 nothing
    could be done, as while another run of the batch is at work, 130 or 143 stopped by a signal after finishing
    what was in hand.
    """
    from graphkit.cli.batching import facts_of

    results, code = run_file(session, file, workers)
    tables.show_facts(facts_of(results, form), form)
    return code


@group.command("check")
@file_argument
@with_session
def check(session: Session, file: Path) -> int:
    """Check a batch file, and name each problem with its line; nothing is read or written."""
    from graphkit.settings.batch import read_batch

    batch = read_batch(file)
    sources = batch.sources
    places = (*sources.paths, *sources.feeds, *sources.urls)
    session.note(f"batch {batch.name} holds: {', '.join(places)}")
    return DONE


def run_file(session: Session, file: Path, workers: int | None = None) -> "tuple[Results, int]":
    """One run of a batch file, and its exit code; errors that leave nothing done are raised."""
    return _run(session, file, workers, None)


def retry_letters(session: Session, file: Path, letters: "Sequence[Letter]") -> "tuple[Results, int]":
    """One run over dead letters of a batch file, and its exit code."""
    return _run(session, file, None, letters)


def _run(
    session: Session, file: Path, workers: int | None, letters: "Sequence[Letter] | None"
) -> "tuple[Results, int]":
    from graphkit.cli.batching import ended, means_of, watched
    from graphkit.pipeline.batch.run import retry, run_batch
    from graphkit.settings.batch import read_batch

    batch = read_batch(file)
    with watched(session, batch.name) as watching, means_of(session, batch, file, workers, watching) as means:
        results = run_batch(means) if letters is None else retry(means, letters)
    code = PARTLY if letters is not None and results.counted.failures else DONE
    if letters is None and not results.sound:
        code = PARTLY
    return results, ended(session, results, watching, code)
