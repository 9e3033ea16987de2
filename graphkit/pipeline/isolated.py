"""Work in processes that may be lost: an item that kills, hangs or swells one costs no other item.

Each process is minded by a thread of the parent. Items travel several at a time; where a process is lost over some,
it is replaced and they are done again one by one, which shows the one at fault. What comes out, and in which order,
is the same as if every process had lived.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, Self, TypeVar

from graphkit.errors import WorkerLost
from graphkit.pipeline.minded import Limits, Lost, Minded
from graphkit.pipeline.work import Work

Item = TypeVar("Item")
Result = TypeVar("Result")

STARTS = 3
"""How often a process may be lost before it is ready; then something is wrong that concerns all."""
AHEAD = 3
"""Pieces waiting or done for each worker: so many that none waits while one result is written."""


class Isolated(Generic[Item, Result]):
    """So many processes that do one kind of work, started where first needed; a `with` block ends them."""

    def __init__(
        self,
        work: Work[Item, Result],
        workers: int,
        limits: Limits,
        lost: Callable[[Item, Lost], Result],
    ) -> None:
        """lost: what to make of an item over which a process was lost."""
        self._work = work
        self._limits = limits
        self._lost = lost
        self._workers = workers
        self._ending = threading.Event()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._own = threading.local()
        self._all: list[Minded[Item, Result]] = []
        self.replaced = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        for each in list(self._all):
            each.end()
        self._threads.shutdown(cancel_futures=True)

    def prepared(self) -> str:
        """What the first process says when it is ready: for the work of reading, the extractor's name."""
        return self._threads.submit(lambda: self._mine().said).result()

    def results(
        self, pieces: Iterable[Sequence[Item]], here: Callable[[Sequence[Item]], list[Result] | None]
    ) -> Iterator[list[Result]]:
        """The results of each piece, in the order of the pieces.

        here: the results of a piece that needs no process, None for the others.
        """
        waiting: deque[Future[list[Result]]] = deque()
        for piece in pieces:
            light = here(piece)
            waiting.append(self._threads.submit(self._do, piece) if light is None else _done(light))
            while len(waiting) >= self._workers * AHEAD or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def processes(self) -> list[int]:
        """Ids of the processes that are at work."""
        return [each.pid for each in self._all if each.alive]

    def _do(self, piece: Sequence[Item], *, tries: int = 2) -> list[Result]:
        """The results of a piece; of an item over which a process is lost, what to make of it."""
        try:
            return self._mine().do(piece)
        except Lost as lost:
            if self._ending.is_set():
                raise
            self.replaced += 1
            if len(piece) > 1:
                return [result for item in piece for result in self._do([item])]
            if lost.from_outside and tries > 1:
                return self._do(piece, tries=tries - 1)
            return [self._lost(piece[0], lost)]

    def _mine(self) -> Minded[Item, Result]:
        """The process of this thread, started anew where it was lost."""
        mine: Minded[Item, Result] | None = getattr(self._own, "process", None)
        if mine is not None and mine.alive:
            return mine
        for _ in range(STARTS - 1):
            try:
                return self._started()
            except Lost:
                if self._ending.is_set():
                    raise
        try:
            return self._started()
        except Lost as lost:
            raise WorkerLost(
                f"a reading process ended {STARTS} times before it had read anything ({lost}): see "
                "`graphkit doctor`, and reading.memory_mb in the settings"
            ) from lost

    def _started(self) -> Minded[Item, Result]:
        former: Minded[Item, Result] | None = getattr(self._own, "process", None)
        if former is not None:
            self._all.remove(former)
        mine = self._own.process = Minded(self._work, self._limits, self._ending)
        self._all.append(mine)
        mine.await_ready()
        return mine


def _done(results: list[Result]) -> Future[list[Result]]:
    future: Future[list[Result]] = Future()
    future.set_result(results)
    return future
