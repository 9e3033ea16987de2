"""Work over processes: order kept, one thread each, and an end in every case."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from graphkit.errors import RecordError, WorkerLost
from graphkit.pipeline.workers import ONE_THREAD, WAITING_PER_WORKER, in_order


def slowest_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number


def process_id(number: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def thread_limits(number: int) -> list[str | None]:
    return [os.environ.get(name) for name in ONE_THREAD]


def killed(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(number: int) -> int:
    raise RecordError(f"record {number}")


def test_results_keep_the_order_of_the_pieces_whoever_is_first():
    assert list(in_order(slowest_first, range(6), 2)) == list(range(6))


def test_one_worker_is_this_process():
    assert set(in_order(process_id, range(2), 1)) == {os.getpid()}


def test_several_workers_are_other_processes_with_one_thread_each():
    assert os.getpid() not in set(in_order(process_id, range(4), 2))
    assert list(in_order(thread_limits, range(1), 2)) == [["1"] * len(ONE_THREAD)]


def test_no_more_is_taken_ahead_than_workers_can_soon_use():
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    next(results := in_order(slowest_first, pieces(), 2))

    assert len(taken) <= 2 * WAITING_PER_WORKER
    results.close()


def test_a_killed_worker_is_told_and_not_waited_for():
    with pytest.raises(WorkerLost, match="fewer --workers"):
        list(in_order(killed, range(10), 2))


def test_an_error_of_the_work_comes_back_as_it_is():
    with pytest.raises(RecordError, match="record 0"):
        list(in_order(refused, range(3), 2))
