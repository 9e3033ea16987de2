"""Whether an honorific forbids that two names are one person's: *Mrs Obama* isn't Barack Obama."""

from collections.abc import Iterable

from graphkit.model import Mention
from graphkit.resolve.identity.person_name import MEN, WOMEN, gender_of, person_name


def styled(names: Iterable[Mention]) -> frozenset[str]:
    """The genders ("m", "f") that the honorifics before names tell."""
    words = {w for one in names if one.title for w in one.title.lower().replace(".", " ").split()}
    return frozenset(sex for sex, honorifics in (("m", MEN), ("f", WOMEN)) if words & honorifics)


def another(told: frozenset[str], full: str) -> bool:
    """Whether somebody so styled can't be the one of this full name."""
    known = gender_of(person_name(full))
    return bool(told) and bool(known) and known not in told
