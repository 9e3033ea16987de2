"""Inputs to articles and extractions, one at a time: what fails is told and the rest goes on."""

import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from graphkit.errors import SourceError
from graphkit.sources.find import find
from graphkit.sources.format import Outcome
from graphkit.sources.formats import format_of
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.options import Options

HEAD = 4096
"""Bytes that tell what a file is."""


def read(paths: Iterable[str | Path], options: Options | None = None) -> Iterator[Outcome]:
    """All that the paths mean, in order and lazily: articles, extractions, and what couldn't be read."""
    options = options or Options()
    for found in find(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_input(found, options)


def read_input(
    source: Input, options: Options | None = None, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """What one input holds. stdin: where '-' reads from, the process's own by default."""
    options = options or Options()
    try:
        if source.path is None:
            yield from _read_stream(stdin or sys.stdin.buffer, source, options)
        else:
            with source.path.open("rb") as stream:
                yield from _read_stream(stream, source, options)
    except SourceError as error:
        yield Failure(source.name, error)
    except OSError as error:
        yield Failure(
            source.name, SourceError(f"{source.name} can't be read ({error.strerror}): {_remedy(error)}")
        )


def _read_stream(stream: BinaryIO, source: Input, options: Options) -> Iterator[Outcome]:
    reader = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))
    yield from format_of(source, reader.peek(HEAD)).read(reader, source, options)


def _remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "allow reading it, as with chmod +r, or run as its owner"
    if isinstance(error, FileNotFoundError):
        return "it is a link to nothing, or was taken away meanwhile"
    return "check the path and the disk"
