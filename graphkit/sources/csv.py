"""CSV with a first line of names: an article a row."""

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from graphkit.errors import EmptyArticle, NotText, OverLimit, SourceError
from graphkit.model import Article
from graphkit.sources.encoding import decode, is_utf16
from graphkit.sources.fields import article_of
from graphkit.sources.format import Format
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.limits import megabytes
from graphkit.sources.mapping import FieldMap, mapping_beside
from graphkit.sources.streams import read_whole
from graphkit.sources.tools import Tools

if TYPE_CHECKING:
    import _csv

DELIMITERS = ",;\t|"
BYTES = "latin-1"
"""One character for each byte, so that rows are parted before their encoding is told, and each is told alone."""

JOINT = "\v"
"""A line end of old printers: it may stand for any space."""

MOST_COLUMNS = 1_000


def read_csv(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article | Failure]:
    """The article of each row, one in memory at a time."""
    fields = (
        tools.options.fields if source.path is None else mapping_beside(source.path, tools.options.fields)
    )
    # It is for the whole process, and only ever raised: the standard library's 128 KB would refuse long reads.
    csv.field_size_limit(max(csv.field_size_limit(), tools.options.limits.largest))
    lines = _lines(stream, source, tools)
    first = next(lines, "")
    reader = csv.reader(_again(first, lines), delimiter=fields.delimiter or _delimiter(first), strict=False)
    yield from _articles(reader, source, fields, tools)


def _articles(
    reader: "_csv.Reader", source: Input, fields: FieldMap, tools: Tools
) -> Iterator[Article | Failure]:
    rows = _rows(reader, source)
    first = next(rows, None)
    names = _named(_decoded(first[1], source.name), source) if first else []
    empty = True
    for place, row in rows:
        empty = False
        try:
            cells = _decoded(row, place.name)
            yield article_of(dict(zip(names, cells, strict=False)), place, fields, tools)
        except SourceError as error:
            yield Failure(place.name, error)
    if empty:
        raise EmptyArticle(
            f"{source.name} holds no articles: put one into each row below the names of the columns"
        )


def _rows(reader: "_csv.Reader", source: Input) -> Iterator[tuple[Input, list[str]]]:
    """The rows that aren't empty, each with the line it begins on; NotText where the file breaks."""
    while True:
        place = source.numbered(reader.line_num + 1)
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise NotText(f"{place.name} can't be read as CSV ({error}): mend it") from error
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield place, row


def _named(values: list[str], source: Input) -> list[str]:
    if len(values) > MOST_COLUMNS:
        raise OverLimit(f"{source.name} has more than {MOST_COLUMNS} columns: keep those of the article")
    return [value.removeprefix("\ufeff").strip() for value in values]


def _lines(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[str]:
    """The lines with a character for each byte; UTF-16, as spreadsheets write it, is made UTF-8 first."""
    largest = tools.options.limits.largest
    head = stream.readline(largest)
    if is_utf16(head):
        raw = head + read_whole(stream, tools.options.limits.document, source.name)
        encoded = decode(raw, source.name).encode("utf-8", "replace")
        yield from encoded.decode(BYTES).splitlines(keepends=True)
        return
    line = head.removeprefix(b"\xef\xbb\xbf")
    while line:
        if len(line) >= largest and not line.endswith(b"\n"):
            raise OverLimit(f"{source.name} has a line longer than {megabytes(largest)}: part it")
        yield line.decode(BYTES)
        line = stream.readline(largest)


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(first: str) -> str:
    """Whichever parts the names of the columns into most."""
    return max(DELIMITERS, key=first.count)


def _decoded(row: list[str], name: str) -> list[str]:
    """The cells as characters; those of a row are in one encoding, and together tell it best."""
    cells = [cell.replace(JOINT, " ") for cell in row]
    whole = JOINT.join(cells)
    return (
        decode(whole.encode(BYTES), name, markup=True).split(JOINT)
        if not whole.isascii() or "\0" in whole
        else cells
    )


CSV = Format(
    frozenset((".csv", ".tsv")),
    lambda _: False,
    read_csv,
    frozenset(("text/csv", "text/tab-separated-values")),
)
