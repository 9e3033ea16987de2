"""One news text, as sources give it: repaired, with what is known about where and when it appeared."""

import hashlib
from dataclasses import dataclass

from graphkit.model.digest import digest


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. All offsets anywhere count Unicode code points into `text`.

    text: headline first where the source has one, a blank line, then the body; boilerplate left out.
    title: the headline, a prefix of `text`; empty where none was found.
    path: the file it came from, as given; None where it came from elsewhere.
    place: the dateline's place ("Washington").
    published: ISO date or date-time; None where unknown, never guessed.
    language: ISO 639-1.
    """

    text: str
    title: str = ""
    url: str | None = None
    path: str | None = None
    publisher: str | None = None
    byline: str | None = None
    place: str | None = None
    published: str | None = None
    language: str = "en"

    @property
    def id(self) -> str:
        """By URL where there is one, so that an edited article keeps its id; else by the text."""
        return digest("a", ["url", self.url]) if self.url else digest("a", ["text", self.text])

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the UTF-8 text, in hex: what tells a revision from another."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
