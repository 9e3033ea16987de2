"""What stands above the article: headlines, byline, date, dateline, labelled lines; and the body below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.sources.boilerplate import cut_tails, is_address
from graphkit.sources.byline import find_byline
from graphkit.sources.dateline import Dateline, find_dateline
from graphkit.sources.dates import Stamp, date_line, published_on
from graphkit.sources.headline import is_headline_like
from graphkit.sources.language import code_of
from graphkit.sources.phrases import Phrases

DEPTH = 14
"""Paragraphs: nothing of the front stands further down."""

LEADING = 3
"""A dateline stands before one of the first so many paragraphs of prose: a deck or two may be above it."""

SHORT = 25
"""Words: a sentence so short, right above byline or dateline, is the headline in spite of its full stop."""

SUFFIX = re.compile(r"(.+) [|–—-] (.+)")
LABELLED = re.compile(r"([A-Za-z][A-Za-z ]{1,24}): ?(\S.*)")


@dataclass(slots=True)
class Front:
    """The front of one article, as far as it is read.

    headlines: lines that may be the headline, in order. body: what is left, in order.
    prose: how many paragraphs of the body are prose.
    fields: what labelled lines, byline and dateline say, by the names of `Notes`; the first of each counts.
    is_open: whether the line before was front matter, so that the next one may be.
    """

    headlines: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    stamps: list[Stamp] = field(default_factory=list)
    prose: int = 0
    is_open: bool = True

    @property
    def published(self) -> str | None:
        """The day of publication, or of the last update where only that is given."""
        best = min(self.stamps, key=lambda stamp: stamp.updated, default=None)
        return best.value if best else None

    def note(self, name: str, value: str | None) -> None:
        if value:
            self.fields.setdefault(name, value)

    def stamp(self, published: str | None) -> None:
        if published:
            self.stamps.append(Stamp(published))


def read_front(paragraphs: Sequence[str], phrases: Phrases) -> Front:
    """The front matter above and between the first paragraphs, and the body without it."""
    front = Front()
    top = paragraphs[:DEPTH]
    for place, paragraph in enumerate(top):
        below = top[place + 1] if place + 1 < len(top) else ""
        if _take_line(paragraph, below, front, phrases):
            _lift_headline(front)
        elif not _take_dateline(paragraph, front, phrases):
            _take_text(paragraph, front, phrases)
    if front.prose == 0:
        # No sentence anywhere: nothing tells headlines from the text.
        front.body, front.headlines = [*front.headlines, *front.body], []
    front.body.extend(paragraphs[DEPTH:])
    return front


def _take_line(line: str, below: str, front: Front, phrases: Phrases) -> bool:
    """Whether the line is front matter other than a headline; what it says is noted."""
    if front.prose == 0 and (phrases.is_boilerplate(line) or phrases.heads_links(line) or is_address(line)):
        return True
    if front.is_open and _take_labelled(line, front, phrases):
        return True
    byline = find_byline(line, phrases, below_headline=bool(front.headlines or front.prose))
    if byline is not None and front.prose < LEADING:
        front.is_open = True
        front.note("byline", byline.names)
        front.note("publisher", phrases.publisher(byline.credit) if byline.credit else None)
        front.stamp(byline.published)
        return True
    stamp = date_line(line) if front.prose < LEADING else None
    if stamp is None or not (front.is_open or stamp.labelled or _is_front(below, phrases)):
        return False
    front.is_open = True
    front.stamps.append(stamp)
    return True


def _is_front(line: str, phrases: Phrases) -> bool:
    """Whether a line is a byline or begins with what can only be a dateline."""
    dateline = find_dateline(line, phrases)
    by = find_byline(line, phrases, below_headline=True)
    return by is not None or (dateline is not None and dateline.sure)


def _take_labelled(line: str, front: Front, phrases: Phrases) -> bool:
    """Published: 26 January 2022; Author: Jane Doe; Source: Reuters."""
    labelled = LABELLED.fullmatch(line)
    name = phrases.labels.get(labelled[1].lower()) if labelled else None
    if labelled is None or name is None:
        return False
    value = _labelled_value(name, labelled[2], phrases)
    if value is None:
        return False
    if name == "published":
        front.stamp(value)
    front.note(name, value)
    return True


def _labelled_value(name: str, text: str, phrases: Phrases) -> str | None:
    """What the label's text is worth, or None where it isn't of its kind: "Source: US to send troops"."""
    if name == "published":
        return published_on(text)
    if name == "language":
        return code_of(text)
    if name == "url":
        return text if is_address(text) else None
    if name == "title":
        return text
    if any(word.islower() and len(word) > 3 for word in text.split()):
        return None
    return phrases.publisher(text) if name == "publisher" else text


def _take_dateline(paragraph: str, front: Front, phrases: Phrases) -> bool:
    """Whether the paragraph begins with a dateline; it is noted and the rest kept as prose."""
    if front.prose >= LEADING or "place" in front.fields:
        return False
    dateline = find_dateline(paragraph, phrases)
    if dateline is None or (front.prose and not dateline.sure) or not _is_meant(dateline, paragraph, front):
        return False
    _lift_headline(front)
    front.note("place", dateline.place)
    front.note("publisher", phrases.publisher(dateline.agency) if dateline.agency else None)
    front.stamp(dateline.published)
    if rest := paragraph[dateline.end :]:
        front.body.append(rest)
        front.prose += 1
        front.is_open = False
    return True


def _is_meant(dateline: Dateline, paragraph: str, front: Front) -> bool:
    """Whether it can't be a headline with a dash or colon ("Ukraine: what we know")."""
    if dateline.end == len(paragraph) or not is_headline_like(paragraph):
        return True
    return dateline.sure and bool(front.headlines)


def _take_text(paragraph: str, front: Front, phrases: Phrases) -> None:
    """A headline until prose has begun; a caption with its credit, which begins nothing; else prose."""
    is_caption = cut_tails(paragraph, phrases) != paragraph
    if front.prose == 0 and is_headline_like(paragraph) and not is_caption:
        front.headlines.append(_without_publisher(paragraph, front, phrases))
        return
    front.body.append(paragraph)
    if not is_caption and not is_headline_like(paragraph):
        front.prose += 1
        front.is_open = False


def _lift_headline(front: Front) -> None:
    """A short sentence right above front matter was the headline."""
    if front.prose == len(front.body) == 1 and not front.headlines and len(front.body[0].split()) <= SHORT:
        front.headlines, front.body, front.prose = front.body, [], 0


def _without_publisher(headline: str, front: Front, phrases: Phrases) -> str:
    """US rejects Russian demand | Reuters -> US rejects Russian demand; the publisher is noted."""
    cut = SUFFIX.fullmatch(headline)
    if cut is None or not phrases.names_publisher(cut[2]):
        return headline
    front.note("publisher", phrases.publisher(cut[2]))
    return cut[1]
