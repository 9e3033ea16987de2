"""HTML pages: files saved from the web, and pages fetched from it."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from graphkit.errors import EmptyArticle
from graphkit.model import Article
from graphkit.sources.encoding import decode
from graphkit.sources.format import Format
from graphkit.sources.inputs import Input
from graphkit.sources.magic import MARKUP
from graphkit.sources.notes import Notes, over
from graphkit.sources.said import said
from graphkit.sources.streams import read_whole
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools
from graphkit.sources.urls import canonical

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
HEAD = 4096
"""Bytes of a page that may name its encoding."""


def read_html(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article]:
    """The article of a page; EmptyArticle where it has none, as a front page has."""
    raw = read_whole(stream, tools.options.limits.largest, source.name)
    text = decode(raw, source.name, declared_charset(raw, source), markup=True)
    url = source.url or source.known.url
    found = tools.parse("page", text.encode("utf-8", "replace"), source.name, url=url)
    if not found["text"]:
        raise EmptyArticle(
            f"{source.name} has no main text: give the page of one article, not a list of them"
        )
    yield compose(found["text"], source, tools.options, _notes(found, source, tools))


def declared_charset(raw: bytes, source: Input) -> str | None:
    """The encoding its server or its own head says it is in."""
    match = CHARSET.search(source.media.encode("ascii", "ignore")) or CHARSET.search(raw[:HEAD])
    return match[1].decode("ascii") if match else None


def _notes(found: dict[str, object], source: Input, tools: Tools) -> Notes:
    claimed = found.get("url")
    address = canonical(claimed if isinstance(claimed, str) else None, source.url)
    page = said(
        tools.options.phrases,
        source.name,
        title=_without_site(found.get("title"), found.get("publisher")),
        publisher=found.get("publisher"),
        byline=found.get("byline"),
        published=found.get("published"),
        language=found.get("language"),
    )
    return over(Notes(url=address), page)


def _without_site(title: object, site: object) -> object:
    """Talks fail in Geneva | The Daily Example -> Talks fail in Geneva, where the site is named so."""
    if not isinstance(title, str) or not isinstance(site, str) or not site.strip():
        return title
    return re.sub(rf"\s+[|–—·-]\s+{re.escape(site.strip())}\s*\Z", "", title, flags=re.IGNORECASE)


def begins_html(head: bytes) -> bool:
    markup = MARKUP.match(head.removeprefix(b"\xef\xbb\xbf"))
    return markup is not None and (b"html" in markup[1].lower() or b"<html" in head[:2048].lower())


HTML = Format(
    frozenset((".html", ".htm", ".xhtml")),
    begins_html,
    read_html,
    frozenset(("text/html", "application/xhtml+xml")),
    single=True,
)
