"""Where the time of a run goes."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
DIGITS = 3


class Stopwatch:
    """Adds to `seconds`, by what they are spent on."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds

    @contextmanager
    def on(self, what: str) -> Iterator[None]:
        """The time a `with` block takes."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self._add(what, time.monotonic() - begun)

    def timed(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """The items as they are; the time it takes to get them counts."""
        spent = 0.0
        remaining = iter(items)
        try:
            while True:
                begun = time.monotonic()
                try:
                    item = next(remaining)
                except StopIteration:
                    return
                finally:
                    spent += time.monotonic() - begun
                yield item
        finally:
            self._add(what, spent)

    def _add(self, what: str, spent: float) -> None:
        self._seconds[what] = round(self._seconds.get(what, 0.0) + spent, DIGITS)
