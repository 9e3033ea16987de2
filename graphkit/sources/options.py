"""What whoever reads sources may set."""

from dataclasses import dataclass, field

from graphkit.errors import UsageError
from graphkit.sources.dates import ImpossibleDate, parse_date
from graphkit.sources.fetching import Fetching
from graphkit.sources.limits import Limits
from graphkit.sources.mapping import FieldMap, shipped_fields
from graphkit.sources.phrases import Phrases, shipped_phrases


@dataclass(frozen=True, slots=True)
class Options:
    """published: date of publication of all that is read, in any form that can be read one way, or None.

    languages: ISO 639-1 codes a pipeline is there for, the first where a text is too short to tell.
    phrases: what isn't the article. fields: where JSON and CSV have the parts of an article.
    limits: how much reading may take. fetching: how pages are asked for.
    """

    published: str | None = None
    languages: tuple[str, ...] = ("en",)
    phrases: Phrases = field(default_factory=shipped_phrases)
    fields: FieldMap = field(default_factory=shipped_fields)
    limits: Limits = field(default_factory=Limits)
    fetching: Fetching = field(default_factory=Fetching)

    def __post_init__(self) -> None:
        if self.published is None:
            return
        try:
            object.__setattr__(self, "published", parse_date(self.published))
        except ImpossibleDate as error:
            raise UsageError(f"the date of publication {self.published!r} {error}") from error
