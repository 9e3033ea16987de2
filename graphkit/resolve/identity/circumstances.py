"""What the articles of two entities say for or against their being one: titles, company, dates."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.model import EntityProfile
from graphkit.resolve.names import normalised

YEARS = 60
"""Years between articles after which the same name is another bearer's."""
TITLE = 0.1
COMPANY = 0.08
STRANGERS = 0.12
"""What it counts less that both are described or placed, and nothing agrees."""
FEW = 2
"""Ids of places and bodies from which an entity is placed."""
PLAIN = frozenset(
    (
        "the", "a", "an", "of", "for", "and", "to", "in", "s", "us", "former", "ex", "late", "then", "new",
        "own", "their", "his", "her", "mr", "mrs", "ms", "dr", "sir", "senior", "member", "man", "woman",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Two entities; rarity: by id, how much it tells that both are mentioned with it, 0 to 1."""

    one: EntityProfile
    two: EntityProfile
    rarity: Mapping[str, float]


def contradictions(sides: Circumstances) -> tuple[str, ...]:
    """What rules out that they are one."""
    if (apart := _years_apart(sides.one, sides.two)) > YEARS:
        return (f"their articles are {apart} years apart",)
    first, second = set(sides.one.countries), set(sides.two.countries)
    if first and second and not first & second:
        return (f"of {', '.join(sorted(first))} and of {', '.join(sorted(second))}",)
    return ()


def support(sides: Circumstances) -> tuple[float, tuple[str, ...]]:
    """How much more, or less, alike they are by what is said of them, and why."""
    score, reasons = 0.0, []
    titles = _words(sides.one.titles) & _words(sides.two.titles)
    if titles:
        score += TITLE
        reasons.append(f"both called {', '.join(sorted(titles))}")
    company = set(sides.one.near) & set(sides.two.near)
    weight = sum(sides.rarity.get(id_, 1.0) for id_ in company)
    if company:
        score += COMPANY * min(weight, 1.0)
        reasons.append(f"both with {', '.join(sorted(company)[:3])}")
    if _described(sides) and not titles and weight < FEW / 10:
        score -= STRANGERS
        reasons.append("nothing said of the one is said of the other")
    return score, tuple(reasons)


def _described(sides: Circumstances) -> bool:
    by_title = bool(sides.one.titles and sides.two.titles)
    placed = len(sides.one.near) >= FEW and len(sides.two.near) >= FEW
    return by_title or placed


def _words(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for title in titles for word in normalised(title).split()) - PLAIN


def _years_apart(one: EntityProfile, two: EntityProfile) -> int:
    """Whole years between the articles of the one and of the other; 0 where they overlap or aren't dated."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return 0
    return max(int(two.first[:4]) - int(one.last[:4]), int(one.first[:4]) - int(two.last[:4]), 0)
