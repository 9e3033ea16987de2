"""Inputs to articles and extractions, one at a time: what fails is told and the rest goes on."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from graphkit.errors import SourceError
from graphkit.model import Article, Extraction
from graphkit.sources.find import Failure, Input, find
from graphkit.sources.notes import read_notes, sidecar_of
from graphkit.sources.options import Options
from graphkit.sources.records import is_records, read_records
from graphkit.sources.text import read_text

HEAD = 4096
"""Bytes that tell what a file is."""

Outcome = Article | Extraction | Failure


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
    head = stream.peek(HEAD) if hasattr(stream, "peek") else b""
    suffix = "" if source.path is None else source.path.suffix
    if is_records(head, suffix):
        yield from read_records(stream, source)
        return
    raw = stream.read(options.largest + 1)
    if len(raw) > options.largest:
        limit = f"{options.largest / 2**20:g} MB"
        raise SourceError(f"{source.name} is larger than {limit}: give each article a file of its own")
    side = None if source.path is None else sidecar_of(source.path)
    notes = read_notes(side) if side else None
    yield read_text(raw, None if source.path is None else source.name, options, notes)


def _remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "allow reading it, as with chmod +r, or run as its owner"
    if isinstance(error, FileNotFoundError):
        return "it is a link to nothing, or was taken away meanwhile"
    return "check the path and the disk"
