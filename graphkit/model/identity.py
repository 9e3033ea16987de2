"""What is known of an entity across articles, and what was decided about two of them."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class EntityProfile:
    """An entity as all its articles together show it; sequences are sorted, so that profiles compare.

    name: what it is called by default. names: every name it is called by.
    titles: offices and descriptions given to it ("Russian foreign minister").
    countries: ids of the countries its titles name.
    near: ids of countries, places and bodies its articles name. articles: their ids.
    first, last: ISO dates of the earliest and latest of them; None where none has one.
    listed: whether the gazetteer has it, so that its id says who it is.
    """

    id: str
    name: str
    type: str
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    listed: bool = False


class Verdict(StrEnum):
    """Whether two ids are one entity."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two a decision is about, with its name and kind, so that the file reads by itself."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Same or different, about two entities, by someone, for a reason.

    score: how alike they are, 0 to 1; None where nobody reckoned. by: a person's name, or `MACHINE`.
    at: ISO date or date-time.
    """

    verdict: Verdict
    one: Side
    other: Side
    reason: str
    by: str
    at: str
    score: float | None = None

    @property
    def ids(self) -> tuple[str, str]:
        """Both ids, the smaller first."""
        return (self.one.id, self.other.id) if self.one.id <= self.other.id else (self.other.id, self.one.id)


MACHINE = "graphkit"
"""Who decides where a score does."""
