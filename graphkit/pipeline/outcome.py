"""What became of an article: read, or failed at a stage for a reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from graphkit.errors import GraphkitError
from graphkit.model import Article, Extraction

T = TypeVar("T")

FAULTS = (GraphkitError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What one article may raise without stopping the others: our own errors, and rules that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read. place: file, "file:line" or "-"; stage: where it failed."""

    place: str
    stage: str
    reason: str


Outcome = Extraction | Failure
Read = Article | Outcome
"""What a source gives: articles, articles that were extracted before, and what couldn't be read."""


def failure(place: str, stage: str, error: Exception) -> Failure:
    """A failure in words: ours as they are, a fault of the program with its type."""
    reason = str(error) if isinstance(error, GraphkitError) else f"{type(error).__name__}: {error}"
    return Failure(place, stage, reason)


def chunks(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in order, `size` at a time; the last may be shorter."""
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk


def place_of(article: Article) -> str:
    """How a user knows an article: its path or URL, else its id."""
    return article.path or article.url or article.id
