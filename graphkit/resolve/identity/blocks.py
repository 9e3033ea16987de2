"""Which entities are compared at all: those that share a key, and in large blocks only close neighbours.

Never all pairs: each entity meets at most `WINDOW` others a key, so the work grows as n log n.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graphkit.model import EntityProfile
from graphkit.resolve.identity.bodies import acronym, words
from graphkit.resolve.identity.given import base
from graphkit.resolve.identity.person_name import person_name
from graphkit.resolve.identity.spelling import sound
from graphkit.resolve.names import initials, normalised

WINDOW = 12
"""Neighbours in the order of their names an entity is compared with, in a block of more than so many."""
LOOSE = 4
"""The same for keys that leave letters or a word open: of their many, only the next in the alphabet are alike."""
KEYED = 6
"""Words of a name of which each may be misspelt or missing."""

Pair = tuple[str, str]


def pairs(profiles: Iterable[EntityProfile]) -> Iterator[Pair]:
    """Pairs of ids worth comparing, each once, the smaller id first, in a fixed order.

    Names alike follow one another, so that what is known of a word is still at hand when it comes again.
    """
    listed = list(profiles)
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for profile in listed:
        for key in keys(profile):
            blocks[profile.type, key].append((normalised(profile.name), profile.id))
    found: set[Pair] = set()
    for (_, key), block in blocks.items():
        found.update(_neighbours(sorted(block), LOOSE if _loose(key) else WINDOW))
    ranked = sorted((normalised(profile.name), profile.id) for profile in listed)
    rank = {id_: place for place, (_, id_) in enumerate(ranked)}
    yield from sorted(found, key=lambda pair: (rank[pair[0]], rank[pair[1]], pair))


def _loose(key: str) -> bool:
    """Whether a key leaves letters or a word of the name open."""
    return "~" in key or key.endswith("*") or (len(key) > 1 and key[-2] == " ")


def _neighbours(block: Sequence[tuple[str, str]], width: int) -> Iterator[Pair]:
    ids = [id_ for _, id_ in block]
    if len(ids) <= width:
        couples: Iterable[Pair] = combinations(ids, 2)
    else:
        couples = ((id_, other) for n, id_ in enumerate(ids) for other in ids[n + 1 : n + width])
    for one, two in couples:
        yield (one, two) if one < two else (two, one)


def keys(profile: EntityProfile) -> frozenset[str]:
    """What an entity shares with those it may be."""
    names = {profile.name, *profile.names}
    if profile.type == "Person":
        return frozenset(key for name in names for key in _of_person(name))
    return frozenset(key for name in names for key in _of_body(name))


def _of_person(name: str) -> Iterator[str]:
    parts = person_name(name).parts
    if len(parts) < 2:
        return
    given = base(parts[0])
    for surname in dict.fromkeys((parts[-1], *(part for part in parts[1:-1] if len(part) > 1))):
        heard = sound(surname)
        yield f"{heard} {sound(given)[:2]}"
        yield f"{heard} {parts[0][0]}"
        # A slip may fall on any letter but the first.
        yield f"{heard[:2]}~ {parts[0]}"
    if len(parts) < KEYED:
        yield " ".join(sorted(map(sound, parts)))
        yield from _run_together(parts)
    yield f"+{sound(person_name(name).joined)}"


def _run_together(parts: Sequence[str]) -> Iterator[str]:
    """The words but one, each with its neighbour: Nour-Eddine Belkacem is Noureddine Belkacem."""
    if len(parts) < 3:
        return
    for place in range(len(parts) - 1):
        joined = (*parts[:place], parts[place] + parts[place + 1], *parts[place + 2 :])
        yield " ".join(sorted(map(sound, joined)))


def _of_body(name: str) -> Iterator[str]:
    told = [sound(word) for word in words(name)]
    yield " ".join(sorted(told))
    if len(told) < KEYED:
        yield f"+{sound(''.join(words(name)))}"
    if len(told) == 1:
        yield f"{told[0][:3]}~"
    elif len(told) <= KEYED:
        for left_out in range(len(told)):
            yield " ".join(sorted(told[:left_out] + told[left_out + 1 :])) + "*"
    short = name.replace(".", "")
    if short.isupper() and short.isalpha():
        yield f"={short.lower()}"
    elif acronym(initials(name).upper(), name):
        yield f"={initials(name)}"
