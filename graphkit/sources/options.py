"""What whoever reads sources may set."""

from dataclasses import dataclass, field

from graphkit.errors import UsageError
from graphkit.sources.dates import ImpossibleDate, parse_date
from graphkit.sources.phrases import Phrases, shipped_phrases

LARGEST = 32 * 2**20
"""Bytes of one article: a long book has two million."""


@dataclass(frozen=True, slots=True)
class Options:
    """published: date of publication of all that is read, in any form that can be read one way, or None.

    languages: ISO 639-1 codes a pipeline is there for, the first where a text is too short to tell.
    phrases: what isn't the article. largest: bytes above which an article is refused.
    """

    published: str | None = None
    languages: tuple[str, ...] = ("en",)
    phrases: Phrases = field(default_factory=shipped_phrases)
    largest: int = LARGEST

    def __post_init__(self) -> None:
        if self.published is None:
            return
        try:
            object.__setattr__(self, "published", parse_date(self.published))
        except ImpossibleDate as error:
            raise UsageError(f"the date of publication {self.published!r} {error}") from error
