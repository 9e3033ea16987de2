"""Which kind an item of Wikidata is, by its classes: `config/wikidata_kinds.csv`, and classes above those listed."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphkit.resources import shipped

FIRST = ("Person", "Country", "Place", "Organization", "Occasion", "Work", "Product", "Group")
"""Of several kinds the first: Singapore is a city too, a museum a building."""
DEEPEST = 6
"""Steps up the classes, at most: far up everything is an entity."""


@dataclass(frozen=True, slots=True)
class Class:
    """What an instance of a class is: its kind, and general words for it in lower case."""

    kind: str
    roles: tuple[str, ...]


def classes() -> dict[str, Class]:
    """The table, by item of the class."""
    with shipped("config", "wikidata_kinds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["class"]: Class(row["kind"], tuple(filter(None, row["role"].split("|")))) for row in rows}


def country_codes() -> dict[str, str]:
    """Items of countries ("Q159") by their codes in lower case ("ru"), those no longer used too."""
    with shipped("config", "country_codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["item"] for row in csv.DictReader(file)}


def told(
    items: Iterable[str], table: Mapping[str, Class], above: Callable[[str], Sequence[str]]
) -> Class | None:
    """What something is that is an instance of some classes; None where none of them is of a kind we hold.

    above: the classes a class is a kind of, as the list says.
    """
    found = [known for item in items for known in _listed(item, table, above)]
    if not found:
        return None
    kind = min((known.kind for known in found), key=FIRST.index)
    roles = dict.fromkeys(role for known in found if known.kind == kind for role in known.roles)
    return Class(kind, tuple(roles))


def _listed(
    item: str, table: Mapping[str, Class], above: Callable[[str], Sequence[str]]
) -> tuple[Class, ...]:
    """The nearest classes of the table above a class, itself included."""
    level, seen = [item], {item}
    for _ in range(DEEPEST):
        if found := tuple(table[each] for each in level if each in table):
            return found
        level = sorted({up for each in level for up in above(each)} - seen)
        seen.update(level)
    return ()
