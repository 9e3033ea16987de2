"""An HTML page: its main text by trafilatura, and what its head says about it."""

from itertools import pairwise
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from graphkit.sources.parsers.blocks import parse_html
from graphkit.sources.parsers.head import language_of, link_of, published_in

DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""For htmldate: what the page says; nothing guessed from its text or its pictures' names."""


def parse(raw: bytes, url: str | None) -> dict[str, Any]:
    """What a page in UTF-8 holds: text, title, byline, publisher, published (as written), url, language."""
    tree = parse_html(raw.decode("utf-8", "replace"))
    if tree is None:
        return {"text": ""}
    found = {"published": published_in(tree), "url": link_of(tree), "language": language_of(tree)}
    _keep_times(tree)
    page = bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=DATES,
    )
    if not isinstance(page, Document):
        return {**found, "text": ""}
    return {
        **found,
        "text": _paragraphs(page.text or ""),
        "title": page.title,
        "byline": page.author,
        "publisher": page.sitename,
        "published": found["published"] or page.date,
    }


def _keep_times(tree: HtmlElement) -> None:
    """A time within a sentence is a word of it; trafilatura takes all of them for page furniture."""
    for time in tree.xpath("//p//time"):
        time.tag = "span"


def _paragraphs(text: str) -> str:
    """A blank line between paragraphs, none between the items of a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    pieces = lines[:1]
    for before, line in pairwise(lines):
        in_list = before.startswith("- ") and line.startswith("- ")
        pieces += ["\n" if in_list else "\n\n", line]
    return "".join(pieces)
