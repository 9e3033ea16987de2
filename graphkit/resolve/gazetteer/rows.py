"""What one row of a gazetteer file says.

There are five tables, told apart by their header; every row names its source.
"""

from dataclasses import dataclass

REGION = 1_000_000
"""What a state or province counts as, so that Virginia isn't a town of that name."""

AMBIGUOUS = frozenset({"Work", "Product", "Occasion"})
"""Kinds whose bearers have the names of anything: a film called Moscow, a ship called Victory."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone or something with a name.

    id: `wd:Q7184`, or `e:` and a digest where no Wikidata item is known for certain.
    aliases: other names. roles: general words for it in lower case ("alliance").
    country: id of the country it belongs to, or None. region: of a place, id of its state or province, or
    None where unknown. population: of a place, 0 where unknown.
    layer: 0 for what graphkit ships, higher for the user's own files, which win.
    weak: those of its aliases that others are called by too: one alone is no proof.
    links: in how many languages Wikipedia has an article on it, None where unknown: how likely it is meant.
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
    region: str | None = None
    weak: tuple[str, ...] = ()
    links: int | None = None

    @property
    def wikidata(self) -> str | None:
        """The Wikidata item, or None."""
        return self.id.removeprefix("wd:") if self.id.startswith("wd:") else None

    @property
    def size(self) -> int:
        """Population; of a state or province, whose own isn't known, that of a large city."""
        return self.population or (REGION if "region" in self.roles else 0)


@dataclass(frozen=True, slots=True)
class Within:
    """The state or province a place lies in: which Portland, which Springfield."""

    place: str
    region: str
    source: str = ""


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
