"""Work spread over processes: each starts once, holds BLAS to one thread, and results keep their order."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TypeVar

from graphkit.errors import WorkerLost

Work = TypeVar("Work")
Result = TypeVar("Result")

WAITING_PER_WORKER = 2
"""Pieces handed out ahead: so many that no worker waits, so few that memory stays flat."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def in_order(
    work: Callable[[Work], Result],
    pieces: Iterable[Work],
    workers: int,
    here: Callable[[Work], bool] = lambda _: False,
) -> Iterator[Result]:
    """`work` done on each piece, results in the order of the pieces; one worker is this process itself.

    work: picklable; imports what is costly only when called. here: whether a piece is so light that sending
    it to another process would cost more. WorkerLost where a process is killed.
    """
    if workers == 1:
        yield from map(work, pieces)
        return
    # Not forked: a fork copies locks that other threads hold, and BLAS already started with many threads.
    context = get_context("spawn")
    watched, held = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, context, _start, (watched,))
    waiting: deque[Future[Result]] = deque()
    try:
        for piece in pieces:
            waiting.append(_done(work(piece)) if here(piece) else pool.submit(work, piece))
            if len(waiting) >= workers * WAITING_PER_WORKER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool as error:
        raise WorkerLost(
            "a reading process was killed, most often for want of memory: use fewer --workers "
            "(each needs about 0.7 GB) and run the same command again"
        ) from error
    finally:
        # Whoever still works has nobody to work for: an interrupt needn't wait for them.
        held.close()
        pool.shutdown(cancel_futures=True)
        watched.close()


def _done(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def _start(watched: Connection) -> None:
    """Before the pipeline is imported in a new process. watched: closes when the parent ends or gives up."""
    for name in ONE_THREAD:
        os.environ[name] = "1"
    # The parent answers Ctrl-C and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, args=(watched,), daemon=True).start()


def _end_with_parent(watched: Connection) -> None:
    """Left alone, the workers of a parent that was killed would wait for work for ever."""
    wait([watched])
    os._exit(1)
