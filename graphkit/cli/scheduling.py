"""Running a schedule: batches as processes of their own, and what is told of them."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from graphkit.cli.exits import INTERRUPTED, TERMINATED, told_to_end
from graphkit.pipeline.schedule.scheduler import Happening, Scheduler

if TYPE_CHECKING:
    from graphkit.cli.session import Session
    from graphkit.pipeline.schedule.entries import Entry, Schedule
    from graphkit.pipeline.schedule.memory import Memories


STOPPED = (INTERRUPTED, TERMINATED)
"""Exit codes of a batch that was asked to end and finished what it had in hand."""


class Watch:
    """Tells what happens: as notes, and as figures where a port is given."""

    def __init__(self, session: "Session", schedule: "Schedule", metrics_port: int | None = None) -> None:
        self._session = session
        self._schedule = schedule
        self._figures = None
        if metrics_port is not None:
            from graphkit.cli.metrics import serve

            self._figures = serve(metrics_port)
            session.note(f"figures for Prometheus: http://127.0.0.1:{metrics_port}/metrics")

    def tell(self, happened: Iterable[Happening]) -> int:
        """Tell each; how many batches did not end well."""
        bad = 0
        for each in happened:
            self._count(each)
            bad += each.kind == "ended" and each.code not in {0, *STOPPED}
            self._one(each)
        return bad

    def _count(self, each: Happening) -> None:
        if self._figures is None:
            return
        self._figures.count(each)
        if each.kind == "started":
            self._figures.begin(each.name, self._results(each.name))
        elif each.kind == "ended":
            self._figures.add(each.name, self._results(each.name))

    def _results(self, name: str) -> dict[str, Any] | None:
        """What the entry's last run that wrote it down came to."""
        from graphkit.pipeline.batch.results import all_results
        from graphkit.pipeline.batch.state import find_state

        file = self._schedule.schedules[name].batch.resolve()
        return next(
            (each for each in all_results(find_state()) if Path(each["file"]).resolve() == file), None
        )

    def _one(self, each: Happening) -> None:
        fields = {"schedule": each.name}
        if each.kind == "started":
            self._session.note(f"{each.name}: started", **fields)
        elif each.kind == "passed":
            self._session.warn(f"{each.name}: not run: {each.why}", **fields)
        elif each.code == 0:
            self._session.note(f"{each.name}: done in {each.seconds:.0f} s", **fields)
        elif each.code in STOPPED:
            self._session.note(
                f"{each.name}: stopped after {each.seconds:.0f} s; the next run goes on", **fields
            )
        else:
            self._session.error(
                f"{each.name}: ended with {each.code} after {each.seconds:.0f} s; see: graphkit runs list",
                **fields,
            )


def kept_running(session: "Session", schedule: "Schedule", memories: "Memories", watch: Watch) -> None:
    """Run the schedule until a signal asks to stop, then let its batches finish what they have in hand."""
    scheduler = Scheduler(schedule, memories, _begin(session))
    with _stopped_by_signal() as stop:
        while not stop.is_set():
            watch.tell(scheduler.look())
            stop.wait(scheduler.pause().total_seconds())
        session.note("stopping: batches under way finish the articles in hand")
        watch.tell(scheduler.finish())


def run_once(session: "Session", schedule: "Schedule", memories: "Memories", watch: Watch) -> bool:
    """Run what is due and wait for it; whether all ended well. Signals are passed on."""
    scheduler = Scheduler(schedule, memories, _begin(session))
    with _stopped_by_signal() as stop:
        bad = watch.tell(scheduler.look())
        while scheduler.busy and not stop.is_set():
            stop.wait(scheduler.pause().total_seconds())
            bad += watch.tell(scheduler.ended())
        bad += watch.tell(scheduler.finish())
    return bad == 0


def _begin(session: "Session") -> "Callable[[str, Entry], subprocess.Popen[bytes]]":
    shared = ["--log-format", session.log_format]
    if session.settings_file:
        shared += ["--settings", str(session.settings_file)]
    if session.verbosity:
        shared.append("-q" if session.verbosity < 0 else "-" + "v" * session.verbosity)

    def begin(name: str, entry: "Entry") -> subprocess.Popen[bytes]:
        call = [sys.executable, "-m", "graphkit", *shared, "batch", "run", str(entry.batch)]
        # A session of its own: Ctrl-C reaches the schedule alone, which passes it on once.
        return subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True)

    return begin


@contextmanager
def _stopped_by_signal() -> Iterator[threading.Event]:
    stop = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        stop.set()

    with told_to_end(ask):
        yield stop
