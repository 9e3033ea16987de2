"""A kind of work that processes do, and the process that does it: see `graphkit.pipeline.isolated`."""

import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from graphkit.errors import GraphkitError
from graphkit.pipeline.workers import ONE_THREAD

Result = TypeVar("Result")
Taken_contra = TypeVar("Taken_contra", contravariant=True)

READY, DONE, RAISED, ENDED, NO_MEMORY = "ready", "done", "raised", "ended", "no memory"
"""What a process tells: that it may be given work, results, an error of ours, its last words."""


class Work(Protocol[Taken_contra, Result]):
    """Picklable, and light until it is prepared."""

    def prepare(self) -> str:
        """Get ready, as by loading a language pipeline; what to tell those who wait."""

    def __call__(self, items: Sequence[Taken_contra]) -> list[Result]:
        """A result for each item. Whatever it raises ends the process."""


def serve(work: Work[Any, Any], pipe: Connection, memory: int) -> None:
    """What the process does, until it is ended or nobody is left to work for. memory: bytes it may take."""
    for name in ONE_THREAD:
        os.environ[name] = "1"
    # Who stops the parent, from a terminal or a service manager, signals all its processes: it lets them finish.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _confine(memory)
    with _LastWords(pipe):
        pipe.send((READY, work.prepare()))
        while True:
            pipe.send((DONE, work(pipe.recv())))


class _LastWords:
    """Tells why the process ends, without the traceback that multiprocessing would print."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, GraphkitError):
            self._pipe.send((RAISED, error))
        elif isinstance(error, MemoryError):
            self._pipe.send((NO_MEMORY, ""))
        elif not isinstance(error, EOFError | BrokenPipeError):
            self._pipe.send((ENDED, f"{type(error).__name__}: {' '.join(str(error).split())[:500]}"))
        self._pipe.close()
        os._exit(1)


def _confine(memory: int) -> None:
    """No more memory than that, where the system holds to it, and no dump of it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS refuses a limit under what it has mapped already: there the parent alone minds it.
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _end_with_parent() -> None:
    """Left alone, the workers of a parent that was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
