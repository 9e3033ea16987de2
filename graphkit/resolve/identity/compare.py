"""Whether two entities are one: their names, and what their articles say of them."""

from collections.abc import Mapping
from itertools import product

from graphkit.model import EntityProfile
from graphkit.resolve.generic import generic
from graphkit.resolve.identity.bodies import bodies
from graphkit.resolve.identity.circumstances import Circumstances, contradictions, support
from graphkit.resolve.identity.finding import Finding, best, ruled_out
from graphkit.resolve.identity.people import people
from graphkit.resolve.names import normalised

NAMESAKES = 0.8
SAME_NAME = 0.97
COMPARED = 5
"""Names of each side that are compared, the fullest first."""


def compare(one: EntityProfile, two: EntityProfile, rarity: Mapping[str, float]) -> Finding:
    """How alike two entities are; `Finding.against` where they can't be one.

    rarity: by id, how much it tells that both are mentioned with it, 0 to 1.
    """
    if (one.listed and two.listed) or (one.id.startswith("wd:") and two.id.startswith("wd:")):
        return ruled_out("both are known, by different ids")
    if one.type != two.type:
        return ruled_out(f"a {one.type} and a {two.type}")
    found = best(_alike(name, other, one.type) for name, other in product(_names(one), _names(two)))
    if found.against or not found.score:
        return found
    if one.listed != two.listed and found.score >= SAME_NAME:
        # Where an article had shown who is meant, it would have the known one's id.
        found = Finding(NAMESAKES, ("the name of a known one, which its articles leave open",))
    sides = Circumstances(one, two, rarity)
    if clashes := contradictions(sides):
        return ruled_out(*clashes)
    more, reasons = support(sides)
    return Finding(round(min(found.score + more, 1.0), 4), (*found.reasons, *reasons))


def _alike(name: str, other: str, kind: str) -> Finding:
    if kind == "Person":
        return people(name, other)
    if (kind == "Place" or generic(name)) and normalised(name) == normalised(other):
        # Two ids for one name: the articles told two apart, or one didn't tell which.
        return Finding(NAMESAKES, ("a name that several have",))
    return bodies(name, other)


def _names(profile: EntityProfile) -> tuple[str, ...]:
    names = {profile.name, *profile.names}
    full = sorted(names, key=lambda name: (-len(name.split()), name))
    # A surname alone says less than the full name beside it.
    longest = len(full[0].split())
    return tuple(name for name in full if longest == 1 or len(name.split()) > 1)[:COMPARED]
