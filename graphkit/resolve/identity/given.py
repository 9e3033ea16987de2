"""Given names: their forms, and which names many people share."""

import csv
from functools import cache

from graphkit.resources import shipped


@cache
def forms() -> dict[str, frozenset[str]]:
    """Given name to the names it is a form of: Bill is William, Kate Catherine; each is its own too."""
    found: dict[str, set[str]] = {}
    with shipped("config", "nicknames.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for form in (row["name"], *row["forms"].split("|")):
                found.setdefault(form, set()).add(row["name"])
    return {form: frozenset(names) for form, names in found.items()}


def base(given: str) -> str:
    """One name for all forms of a given name, where it is the form of one only."""
    names = forms().get(given, frozenset())
    return next(iter(names)) if len(names) == 1 else given


def forms_of_one(given: str, other: str) -> bool:
    """Whether both are forms of one name: Bill and William."""
    return bool(forms().get(given, frozenset()) & forms().get(other, frozenset()))


@cache
def _common() -> dict[str, frozenset[str]]:
    with shipped("config", "common_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["part"]: frozenset(row["names"].split("|")) for row in csv.DictReader(lines)}


def shared_by_many(parts: tuple[str, ...]) -> bool:
    """Whether so many people have a full name that the name alone is nobody's: John Smith, Kim Lee.

    Names of more than two words, without initials, tell more.
    """
    if len(parts) < 2 or sum(len(part) > 1 for part in parts) > 2:
        return False
    first, last = parts[0], parts[-1]
    # The surname comes first in much of Asia.
    given = _common()["given"]
    return (first in given and common_surname(last)) or (last in given and common_surname(first))


def common_surname(surname: str) -> bool:
    """Whether it is one of the world's most frequent surnames."""
    return surname in _common()["surname"]
