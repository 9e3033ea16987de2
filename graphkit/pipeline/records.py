"""Extraction files as input: told from articles by their first characters, read line by line."""

import sys
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import TextIO

from graphkit.errors import RecordError
from graphkit.model.record import FORMAT, read_line
from graphkit.pipeline.outcome import Outcome, failure

OPENING = f'{{"format": "{FORMAT.partition("/")[0]}/'


def is_records(path: Path) -> bool:
    """Whether a file, or standard input, begins as `graphkit extract` writes it, whatever its name."""
    if str(path) == "-":
        start = sys.stdin.buffer
        return isinstance(start, BufferedReader) and start.peek(len(OPENING)).startswith(OPENING.encode())
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(OPENING)) == OPENING.encode()


def read_records(path: Path) -> Iterator[Outcome]:
    """The extractions of a file, "-" for standard input; a line that isn't one is a failure."""
    if str(path) == "-":
        yield from _lines(sys.stdin, "-")
    else:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
            yield from _lines(stream, str(path))


def _lines(stream: TextIO, name: str) -> Iterator[Outcome]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield read_line(line, place)
            except RecordError as error:
                yield failure(place, "record", error)
