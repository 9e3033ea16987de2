"""Extraction files: articles that were read already, a record a line."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from graphkit.errors import RecordError, SourceError
from graphkit.model import Extraction
from graphkit.model.record import read_line
from graphkit.sources.format import Format
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.tools import Tools

FIRST_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"graphkit\.extraction/')
LONGEST_LINE = 512 * 2**20
"""Bytes: no record is so long, and what is would fill the memory."""


def read_records(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Extraction | Failure]:
    """The extractions in a stream, one line in memory at a time; a wrong line is a Failure.

    The tools don't matter: a record is an article that was read already.
    """
    empty = True
    for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b""), 1):
        if not line.strip():
            continue
        empty = False
        place = f"{source.name}:{number}"
        try:
            yield _read(line, place)
        except RecordError as error:
            yield Failure(place, error)
    if empty:
        yield Failure(
            source.name, SourceError(f"{source.name} holds no records: make it with `graphkit extract`")
        )


def _read(line: bytes, place: str) -> Extraction:
    try:
        return read_line(line.decode("utf-8-sig"), place)
    except UnicodeDecodeError as error:
        raise RecordError(f"{place} isn't UTF-8: make the file with `graphkit extract`") from error
    except RecursionError as error:
        raise RecordError(
            f"{place} is nested too deep for a record: make the file with `graphkit extract`"
        ) from error


RECORDS = Format(frozenset(), lambda head: FIRST_LINE.match(head) is not None, read_records)
