"""Web archives (WARC): the pages a crawler fetched, as its records hold them."""

import logging
from collections.abc import Iterator
from io import BufferedReader
from typing import Any, BinaryIO

from graphkit.errors import EmptyArticle, SourceError
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Input
from graphkit.sources.streams import BROKEN, Unpacked
from graphkit.sources.tools import Tools
from graphkit.sources.urls import scheme_of

log = logging.getLogger(__name__)

KINDS = ("response", "resource", "conversion")
"""Records that hold what a server sent, or the text made of it."""

DONE = "200"


def read_warc(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
    """What the records hold that may be articles, in the archive's order; pictures and the like are left alone."""
    # Few inputs are crawls.
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    read = left = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            place = _place(record, source, number)
            if place is None:
                left += 1
                continue
            read += 1
            reader = BufferedReader(Unpacked(record.content_stream().read, tools.budget, place.name))
            yield from tools.outcomes(reader, place)
    except (ArchiveLoadFailed, *BROKEN) as error:
        raise SourceError(f"{source.name} breaks off or is no WARC ({error}): get it again") from error
    if not read:
        raise EmptyArticle(f"{source.name} holds no pages among its {left} records: give a crawl of articles")
    log.info("%s: %d records of other kinds left alone", source.name, left)


def _place(record: Any, source: Input, number: int) -> Input | None:
    """What a record holds, None where it can be no article."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers
    media = (headers or record.rec_headers).get_header("Content-Type") or ""
    if record.rec_type not in KINDS or scheme_of(url.strip("<>")) not in ("http", "https"):
        return None
    if headers is not None and headers.get_statuscode() != DONE:
        return None
    part = f"{source.part}:{number}"
    place = Input(source.path, source.web, part, url.strip("<>"), media, depth=source.depth)
    return place if _is_text(place) else None


def _is_text(place: Input) -> bool:
    from graphkit.sources.formats import by_media, is_article_name  # noqa: PLC0415 -- the formats import this module

    kind = place.content_type
    if kind in ("", "application/octet-stream", "application/http"):
        return is_article_name(place.url or "") or not place.suffix
    return kind == "text/plain" or by_media(kind) is not None


WARC = Format(
    frozenset((".warc",)),
    lambda head: head.startswith((b"WARC/1.", b"WARC/0.")),
    read_warc,
    frozenset(("application/warc",)),
)
