"""What the commands about batches share: what a run works with, how it is watched and stopped, how it is told."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from graphkit.cli.connection import connected
from graphkit.cli.exits import INTERRUPTED, TERMINATED, told_to_end
from graphkit.cli.progress import counting
from graphkit.cli.reading import decisions_of, options_of, recipe_of, tell
from graphkit.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.pipeline.batch.counted import Counted
    from graphkit.pipeline.batch.letters import Letter
    from graphkit.pipeline.batch.means import Means
    from graphkit.pipeline.batch.results import Results
    from graphkit.pipeline.outcome import Failure
    from graphkit.settings.batch import Batch

EACH = 30.0
"""Seconds between two log lines about a run's progress."""


@dataclass
class Watching:
    """A run as someone at a terminal sees it, or a log. stop: set by the first signal; the second ends at once."""

    session: Session
    name: str
    advance: "Callable[[int], None]"
    stop: threading.Event = field(default_factory=threading.Event)
    by: signal.Signals | None = None
    done: int = 0
    told_at: float = field(default_factory=time.monotonic)

    def watch(self, counted: "Counted") -> None:
        self.advance(counted.found - self.done)
        self.done = counted.found
        if not self.session.draws and time.monotonic() - self.told_at >= EACH:
            self.told_at = time.monotonic()
            self.session.note(f"{self.name}: {_so_far(counted)}", batch=self.name)

    def tell(self, failure: "Failure", letter: "Letter") -> None:
        known = {} if failure.article is None else {"article": failure.article.id}
        tell(self.session, failure, batch=self.name, run=letter.run, letter=letter.id, **known)

    def caught(self, number: int, frame: FrameType | None) -> None:
        if self.stop.is_set():
            raise KeyboardInterrupt
        self.by = signal.Signals(number)
        self.stop.set()


@contextmanager
def watched(session: Session, name: str) -> Iterator[Watching]:
    """A bar at a terminal, log lines elsewhere; signals let what is in hand be finished."""
    with counting(session, f"batch {name}") as advance:
        watching = Watching(session, name, advance)
        if threading.current_thread() is not threading.main_thread():
            # Who runs batches in threads of its own has its own way to stop them.
            yield watching
            return
        with told_to_end(watching.caught):
            yield watching


@contextmanager
def means_of(
    session: Session, batch: "Batch", file: Path, workers: int | None, watching: Watching
) -> "Iterator[Means]":
    """What a run works with, as the batch file says, and the settings where it doesn't."""
    from dataclasses import replace

    from graphkit.ontology import load_ontology
    from graphkit.pipeline.batch.means import Means
    from graphkit.pipeline.batch.state import find_state
    from graphkit.pipeline.minded import MEGABYTE, Limits

    own = batch.reading
    settings = session.settings(
        reading__workers=workers or own.workers,
        reading__pipeline=own.pipeline,
        reading__seconds_per_article=own.seconds_per_article,
        reading__memory_mb=own.memory_mb,
        graph__keep_text=own.keep_text,
        sources__mapping=batch.sources.mapping,
        sources__follow=batch.sources.follow,
    )
    reading, graph = settings.reading, settings.graph
    ontology = load_ontology(settings.knowledge.ontology)
    options = options_of(settings, batch.sources.published)
    with connected(session, settings) as connection:
        means = Means(
            batch=batch,
            file=file,
            connection=connection,
            ontology=ontology,
            recipe=recipe_of(settings),
            options=options,
            decisions=decisions_of(settings),
            state=find_state(),
            limits=Limits(reading.seconds_per_article, reading.memory_mb * MEGABYTE),
            workers=reading.workers,
            together=reading.batch_articles,
            keep_text=graph.keep_text,
            batch_rows=graph.batch_rows,
            batch_articles=graph.batch_articles,
        )
        yield replace(means, stop=watching.stop, watch=watching.watch, tell=watching.tell)


def ended(session: Session, results: "Results", watching: Watching, code: int) -> int:
    """Tell on stderr what the exit code means; the exit code."""
    extra = {"run": results.run, "batch": results.batch}
    for problem in results.problems:
        session.error(f"{results.batch} isn't as expected: {problem}", **extra)
    if results.problems and results.written.written == 0:
        session.error("nothing was written; mend the source, or the expectations, and run it again", **extra)
    if results.open_letters:
        session.warn(
            f"{results.open_letters} dead letters of batch {results.batch}: see `graphkit deadletter list`",
            **extra,
        )
    if watching.by is None:
        return code
    session.note(
        f"stopped by {watching.by.name}: what was in hand is finished, {results.written.written} articles "
        "written, 0 lost; run it again for the rest",
        **extra,
    )
    return INTERRUPTED if watching.by is signal.SIGINT else TERMINATED


def facts_of(results: "Results", form: str) -> dict[str, Any]:
    """A run in a few lines for people, or all of it for programs."""
    if form != "table":
        return results.as_json()
    counted = results.counted
    facts: dict[str, Any] = {
        "run": results.run,
        "status": results.status,
        "found": counted.seen,
        "written": results.written.written,
        "unchanged": counted.unchanged + results.written.unchanged + counted.pages,
        "left out": sum(counted.left_out.values()),
        "failed": counted.failures,
        "waiting in dead letters": counted.waiting,
        "given up before": counted.dropped,
        "mended": len(results.mended),
        "retracted before": counted.retracted,
        "claims": counted.claims,
        "seconds": results.seconds.get("in all"),
        "fingerprint": results.fingerprint,
    }
    kept = {"run", "status", "found", "written", "unchanged"}
    return {name: value for name, value in facts.items() if value or name in kept}


def _so_far(counted: "Counted") -> str:
    return (
        f"{counted.found} found, {counted.unchanged} unchanged, {counted.read} read, {counted.claims} claims, "
        f"{counted.failures} failed"
    )
