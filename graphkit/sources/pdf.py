"""PDFs with text in them; a picture of a page has none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from graphkit.errors import EmptyArticle
from graphkit.model import Article
from graphkit.sources.format import Format
from graphkit.sources.inputs import Input
from graphkit.sources.said import said
from graphkit.sources.streams import read_whole
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools

EDGE = 2
"""Lines at the top and the bottom of a page that may be its running head or foot."""

FEWEST_PAGES = 3
"""On fewer nothing tells a running head from the text."""

DIGITS = re.compile(r"\d+")
WORD = re.compile(r"\w+")


def read_pdf(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article]:
    """The article in a PDF; EmptyArticle where its pages are pictures."""
    limits = tools.options.limits
    raw = read_whole(stream, limits.largest, source.name)
    found = tools.parse("pdf", raw, source.name, pages=limits.pages)
    text = joined(found["pages"])
    if not text.strip():
        raise EmptyArticle(
            f"{source.name} holds no text, only pictures of it: recognise its characters first (OCR)"
        )
    title = found["title"] if _stands_in(found["title"], text) else None
    yield compose(text, source, tools.options, said(tools.options.phrases, source.name, title=title))


def joined(pages: Sequence[str]) -> str:
    """The pages as one text, without running heads, feet and page numbers."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    running = _running(lines)
    return "\n".join(line for page in lines for line in _without_edges(page, running))


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines at the edges of more than half of the pages, whatever number is in them."""
    if len(pages) < FEWEST_PAGES:
        return frozenset()
    seen = Counter(edge for page in pages for edge in {_bare(line) for line in (*page[:EDGE], *page[-EDGE:])})
    return frozenset(line for line, times in seen.items() if 2 * times > len(pages))


def _without_edges(page: list[str], running: frozenset[str]) -> list[str]:
    kept = list(page)
    for _ in range(EDGE):
        if kept and _is_edge(kept[0], running):
            kept.pop(0)
        if kept and _is_edge(kept[-1], running):
            kept.pop()
    return kept


def _is_edge(line: str, running: frozenset[str]) -> bool:
    return _bare(line) in running or not DIGITS.sub("", line).strip(" -–—|/.")


def _bare(line: str) -> str:
    return DIGITS.sub("0", line)


def _stands_in(title: str | None, text: str) -> bool:
    """Whether the title is a headline that stands on the first page, not the name of some old document."""
    words = WORD.findall((title or "").lower())
    return bool(words) and " ".join(words) in " ".join(WORD.findall(text[:5_000].lower()))


PDF = Format(
    frozenset((".pdf",)),
    lambda head: b"%PDF-" in head[:1024],
    read_pdf,
    frozenset(("application/pdf",)),
    single=True,
)
