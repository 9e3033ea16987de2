"""Progress bars: drawn on stderr at a terminal, absent everywhere else."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from graphkit.cli.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
MEGABYTE = 10**6


def tracked(session: Session, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items as they are, with a bar that counts them. total: how many to expect, None where unknown."""
    if not session.draws:
        yield from items
        return
    with _progress() as progress:
        task = progress.add_task(what, total=total)
        for item in items:
            yield item
            progress.advance(task)


@contextmanager
def counting(session: Session, what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A function to be told how many more are done: a bar, or nothing where nothing is drawn."""
    if not session.draws:
        yield lambda _: None
        return
    with _progress() as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.advance(task, done)


@contextmanager
def waiting(session: Session, what: str) -> Iterator[None]:
    """Say `what` is being done, for work of unknown length: a spinner, or a note where nothing is drawn."""
    if session.draws:
        with _progress() as progress:
            progress.add_task(what, total=None)
            yield
    else:
        session.note(what)
        yield


@contextmanager
def fetching(session: Session, what: str) -> Iterator[Callable[[int, int], None]]:
    """A function to be told bytes fetched and bytes in all: a bar, or a note each quarter of the way."""
    if session.draws:
        with _progress() as progress:
            task = progress.add_task(what, total=None, visible=False)

            def draw(done: int, total: int) -> None:
                progress.update(
                    task, completed=done // MEGABYTE, total=total // MEGABYTE, visible=True, refresh=True
                )

            yield draw
    else:
        told: set[int] = set()

        def tell(done: int, total: int) -> None:
            quarter = 4 * done // max(total, 1)
            if quarter not in told:
                told.add(quarter)
                session.note(f"{what}: {done // MEGABYTE} of {total // MEGABYTE} MB")

        yield tell


def _progress() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Left to itself, rich would send what we print to stdout to stderr too.
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
