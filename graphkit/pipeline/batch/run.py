"""One run of a batch, from its sources to the graph: what fails is kept, and the rest goes on."""

import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from types import TracebackType

from graphkit.errors import GraphkitError, StoreError
from graphkit.pipeline.batch import results as r
from graphkit.pipeline.batch.letters import Letter
from graphkit.pipeline.batch.means import Means
from graphkit.pipeline.batch.running import Running
from graphkit.pipeline.batch.turn import Turn
from graphkit.store import schema
from graphkit.store.run import Run, new_run
from graphkit.store.runs import abandon, note_run

log = logging.getLogger(__name__)


def run_batch(means: Means) -> r.Results:
    """Read what is new in the sources of a batch, and write it. BatchHeld where another run is at it."""
    return _run(means, None)


def retry(means: Means, letters: Sequence[Letter]) -> r.Results:
    """Try dead letters of the batch again, those that were given up too; expectations are not for them."""
    return _run(means, list(letters))


def _run(means: Means, letters: list[Letter] | None) -> r.Results:
    r.check_place(means.state)
    schema.ready(means.connection, means.ontology)
    run = new_run()
    with Turn(means.connection, means.batch.name, run.id, means.lease) as turn:
        lost = abandon(means.connection, means.batch.name, run.id)
        if lost:
            log.warning("%s ended without a word: what it left undone is done now", ", ".join(lost))
        with _Told(means, run) as results:
            Running(means, run, turn, results, letters).go()
    return results


class _Told:
    """Whatever ends a run, its results are written: to the state directory, and to the graph where it answers."""

    def __init__(self, means: Means, run: Run) -> None:
        self._means = means
        self._run = run
        self._begun = time.monotonic()
        self._results = r.Results(
            run.id, means.batch.name, str(means.file.absolute()), run.started.isoformat(timespec="seconds")
        )

    def __enter__(self) -> r.Results:
        note_run(self._means.connection, self._run, self._results.facts())
        return self._results

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        results = self._results
        if error is not None:
            results.status = r.BROKEN
            results.error = str(error) if isinstance(error, GraphkitError) else type(error).__name__
        ended = datetime.now(UTC)
        results.ended = ended.isoformat(timespec="seconds")
        results.seconds["in all"] = round(time.monotonic() - self._begun, 3)
        try:
            note_run(self._means.connection, self._run, {**results.facts(), "ended": ended})
        except StoreError as problem:
            if error is None:
                raise
            log.warning("the graph can't be told how %s ended: %s", results.run, problem)
        finally:
            r.write_results(results, self._means.state)
