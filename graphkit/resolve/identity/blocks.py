"""Which entities are compared at all: those that share a key, and in large blocks only the nearest.

Never all pairs: who shares a frequent key ("Ivanov") meets the next in the alphabet, and those named with the same
places and bodies, a rarer second key. So the work grows as n log n. Keys that leave a
sound open do so one sound at a time (as SymSpell does), so that who shares one differs by no more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from graphkit.model import EntityProfile
from graphkit.resolve.identity.keys import Key, Role, keys
from graphkit.resolve.names import normalised

WINDOW = 8
"""Members up to which all of a block are compared. An acronym or word that more bodies have tells nothing of any."""
LOOSE = 5
"""The same for keys that leave sounds open."""
NEXT = 2
"""Neighbours in the order of their names, on either side, an entity of a larger block is compared with."""

Pair = tuple[str, str]
Block = Sequence[EntityProfile]


def pairs(profiles: Iterable[EntityProfile]) -> Iterator[Pair]:
    """Pairs of ids worth comparing, each once, the smaller id first, in a fixed order.

    Names alike follow one another, so that what is known of a word is still at hand when it comes again.
    """
    listed = sorted(profiles, key=lambda profile: (normalised(profile.name), profile.id))
    blocks: dict[tuple[str, str], dict[Key, list[EntityProfile]]] = defaultdict(dict)
    for profile in listed:
        for key in keys(profile):
            blocks[profile.type, key.text].setdefault(key, []).append(profile)
    found: set[Pair] = set()
    for block in blocks.values():
        for one, two in _couples(block):
            found.add((one, two) if one < two else (two, one))
    rank = {profile.id: place for place, profile in enumerate(listed)}
    yield from sorted(found, key=lambda pair: (rank[pair[0]], rank[pair[1]], pair))


def _couples(block: dict[Key, list[EntityProfile]]) -> Iterator[Pair]:
    short: list[EntityProfile] = []
    long: list[EntityProfile] = []
    for key, members in block.items():
        if key.role is Role.ALIKE:
            yield from _all(members) if len(members) <= _width(key) else _nearest(members, key)
        else:
            (short if key.role is Role.SHORT else long).extend(members)
    if len(short) <= WINDOW and len(long) <= WINDOW:
        yield from ((one.id, two.id) for one, two in product(short, long) if one.id != two.id)


def _width(key: Key) -> int:
    return LOOSE if key.loose else WINDOW


def _nearest(block: Block, key: Key) -> Iterator[Pair]:
    """Of a large block neighbours, and those who keep the same company; a slip in so frequent a name is none else."""
    if not key.loose:
        yield from _neighbours(block)
    company: dict[str, list[EntityProfile]] = defaultdict(list)
    for profile in block:
        for id_ in profile.near:
            company[id_].append(profile)
    for some in company.values():
        if len(some) <= _width(key):
            yield from _all(some)


def _all(block: Block) -> Iterator[Pair]:
    return ((one.id, two.id) for one, two in combinations(block, 2))


def _neighbours(block: Block) -> Iterator[Pair]:
    return (
        (one.id, two.id) for place, one in enumerate(block) for two in block[place + 1 : place + 1 + NEXT]
    )
