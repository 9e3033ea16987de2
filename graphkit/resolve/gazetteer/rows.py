"""What one row of a gazetteer file says.

There are four tables, told apart by their header; every row names its source.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone or something with a name.

    id: `wd:Q7184`, or `e:` and a digest where no Wikidata item is known for certain.
    aliases: other names. roles: general words for it in lower case ("alliance").
    country: id of the country it belongs to, or None. population: of a place, 0 where unknown.
    layer: 0 for what graphkit ships, higher for the user's own files, which win.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    population: int = 0
    source: str = ""
    layer: int = 0

    @property
    def wikidata(self) -> str | None:
        """The Wikidata item, or None."""
        return self.id.removeprefix("wd:") if self.id.startswith("wd:") else None


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for what is of a country. form: "adjective" ("Russian") or "people" ("Russians")."""

    word: str
    form: str
    entity: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that stands for those who govern from it.

    stands_for: id of who acts when it "says" something. place: id of what it is as a spot on the map, or
    None where nobody means that.
    """

    name: str
    stands_for: str
    place: str | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Someone's time in an office. start, end: ISO dates or prefixes of them; None is open or unknown."""

    person: str
    office: str
    of: str
    start: str | None
    end: str | None
    source: str = ""

    def held_on(self, date: str) -> bool:
        """Whether held on an ISO date, or possibly so where only years or months are known."""
        after_start = self.start is None or self.start <= date[: len(self.start)]
        return after_start and (self.end is None or date[: len(self.end)] <= self.end)
