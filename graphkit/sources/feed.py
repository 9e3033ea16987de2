"""Feeds in RSS and Atom: entries with their whole text are articles, the others lead to pages."""

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.errors import NotText, SourceError, Unsafe
from graphkit.model import Article, digest
from graphkit.sources.encoding import decode
from graphkit.sources.format import Format
from graphkit.sources.html import declared_charset
from graphkit.sources.inputs import Failure, Input, page
from graphkit.sources.notes import Notes
from graphkit.sources.said import said
from graphkit.sources.streams import read_whole
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools

log = logging.getLogger(__name__)

WHOLE = 80
"""Words: an entry with fewer is a teaser, unless the feed calls it the content."""

CUT_SHORT = re.compile(r"(?:\[?(?:\.\.\.|…)\]?|\b(?:read more|continue reading|more)\W*)\s*\Z", re.IGNORECASE)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
ROOT = re.compile(r"<[A-Za-z]")
XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,1000}?-->\s*|<!DOCTYPE[^>]*>\s*|<\?[^>]*\?>\s*)*"
    rb"<(?:rss|feed|rdf:RDF|channel)\b",
    re.S,
)


def read_feed(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article | Failure | Input]:
    """Each entry in the feed's order: an article, the page it leads to, or what is wrong with it."""
    raw = read_whole(stream, tools.options.limits.largest, source.name)
    charset = XML_CHARSET.match(raw)
    declared = charset[1].decode("ascii") if charset else declared_charset(b"", source)
    text = safe_xml(decode(raw, source.name, declared, markup=True), source.name)
    feed = tools.parse("feed", text.encode("utf-8", "replace"), source.name, url=source.web or source.url)
    if not feed["entries"] and not feed["version"]:
        raise NotText(f"{source.name} is no feed in RSS or Atom: give a feed, or save its articles as HTML")
    if feed["broken"] and not feed["entries"]:
        raise SourceError(f"{source.name} is a broken feed ({feed['broken']}): get it again")
    if feed["broken"]:
        log.warning("%s is a broken feed (%s): read as far as can be", source.name, feed["broken"])
    follows = _follows(source, tools)
    for number, entry in enumerate(feed["entries"], 1):
        place = source.numbered(number)
        try:
            yield _outcome(entry, feed, place, tools, follows=follows)
        except SourceError as error:
            yield Failure(place.name, error)


def safe_xml(text: str, name: str) -> str:
    """The XML without its declaration, which says an encoding it is in no more; Unsafe where it declares entities.

    Entities can only be declared before the root element: whole files, or a billion words, may hide behind one.
    """
    text = DECLARATION.sub("", text.removeprefix("\ufeff"), count=1)
    root = ROOT.search(text)
    prolog = text[: root.start()] if root else text
    if "<!ENTITY" in prolog.upper() or ("<!DOCTYPE" in prolog.upper() and "[" in prolog):
        raise Unsafe(
            f"{name} declares XML entities, which no feed needs: take its DOCTYPE out if you trust it"
        )
    return text


def _outcome(
    entry: dict[str, Any], feed: dict[str, Any], place: Input, tools: Tools, *, follows: bool
) -> Article | Input:
    notes = _notes(entry, feed, place, tools)
    text = _whole_text(entry)
    if text is not None:
        return compose(text, place, tools.options, notes)
    if notes.url is None:
        raise SourceError(
            f"{place.name} ({notes.title or 'no title'}) has neither text nor link: leave it out"
        )
    if not follows:
        raise SourceError(
            f"{place.name} ({notes.title or 'no title'}) holds only a teaser: "
            "let its page be fetched (sources.follow in the settings), or give the page itself"
        )
    return page(notes.url, notes, digest("entry", [entry]))


def _whole_text(entry: dict[str, Any]) -> str | None:
    """The entry's whole text, None where it has but the beginning."""
    for text, fewest in ((entry["content"], WHOLE // 2), (entry["summary"], WHOLE)):
        if len(text.split()) >= fewest and CUT_SHORT.search(text[-100:]) is None:
            return str(text)
    return None


def _follows(source: Input, tools: Tools) -> bool:
    """Whether pages are asked for; not those of a feed that a feed led to, or it might lead to itself."""
    follow = tools.options.fetching.follow
    return source.revision is None and (source.web is not None if follow is None else follow)


def _notes(entry: dict[str, Any], feed: dict[str, Any], place: Input, tools: Tools) -> Notes:
    return said(
        tools.options.phrases,
        place.name,
        title=entry["title"],
        url=entry["url"],
        publisher=entry["publisher"] or feed["title"],
        byline=entry["byline"],
        published=entry["published"] or entry["updated"],
        language=feed["language"],
    )


FEED = Format(
    frozenset((".xml", ".rss", ".atom", ".rdf")),
    lambda head: BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")) is not None,
    read_feed,
    frozenset(
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
    ),
)
