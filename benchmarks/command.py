"""What the benchmarks share: options explained by their docstrings, a clock, and a Neo4j to do anything to."""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphkit.store import Connection, connect, server
from tests.homes import home_with_jars


def parser(explanation: str | None) -> argparse.ArgumentParser:
    """One whose help is the module's docstring as it stands."""
    return argparse.ArgumentParser(
        description=explanation, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds, by the clock on the wall or by that of the processor (`time.process_time`)."""
    start = clock()
    work()
    return clock() - start


@contextmanager
def own_server() -> Iterator[server.Home]:
    """A Neo4j of its own in a temporary folder, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        home = home_with_jars(Path(folder))
        try:
            server.start(home, ports=server.Ports(0, 0))
            yield home
        finally:
            server.stop(home)


def connected(home: server.Home) -> Connection:
    """A connection to it, started first where it doesn't run."""
    running = server.start(home)
    return connect(running.uri, running.username, running.password)
