"""What the head of an HTML page says: when it was published, where it is, in which language."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

DATED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
    "article.published", "citation_publication_date", "date",
)  # fmt: skip
"""Names of `meta` that say when a page was published, the surest first."""

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
WRITTEN = re.compile(r'"datePublished"\s*:\s*"([^"\\]{6,40})"')
MOST_OBJECTS = 2_000
"""Objects of a page's JSON-LD that are looked at."""

LONGEST_JSON = 500_000
LONGEST = 2_000


def published_in(tree: HtmlElement) -> str | None:
    """When the page was published, as written there; None where it doesn't say."""
    return _in_json(tree) or _meta(tree, DATED) or _time(tree)


def link_of(tree: HtmlElement) -> str | None:
    """The address the page claims for itself."""
    for link in tree.xpath("//link[@rel='canonical'][@href]"):
        return str(link.get("href"))[:LONGEST]
    return _meta(tree, ("og:url",))


def language_of(tree: HtmlElement) -> str | None:
    return tree.get("lang") or _meta(tree, ("og:locale", "content-language"))


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> str | None:
    """The content of the first `meta` that is there, in the order of the names."""
    said: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name in names:
                said.setdefault(name, element.get("content").strip()[:LONGEST])
    return next((said[name] for name in names if said.get(name)), None)


def _time(tree: HtmlElement) -> str | None:
    marked = tree.xpath("//time[@datetime][@pubdate or contains(@itemprop, 'datePublished')]")
    return str(marked[0].get("datetime"))[:LONGEST] if marked else None


def _in_json(tree: HtmlElement) -> str | None:
    """The date of the first article in the page's JSON-LD, else of the first thing that has one."""
    others: list[str] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        text = (script.text or "")[:LONGEST_JSON]
        try:
            objects = list(_objects(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            # Broken, as much JSON-LD is: what it says can be read all the same.
            others += WRITTEN.findall(text)[:1]
            continue
        for one in objects:
            published = one.get("datePublished")
            if not isinstance(published, str):
                continue
            if any(ARTICLE.search(kind) for kind in _kinds(one)):
                return published[:LONGEST]
            others.append(published[:LONGEST])
    return others[0] if others else None


def _kinds(one: dict[str, Any]) -> list[str]:
    kind = one.get("@type")
    return [each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)]


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [root], 0
    while waiting and seen < MOST_OBJECTS:
        one = waiting.pop()
        if isinstance(one, dict):
            seen += 1
            yield one
            waiting += reversed(list(one.values()))
        elif isinstance(one, list):
            waiting += reversed(one[:MOST_OBJECTS])
