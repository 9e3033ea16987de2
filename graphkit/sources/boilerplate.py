"""Leaving out what a page carries beside the article."""

import re
from collections.abc import Sequence

from graphkit.sources.headline import belonging, is_headline_like
from graphkit.sources.paragraphs import is_item
from graphkit.sources.phrases import LONGEST, Phrases

MOST_TAILS = 3
"""Credits one paragraph may end in: "(Reporting by ...) (Photo: ...)"."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|@\w+", re.IGNORECASE)


def without_boilerplate(paragraphs: Sequence[str], phrases: Phrases) -> list[str]:
    """The paragraphs that are the article's, in order, with credits cut from their ends."""
    kept: list[str] = []
    under_links = False
    for paragraph in paragraphs:
        under_links = phrases.heads_links(paragraph) or (under_links and _is_link(paragraph))
        if under_links or phrases.is_boilerplate(paragraph) or is_address(paragraph):
            continue
        if without := cut_tails(paragraph, phrases):
            kept.append(without)
    return kept


def is_address(paragraph: str) -> bool:
    """Whether the paragraph is a bare web address, mail address or handle."""
    return ADDRESS.fullmatch(paragraph) is not None


def cut_tails(paragraph: str, phrases: Phrases) -> str:
    """The paragraph without "(Reporting by ...)" or "Image: ..." at its end."""
    for _ in range(MOST_TAILS):
        tail = phrases.tail.search(paragraph, max(0, len(paragraph) - LONGEST))
        if tail is None:
            break
        paragraph = paragraph[: tail.start()]
    return paragraph


def without_other_headlines(body: Sequence[str]) -> list[str]:
    """The body without headlines of other stories at its end: a subheading never stands last."""
    kept = list(body)
    end = len(body)
    while end > 1 and _is_link(body[end - 1]) and not is_item(body[end - 1]):
        end -= 1
    if end == len(body) or _is_link(body[end - 1]) or body[end - 1].endswith(":"):
        return kept
    belongs = belonging(kept[:end])
    while len(kept) > end and not belongs(kept[-1]):
        kept.pop()
    return kept


def _is_link(paragraph: str) -> bool:
    return is_headline_like(paragraph) or all(is_headline_like(line) for line in paragraph.split("\n"))
