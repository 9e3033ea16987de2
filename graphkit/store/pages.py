"""A long stream, so many items at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
PAGE = 500


def pages(items: Iterable[T], size: int = PAGE) -> Iterator[list[T]]:
    """The items in order, in lists of `size`; the last may be shorter."""
    stream = iter(items)
    while page := list(islice(stream, size)):
        yield page
