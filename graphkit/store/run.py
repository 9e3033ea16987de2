"""One load: what tells it from another, and what it came to."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from graphkit import __version__
from graphkit.model import Extraction


@dataclass(frozen=True, slots=True)
class Run:
    """id: unique, random in part. started: with time zone. program: what loads, with its version."""

    id: str
    started: datetime
    program: str = f"graphkit {__version__}"


def new_run(started: datetime | None = None) -> Run:
    """A run that starts now, or when given."""
    at = (started or datetime.now(UTC)).astimezone(UTC)
    # To the microsecond: ids sort as the runs began, also where two begin in one second.
    return Run(f"run:{at:%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(4)}", at)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load did.

    written: articles written, for the first time or again. unchanged: articles the graph had as they are.
    older: articles of which the same run brought a newer version. replaced: articles whose file now
    holds another text. withheld: articles retracted before. entities, claims, evidence: rows
    of the written articles; edges: derived edges drawn or brought up to date, erased: those taken away.
    """

    written: int = 0
    unchanged: int = 0
    older: int = 0
    replaced: int = 0
    withheld: int = 0
    entities: int = 0
    claims: int = 0
    evidence: int = 0
    edges: int = 0
    erased: int = 0

    @property
    def articles(self) -> int:
        """How many articles came, whatever became of them."""
        return self.written + self.unchanged + self.older + self.withheld

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Unloaded:
    """An article that wasn't written. place: its URL or path, else its id. reason: fit to show to a user.

    extraction: all that was read of it, None where it was retracted before.
    """

    article: str
    place: str
    reason: str
    extraction: Extraction | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """failures: articles that couldn't be written. withheld: articles retracted before, left out."""

    run: Run
    counts: Counts = field(default_factory=Counts)
    failures: tuple[Unloaded, ...] = ()
    withheld: tuple[Unloaded, ...] = ()

    def __add__(self, other: "LoadResult") -> "LoadResult":
        return LoadResult(
            self.run,
            self.counts + other.counts,
            self.failures + other.failures,
            self.withheld + other.withheld,
        )
