"""What one line of an open list says, before it is known who else is in the list."""

from dataclasses import dataclass

from graphkit.resolve.gazetteer.rows import Entry


class Wrong(ValueError):
    """What is wrong with one line."""


@dataclass(frozen=True, slots=True)
class Found:
    """Someone or something.

    own: its id in the list. entry: as graphkit has it; without kind ("") where only its classes tell.
    classes: Wikidata items it is an instance of ("Q5").
    """

    own: str
    entry: Entry
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """An office anyone may hold. name: "President of Kenya". of: ids, in the list, of whom it is of."""

    own: str
    name: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Someone's time in an office, ids being those of the list.

    post: the office's own id, or None. office: what it is called where there is none. of: of whom, where it is said.
    start, end: as of `Office`.
    """

    person: str
    post: str | None
    office: str
    of: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Above:
    """A class and those it is a kind of: a bakery is a shop."""

    own: str
    above: tuple[str, ...]


Fact = Found | Post | Term | Above
