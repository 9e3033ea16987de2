"""Items that kill, hang or swell their process: each is found, and costs no other."""

import os
import re
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from graphkit.errors import PipelineMissing, RecordError, WorkerLost
from graphkit.pipeline.isolated import Isolated
from graphkit.pipeline.minded import MEGABYTE, Limits, Lost

QUICK = Limits(seconds=2, memory=1024 * MEGABYTE)
FAULTS = {
    "crash": "crashes it (SIGSEGV)",
    "killed": "crashes it (SIGKILL)",
    "leave": "crashes it (exit code 7)",
    "break": "breaks it (RuntimeError: not foreseen)",
    "sleep": "makes no progress for 2 s",
    "regex": "takes more than the 2 s of processor time allowed",
    "eat": "takes more than the 1024 MB of memory allowed",
}


@dataclass(frozen=True)
class Shouting:
    """Reading as it is seen from here: words in, words out, and some words are poison."""

    def prepare(self) -> str:
        return "ready to shout"

    def __call__(self, items: Sequence[str]) -> list[str]:
        return [shout(item) for item in items]


def shout(word: str) -> str:
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "leave":
        os._exit(7)
    if word == "break":
        raise RuntimeError("not foreseen")
    if word == "sleep":
        time.sleep(3600)
    if word == "regex":
        re.match("(a+)+b", "a" * 64)
    if word == "eat":
        eaten = [bytearray(64 * MEGABYTE) for _ in range(1000)]
        return str(len(eaten))
    return word.upper()


@dataclass(frozen=True)
class Failing:
    """Never gets ready, or refuses all there is."""

    prepared: bool

    def prepare(self) -> str:
        if not self.prepared:
            raise PipelineMissing("no such pipeline")
        return ""

    def __call__(self, items: Sequence[str]) -> list[str]:
        raise RecordError(f"no {items[0]}")


@dataclass(frozen=True)
class Dying:
    def prepare(self) -> str:
        os._exit(3)

    def __call__(self, items: Sequence[str]) -> list[str]:
        return []


@dataclass(frozen=True)
class DyingOnce:
    died: Path

    def prepare(self) -> str:
        if not self.died.exists():
            self.died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return ""

    def __call__(self, items: Sequence[str]) -> list[str]:
        return list(items)


def told(item: str, lost: Lost) -> str:
    return f"{item} {lost}"


def pool(workers: int = 1, limits: Limits = QUICK) -> Isolated[str, str]:
    return Isolated(Shouting(), workers, limits, told)


def in_processes(_: Sequence[str]) -> None:
    """No piece is so light that it is done here."""


def test_every_fault_is_found_and_told_and_all_else_comes_out_in_order():
    pieces = [["a", "b"], ["c", *FAULTS], ["d"], ["crash", "e", "sleep"]]

    with pool(workers=2) as workers:
        results = [result for piece in workers.results(pieces, in_processes) for result in piece]
        left = workers.processes()

    wanted = [
        f"{word} {FAULTS[word]}" if word in FAULTS else word.upper() for piece in pieces for word in piece
    ]
    assert results == wanted
    assert (
        psutil.wait_procs([psutil.Process(pid) for pid in left if psutil.pid_exists(pid)], timeout=30)[1]
        == []
    )


def test_a_process_killed_from_outside_costs_no_item():
    with pool() as workers:
        workers.prepared()
        (process,) = workers.processes()
        os.kill(process, signal.SIGKILL)
        results = list(workers.results([["a", "b"], ["c"]], in_processes))

    assert results == [["A", "B"], ["C"]]
    assert workers.replaced == 1


def test_a_process_killed_before_it_is_ready_is_started_again(tmp_path):
    with Isolated(DyingOnce(tmp_path / "died"), 1, QUICK, told) as workers:
        results = list(workers.results([["a"]], in_processes))

    assert results == [["a"]]


def test_no_more_is_taken_ahead_than_can_soon_be_done():
    taken: list[int] = []

    def pieces():
        for number in range(100):
            taken.append(number)
            yield [str(number)]

    with pool(workers=2) as workers:
        next(workers.results(pieces(), in_processes))

    assert len(taken) <= 8


def test_what_needs_no_process_starts_none():
    with pool() as workers:
        results = list(workers.results([["a"], ["b"]], lambda piece: [item * 2 for item in piece]))
        started = workers.processes()

    assert (results, started) == ([["aa"], ["bb"]], [])


@pytest.mark.parametrize(
    ("work", "error"),
    [
        (Failing(prepared=False), PipelineMissing),
        (Failing(prepared=True), RecordError),
        (Dying(), WorkerLost),
    ],
)
def test_an_error_that_concerns_all_is_raised(work, error):
    with Isolated(work, 1, QUICK, told) as workers, pytest.raises(error):
        list(workers.results([["a"]], in_processes))


def test_processes_end_in_the_middle_of_their_work():
    def pieces():
        yield from [["sleep"], ["sleep"]]
        raise KeyboardInterrupt

    processes: list[psutil.Process] = []
    with suppress(KeyboardInterrupt), pool(limits=Limits(seconds=3600)) as workers:
        workers.prepared()
        processes += [psutil.Process(pid) for pid in workers.processes()]
        list(workers.results(pieces(), in_processes))

    assert len(processes) == 1
    assert psutil.wait_procs(processes, timeout=30)[1] == []
