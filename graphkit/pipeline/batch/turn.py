"""A run's turn: the lease of its batch, kept alive while it works, and taken from the dead."""

import logging
import os
import platform
import socket
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from graphkit.errors import BatchHeld, StoreError
from graphkit.store import Connection
from graphkit.store.lease import SECONDS, Holder, beat, holder, release, take

log = logging.getLogger(__name__)

BEATS = 4
"""Signs of life in the time a lease lasts."""


class Turn:
    """A `with` block in which a run has its batch for itself; BatchHeld where another run has it.

    lost: set once another run took over, because this one stood still for too long.
    """

    def __init__(self, connection: Connection, batch: str, run: str, seconds: float = SECONDS) -> None:
        self.lost = threading.Event()
        self._connection = connection
        self._batch = batch
        self._run = run
        self._seconds = seconds
        self._over = threading.Event()
        self._beating = threading.Thread(target=self._beat, daemon=True, name="lease")

    def __enter__(self) -> Self:
        me = Holder(self._run, here(), this_process())
        current = holder(self._connection, self._batch)
        dead = [current.run] if current is not None and is_dead(current) else []
        if not take(self._connection, self._batch, me, dead, self._seconds):
            current = holder(self._connection, self._batch)
            who = "" if current is None else f" ({current.run} on {current.host.partition(' ')[0]})"
            raise BatchHeld(
                f"another run of batch {self._batch} is at work{who}: wait for it; if it died, it is taken over "
                f"after {self._seconds:g} s"
            )
        if current is not None:
            log.warning("%s: taken over from %s, which ended without a word", self._batch, current.run)
        self._beating.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._beating.join()
        try:
            release(self._connection, self._batch, self._run)
        except StoreError as problem:
            # It runs out by itself; what really went wrong is being raised already.
            log.warning("the lease of %s can't be given back: %s", self._batch, problem)

    def check(self) -> None:
        """BatchHeld where another run has taken over."""
        if self.lost.is_set():
            raise BatchHeld(
                f"batch {self._batch} was taken over by another run, since this one stood still: nothing is lost, "
                "the other goes on"
            )

    def _beat(self) -> None:
        while not self._over.wait(self._seconds / BEATS):
            try:
                if not beat(self._connection, self._batch, self._run, self._seconds):
                    self.lost.set()
                    return
            except StoreError as error:
                # The run itself finds out whether the database is gone for good.
                log.warning("the lease of %s can't be renewed: %s", self._batch, error)


def here() -> str:
    """This machine, container and boot: where a process id means the same process."""
    places = [Path("/proc/sys/kernel/random/boot_id"), Path("/etc/machine-id")]
    known = [place.read_text("ascii").strip() for place in places if place.is_file()]
    space = Path("/proc/self/ns/pid")
    known += [str(space.readlink())] if space.is_symlink() else []
    return " ".join([socket.gethostname(), platform.system(), *known])


def this_process() -> str:
    """This process, told from a later one with the same id."""
    return f"{os.getpid()} {psutil.Process().create_time():.2f}"


def is_dead(current: Holder) -> bool:
    """Whether the holder is known to be over: its process was here, and is gone."""
    if current.host != here():
        return False
    pid, _, born = current.process.partition(" ")
    try:
        return f"{psutil.Process(int(pid)).create_time():.2f}" != born
    except psutil.NoSuchProcess:
        return True
    except (psutil.Error, ValueError):
        return False
