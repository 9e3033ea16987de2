"""JSON, a file with one article or a list of them, and JSON Lines, an article a line."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, BinaryIO

from graphkit.errors import EmptyArticle, NotText, OverLimit, SourceError
from graphkit.model import Article
from graphkit.sources.encoding import decode
from graphkit.sources.fields import article_of
from graphkit.sources.format import Format
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.limits import megabytes
from graphkit.sources.mapping import FieldMap, mapping_beside, value_at
from graphkit.sources.tools import Tools

LINES = (".jsonl", ".ndjson")
LINES_MEDIA = (
    "application/x-ndjson",
    "application/jsonl",
    "application/json-lines",
    "application/x-jsonlines",
)
MOST_BLANK = 1_000_000
BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[^"\n\\]{1,100}"\s*:')
WRONG = (ValueError, RecursionError)
"""What `json` raises over what isn't JSON, is nested too deep, or holds a number of a million digits."""


def read_json(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article | Failure]:
    """The articles in a file, whichever of both forms it has."""
    fields = mapping_beside(source.path, tools.options.fields)
    begun = _begun(stream, source, tools)
    if len(begun) > 1 or source.suffix in LINES or source.content_type in LINES_MEDIA:
        yield from _lines(chain(begun, _rest(stream, tools)), source, fields, tools)
        return
    limit = tools.options.limits.document
    raw = begun[0] + stream.read(max(0, limit + 1 - len(begun[0])))
    if len(raw) > limit:
        raise OverLimit(
            f"{source.name} is larger than {megabytes(limit)}: write it as JSON Lines, an article a line"
        )
    yield from _document(_parsed(raw, source.name), source, fields, tools)


def _begun(stream: BinaryIO, source: Input, tools: Tools) -> list[bytes]:
    """The first line; with those to the second that isn't empty, where the first is an object of its own."""
    lines = _rest(stream, tools)
    begun = [next(lines, b"")]
    if not _is_object(begun[0], source):
        return begun
    for line in lines:
        begun.append(line)
        if line.strip():
            return begun
    return begun[:1]


def _is_object(line: bytes, source: Input) -> bool:
    if not line.endswith(b"\n") or not line.rstrip().endswith(b"}"):
        return False
    try:
        return isinstance(_parsed(line, source.name), dict)
    except SourceError:
        return False


def _rest(stream: BinaryIO, tools: Tools) -> Iterator[bytes]:
    return iter(lambda: stream.readline(tools.options.limits.largest), b"")


def _lines(
    lines: Iterator[bytes], source: Input, fields: FieldMap, tools: Tools
) -> Iterator[Article | Failure]:
    """The article of each line; of one that is too long no more is kept than its beginning."""
    largest = tools.options.limits.largest
    number, blank, empty, in_long = 0, 0, True, False
    for line in lines:
        was_long, in_long = in_long, len(line) >= largest and not line.endswith(b"\n")
        if was_long:
            continue
        number += 1
        if not line.strip():
            blank += 1
            if blank > MOST_BLANK:
                raise OverLimit(f"{source.name} has a million empty lines in a row: it looks like a bomb")
            continue
        blank = 0
        empty = False
        place = source.numbered(number)
        if in_long:
            yield Failure(place.name, OverLimit(f"{place.name} is longer than {megabytes(largest)}: part it"))
            continue
        try:
            yield _article(_parsed(line, place.name), place, fields, tools)
        except SourceError as error:
            yield Failure(place.name, error)
    if empty:
        raise EmptyArticle(f"{source.name} holds no articles: put one into each line")


def _document(value: Any, source: Input, fields: FieldMap, tools: Tools) -> Iterator[Article | Failure]:
    items = _items(value, fields)
    if items is None:
        yield _article(value, source, fields, tools)
        return
    if not items:
        raise EmptyArticle(f"{source.name} holds no articles: its list is empty")
    for number, item in enumerate(items, 1):
        place = source.numbered(number)
        try:
            yield _article(item, place, fields, tools)
        except SourceError as error:
            yield Failure(place.name, error)


def _items(value: Any, fields: FieldMap) -> list[Any] | None:
    """The list of articles, None where the value is one article itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and fields.pick(value, "text") is None:
        for key in fields.items:
            if isinstance(found := value_at(value, key), list):
                return found
    return None


def _article(value: Any, place: Input, fields: FieldMap, tools: Tools) -> Article:
    if not isinstance(value, Mapping):
        kind = "null" if value is None else type(value).__name__
        raise NotText(
            f"{place.name} is a JSON value of type {kind}, not an object with the parts of an article"
        )
    return article_of(value, place, fields, tools)


def _parsed(raw: bytes, name: str) -> Any:
    text = decode(raw, name, markup=True)
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except WRONG as error:
        reason = (
            "it is nested too deep" if isinstance(error, RecursionError) else " ".join(str(error).split())
        )
        raise NotText(f"{name} isn't JSON ({reason[:200]}): mend it") from error


JSON = Format(
    frozenset((".json", *LINES)),
    lambda head: BEGINS.match(head) is not None,
    read_json,
    frozenset(("application/json", "application/feed+json", *LINES_MEDIA)),
)
