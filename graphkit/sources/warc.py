"""Web archives (WARC, ISO 28500): the pages a crawler fetched, as its records hold them."""

import logging
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import BinaryIO

from graphkit.errors import EmptyArticle, SourceError
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.tools import Tools
from graphkit.sources.urls import WEB, scheme_of
from graphkit.sources.warc_records import Record, records

log = logging.getLogger(__name__)

KINDS = ("response", "resource", "conversion")
"""Records that hold what a server sent, or the text made of it."""

DONE = 200
ANY = ("", "application/octet-stream")
"""Content types that say nothing."""


def read_warc(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
    """What the records hold that may be articles, in the archive's order; pictures and the like are left alone."""
    read = left = 0
    for number, record in enumerate(records(stream, source.name), 1):
        place = _place(record, source, number)
        try:
            answer = record.answer(tools.options.limits.largest, place.name) if _is_page(record) else None
            if answer is None or answer.status != DONE or not _is_text(place, answer.media):
                left += 1
                continue
            read += 1
            body = answer.body()
        except SourceError as error:
            read += 1
            yield Failure(place.name, error)
            continue
        tools.budget.spend(len(body), place.name)
        found = Input(place.path, place.web, place.part, place.url, answer.media, depth=source.depth)
        yield from tools.outcomes(BufferedReader(BytesIO(body)), found)
    if not read:
        raise EmptyArticle(f"{source.name} holds no pages among its {left} records: give a crawl of articles")
    log.info("%s: %d records of other kinds left alone", source.name, left)


def _place(record: Record, source: Input, number: int) -> Input:
    return Input(source.path, source.web, f"{source.part}:{number}", record.url)


def _is_page(record: Record) -> bool:
    return record.kind in KINDS and scheme_of(record.url) in WEB


def _is_text(place: Input, media: str) -> bool:
    from graphkit.sources.formats import by_media, is_article_name  # noqa: PLC0415 -- the formats import this module

    kind = media.partition(";")[0].strip().lower()
    if kind in ANY:
        return is_article_name(place.file_name) or not place.suffix
    return by_media(kind) is not None


WARC = Format(
    frozenset((".warc",)),
    lambda head: head.startswith((b"WARC/1.", b"WARC/0.")),
    read_warc,
    frozenset(("application/warc",)),
)
