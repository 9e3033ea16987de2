"""What became of an article: read, or failed at a stage for a reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from graphkit.errors import GraphkitError
from graphkit.model import Article, Extraction
from graphkit.sources.inputs import Failure as Unread

T = TypeVar("T")

FAULTS = (GraphkitError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What one article may raise without stopping the others: our own errors, and rules that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read.

    place: file, "file:line" or "-"; stage: where it failed. kind: class of the error, to count by.
    article, source: what is left of it: the article where there was one, else what it was to be read from.
    """

    place: str
    stage: str
    reason: str
    kind: str = ""
    article: Article | None = field(default=None, repr=False)
    source: Unread | None = field(default=None, repr=False)


Outcome = Extraction | Failure
Read = Article | Outcome
"""What a source gives: articles, articles that were extracted before, and what couldn't be read."""


def failure(
    place: str, stage: str, error: Exception, article: Article | None = None, source: Unread | None = None
) -> Failure:
    """A failure in words: ours as they are, a fault of the program with its type."""
    kind = type(error).__name__
    reason = str(error) if isinstance(error, GraphkitError) else f"{kind}: {error}"
    return Failure(place, stage, reason, kind, article, source)


def chunks(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in order, `size` at a time; the last may be shorter."""
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk


def place_of(article: Article) -> str:
    """How a user knows an article: its path or URL, else its id."""
    return article.path or article.url or article.id
