"""Inputs to articles and extractions, one at a time: what fails is told and the rest goes on."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graphkit.sources.find import find
from graphkit.sources.format import Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.options import Options
from graphkit.sources.tools import Tools

if TYPE_CHECKING:
    from graphkit.sources.visits import Visits


def read(
    paths: Iterable[str | Path], options: Options | None = None, visits: "Visits | None" = None
) -> Iterator[Outcome]:
    """All that the paths mean, in order and lazily: articles, extractions, and what couldn't be read.

    visits: what is remembered of pages fetched before; those that didn't change give nothing.
    """
    with Tools(options or Options(), visits) as tools:
        for found in find(paths):
            if isinstance(found, Failure):
                yield found
            else:
                yield from tools.read(found)


def read_input(
    source: Input, options: Options | None = None, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """What one input holds. stdin: where '-' reads from, the process's own by default."""
    with Tools(options or Options()) as tools:
        yield from tools.read(source, stdin)
