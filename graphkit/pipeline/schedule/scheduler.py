"""The loop: looks at the clock, starts what is due, and ends in order when told to."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from graphkit.pipeline.schedule.entries import Entry, Schedule
from graphkit.pipeline.schedule.memory import Memories, Memory
from graphkit.pipeline.schedule.moments import SET_BACK, due, is_late, starts

LOOK = timedelta(seconds=30)
"""At least so often the clock is looked at: it may have been set, or the machine have slept."""
CHILD = timedelta(seconds=1)
"""As often runs under way are asked whether they ended."""


class Running(Protocol):
    """A run under way, as subprocess.Popen is."""

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""

    def terminate(self) -> None:
        """Ask it to finish what it has in hand and end."""

    def wait(self) -> int:
        """Wait for its end; its exit code."""


@dataclass(frozen=True)
class Happening:
    """What a look at the clock came to.

    kind: started | ended | passed (a missed or overlapping moment that isn't run). moment: that of the run.
    seconds, code: of a run that ended. why: of one that was passed over.
    """

    kind: str
    name: str
    moment: datetime | None = None
    code: int | None = None
    seconds: float = 0.0
    why: str = ""


class Scheduler:
    """Runs the entries of a schedule.

    begin: starts the run of an entry and returns at once. now: the clock, in UTC.
    """

    def __init__(
        self,
        schedule: Schedule,
        memories: Memories,
        begin: Callable[[str, Entry], Running],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._entries = schedule.schedules
        self._memories = memories
        self._begin = begin
        self._now = now
        self._running: dict[str, tuple[Running, float]] = {}

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return bool(self._running)

    def look(self) -> Iterator[Happening]:
        """Note what ended and start what is due."""
        yield from self.ended()
        kept = self._memories.read()
        for name, entry in sorted(self._entries.items()):
            yield from self._looked_at(name, entry, kept.get(name, Memory()))

    def ended(self) -> Iterator[Happening]:
        """Note what ended."""
        for name, (running, begun) in sorted(self._running.items()):
            code = running.poll()
            if code is None:
                continue
            del self._running[name]
            self._memories.change(name, ended=self._now(), code=code)
            # Not by the clock, which may be set meanwhile.
            yield Happening("ended", name, code=code, seconds=time.monotonic() - begun)

    def pause(self) -> timedelta:
        """How long until there may be something to do."""
        if self._running:
            return CHILD
        now = self._now()
        active = [
            starts(name, entry, now, 1)[0] - now for name, entry in self._entries.items() if not entry.paused
        ]
        return max(timedelta(0), min([*active, LOOK]))

    def finish(self) -> Iterator[Happening]:
        """Ask what runs to end with the articles in hand, and wait for it."""
        for running, _ in self._running.values():
            running.terminate()
        for running, _ in self._running.values():
            running.wait()
        yield from self.ended()

    def _looked_at(self, name: str, entry: Entry, memory: Memory) -> Iterator[Happening]:
        now = self._now()
        if memory.handled is None or memory.handled - now > SET_BACK:
            # Before its first start nothing was missed; and a clock set back so far was wrong before.
            memory = self._memories.change(name, handled=now)
        moment = due(name, entry, memory.handled or now, now)
        if moment is None:
            return
        self._memories.change(name, handled=moment)
        if entry.paused or memory.resting:
            return
        if name in self._running:
            yield Happening("passed", name, moment, why="its last run isn't done")
        elif entry.catch_up == "none" and is_late(name, entry, moment, now):
            yield Happening("passed", name, moment, why="missed, and catch_up is none")
        else:
            self._running[name] = self._begin(name, entry), time.monotonic()
            self._memories.change(name, started=now, ended=None, code=None)
            yield Happening("started", name, moment)
