"""What an entity shares with those it may be: keys made of how its names sound."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from graphkit.model import EntityProfile
from graphkit.resolve.identity.bodies import acronym, words
from graphkit.resolve.identity.given import base
from graphkit.resolve.identity.person_name import person_name
from graphkit.resolve.identity.spelling import sound
from graphkit.resolve.names import initials

KEYED = 6
"""Words of a name of which each may be misspelt or missing."""
LONG = 5
"""Sounds of a word from which two of them may be slips."""


class Role(StrEnum):
    """How a name has a key: ALIKE ones are compared with one another, a SHORT name only with the LONG ones."""

    ALIKE = "alike"
    SHORT = "short"
    LONG = "long"


class Key(NamedTuple):
    """text: what is shared. loose: whether it leaves sounds of the name open.

    A tuple, since there are dozens of an entity and all are hashed.
    """

    text: str
    role: Role = Role.ALIKE
    loose: bool = False


def keys(profile: EntityProfile) -> frozenset[Key]:
    """All keys of an entity, by each of its names."""
    of = _of_person if profile.type == "Person" else _of_body
    return frozenset(key for name in {profile.name, *profile.names} for key in of(name))


def _of_person(name: str) -> Iterator[Key]:
    read = person_name(name)
    parts = read.parts
    if len(parts) < 2:
        return
    given = base(parts[0])
    for surname in dict.fromkeys((parts[-1], *(part for part in parts[1:-1] if len(part) > 1))):
        heard = sound(surname)
        yield Key(f"{heard} {sound(given)[:2]}")
        yield Key(f"{heard} {parts[0][0]}", loose=True)
        for slip in _slips(heard):
            yield Key(f"{slip}~ {parts[0]}", loose=True)
    if len(parts) < KEYED:
        yield Key(_set(parts))
        yield from map(Key, _run_together(parts))
    yield Key(f"+{read.joined}")


def _of_body(name: str) -> Iterator[Key]:
    told = words(name)
    whole = _set(told)
    yield Key(whole)
    yield Key(f"{whole}*", Role.SHORT)
    if len(told) <= KEYED:
        yield Key(f"+{''.join(told)}")
        for place, word in enumerate(told):
            rest = _set((*told[:place], *told[place + 1 :]))
            if rest:
                yield Key(f"{rest}*", Role.LONG)
            for slip in _slips(sound(word)):
                yield Key(f"{slip}~ {rest}", loose=True)
    short = name.replace(".", "")
    if short.isupper() and short.isalpha():
        yield Key(f"={short.lower()}", Role.SHORT)
    elif acronym(initials(name).upper(), name):
        yield Key(f"={initials(name)}", Role.LONG)


def _set(parts: Sequence[str]) -> str:
    return " ".join(sorted(map(sound, parts)))


def _slips(heard: str) -> Iterator[str]:
    """A word's sounds less one: what two words share of which one sound is a slip. It falls on any but the first."""
    yield heard
    for place in range(1, len(heard)):
        yield heard[:place] + heard[place + 1 :]
    if len(heard) >= LONG:
        yield f"{heard[:3]}~"


def _run_together(parts: Sequence[str]) -> Iterator[str]:
    """The words but one, each with its neighbour: Nour-Eddine Belkacem is Noureddine Belkacem."""
    if len(parts) < 3:
        return
    for place in range(len(parts) - 1):
        yield _set((*parts[:place], parts[place] + parts[place + 1], *parts[place + 2 :]))
