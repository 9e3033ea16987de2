"""What a format is: how it is told, and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from graphkit.model import Article, Extraction
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.tools import Tools

Outcome = Article | Extraction | Failure
"""What reading gives, one at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way articles are written down.

    suffixes: of its files, in lower case with the dot. begins: whether bytes begin as only this format does.
    read: what a stream in the format holds, lazily; raises SourceError where all of it can't be read. What it
        gives besides outcomes, an `Input`, is read next: the pages a feed leads to.
    media: content types of the web. single: whether it holds one article, so that a file of notes beside it counts.
    """

    suffixes: frozenset[str]
    begins: Callable[[bytes], bool]
    read: Callable[[BinaryIO, Input, Tools], Iterator[Outcome | Input]]
    media: frozenset[str] = frozenset()
    single: bool = False
