"""A feed in RSS or Atom: its name, and its entries in the order they stand in."""

import io
from typing import Any

import feedparser

from graphkit.sources.parsers import TooMuch
from graphkit.sources.parsers.blocks import parse_html, text_of

MOST_ENTRIES = 20_000
LONGEST = 20_000
"""Characters of anything but an entry's content."""


def parse(raw: bytes, url: str | None) -> dict[str, Any]:
    """A feed in UTF-8: `{"version", "broken", "title", "language", "entries": [...]}`.

    No entries and no version: it is no feed. broken: what is wrong with its XML, None where nothing is.
    """
    headers = {"content-type": "application/xml; charset=utf-8", **({"content-location": url} if url else {})}
    # In a stream, because feedparser opens what looks like a file's name or an address.
    feed = feedparser.parse(io.BytesIO(raw), response_headers=headers)
    if len(feed.entries) > MOST_ENTRIES:
        raise TooMuch(f"has {len(feed.entries)} entries, more than the {MOST_ENTRIES} allowed: part it")
    return {
        "version": feed.version,
        "broken": " ".join(str(feed.bozo_exception).split())[:200] if feed.bozo else None,
        "title": _short(feed.feed.get("title")),
        "language": _short(feed.feed.get("language")),
        "entries": [_entry(entry) for entry in feed.entries],
    }


def _entry(entry: Any) -> dict[str, Any]:
    """title, url, published and updated (as written), byline, publisher; content and summary as text."""
    source = entry.get("source") or {}
    names = [author.get("name") for author in entry.get("authors", []) if author.get("name")]
    return {
        "title": _text(entry.get("title_detail")),
        "url": _short(entry.get("link")),
        "published": _short(entry.get("published") or entry.get("created")),
        "updated": _short(entry.get("updated")),
        "byline": [_short(name) for name in names] or _short(entry.get("author")),
        "publisher": _short(source.get("title")),
        "content": "\n\n".join(filter(None, (_text(part) for part in entry.get("content", [])))),
        "summary": _text(entry.get("summary_detail")),
    }


def _text(part: Any) -> str:
    """The text of a construct that may be plain or HTML."""
    value = (part or {}).get("value") or ""
    if part and part.get("type") == "text/plain" and "</" not in value:
        return str(value)
    tree = parse_html(value)
    return "" if tree is None else text_of(tree)


def _short(value: Any) -> str | None:
    return value[:LONGEST] if isinstance(value, str) else None
