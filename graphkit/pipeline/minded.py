"""One process that works, and the limits it is held to while it does."""

import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Event
from typing import Any, Generic, NoReturn, TypeVar

import psutil

from graphkit.pipeline.work import DONE, ENDED, NO_MEMORY, RAISED, READY, Work, serve

Item = TypeVar("Item")
Result = TypeVar("Result")

TICK = 0.25
"""Seconds between two looks at what a process has taken."""
PATIENCE = 5.0
"""Seconds a process may take to end once it has closed its pipe."""
MEGABYTE = 2**20
LEAST_PROGRESS = 0.01
"""Seconds of processor time: who takes less in a whole limit's time stands still."""


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: of processor time for what is handed over at once. memory: bytes of the whole process."""

    seconds: float = 120
    memory: int = 4096 * MEGABYTE


class Lost(Exception):
    """A process was lost. The message says what the item did, to follow its name ("crashes it (SIGSEGV)").

    from_outside: whether somebody killed it, for want of memory or by hand, which may be no fault of the item's.
    """

    def __init__(self, what: str, *, from_outside: bool = False) -> None:
        super().__init__(what)
        self.from_outside = from_outside


class Meter:
    """What a process takes from now on. seconds: of processor time, None for as many as it wants."""

    def __init__(self, pid: int, seconds: float | None, memory: int) -> None:
        self.too_much = f"takes more than the {memory // MEGABYTE} MB of memory allowed"
        self._pid = pid
        self._seconds = seconds
        self._memory = memory
        self._begun = self._moved = self._taken()
        self._moved_at = time.monotonic()

    def excess(self) -> str | None:
        """What it has taken too much of; None where it keeps to the limits, or is gone."""
        with suppress(psutil.Error):
            if psutil.Process(self._pid).memory_info().rss > self._memory:
                return self.too_much
        return None if self._seconds is None else self._of_time(self._seconds)

    def _of_time(self, seconds: float) -> str | None:
        taken = self._taken()
        if taken - self._begun > seconds:
            return f"takes more than the {seconds:g} s of processor time allowed"
        if taken - self._moved > LEAST_PROGRESS or self._waits_its_turn():
            self._moved_at, self._moved = time.monotonic(), taken
        elif time.monotonic() - self._moved_at > seconds:
            return f"makes no progress for {seconds:g} s"
        return None

    def _waits_its_turn(self) -> bool:
        """Whether it would work if a busy machine, or its disk, let it."""
        with suppress(psutil.Error):
            return psutil.Process(self._pid).status() in {psutil.STATUS_RUNNING, psutil.STATUS_DISK_SLEEP}
        return False

    def _taken(self) -> float:
        """Seconds of processor time so far."""
        with suppress(psutil.Error):
            times = psutil.Process(self._pid).cpu_times()
            return float(times.user + times.system)
        return 0.0


class Minded(Generic[Item, Result]):
    """Not for several threads at a time; `ending`, when set, lets go of whatever is waited for."""

    def __init__(self, work: Work[Item, Result], limits: Limits, ending: Event) -> None:
        # Not forked: a fork copies locks that other threads hold, and BLAS already started with many threads.
        context = get_context("spawn")
        self._limits = limits
        self._ending = ending
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(work, theirs, limits.memory), daemon=True)
        self._process.start()
        theirs.close()
        self.pid: int = self._process.pid or 0
        self.alive = True
        self.said = ""

    def await_ready(self) -> None:
        """Wait until it may be given work; an error it raises on the way is raised here. Lost where it ends."""
        self.said = self._listen(READY, seconds=None)

    def do(self, items: Sequence[Item]) -> list[Result]:
        """The results; Lost where the process is, or has to be ended."""
        try:
            self._pipe.send(items)
        except OSError as error:
            self._gone(error)
        done: list[Result] = self._listen(DONE, self._limits.seconds)
        return done

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.alive = False
        self._process.kill()

    def _listen(self, awaited: str, seconds: float | None) -> Any:
        """What it says next. seconds: of processor time, and of standing still, before it is ended."""
        meter = Meter(self.pid, seconds, self._limits.memory)
        try:
            while not self._pipe.poll(TICK):
                excess = "is given up" if self._ending.is_set() else meter.excess()
                if excess is not None:
                    self._end(excess)
            kind, content = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._gone(error)
        if kind == awaited:
            return content
        self.end()
        self._process.join()
        if kind == RAISED:
            raise content
        if kind == NO_MEMORY:
            raise Lost(meter.too_much)
        raise Lost(f"breaks it ({content})" if kind == ENDED else f"is answered {kind!r}")

    def _end(self, why: str) -> NoReturn:
        self.end()
        self._process.join()
        raise Lost(why)

    def _gone(self, error: Exception) -> NoReturn:
        """What it means that the process is gone."""
        self._process.join(PATIENCE)
        self.end()
        self._process.join()
        code = self._process.exitcode or 0
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        raise Lost(f"crashes it ({how})", from_outside=code == -signal.SIGKILL) from error
