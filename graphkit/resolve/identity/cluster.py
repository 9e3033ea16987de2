"""Entities that are one, joined by score where nothing speaks against it; the same in any order of input."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

from graphkit.model import MACHINE, Decision, EntityProfile, Side, Verdict
from graphkit.resolve.identity.blocks import pairs
from graphkit.resolve.identity.compare import compare
from graphkit.resolve.identity.decisions import Decisions
from graphkit.resolve.identity.finding import Finding

JOIN = 0.9
"""Score from which two entities are joined without asking anyone."""
ASK = 0.7
"""Score from which somebody should have a look."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one, by id, and why."""

    one: str
    two: str
    finding: Finding


def candidates(
    profiles: Iterable[EntityProfile], decisions: Decisions | None = None, *, above: float = ASK
) -> list[Candidate]:
    """Pairs nobody has decided on, the likeliest first, by id among equals."""
    known = {profile.id: profile for profile in profiles}
    decided = decisions or Decisions(())
    rarity = rarities(known.values())
    found = []
    for one, two in pairs(known.values()):
        if decided.verdict(one, two) is None:
            finding = compare(known[one], known[two], rarity)
            if finding.score >= above and not finding.against:
                found.append(Candidate(one, two, finding))
    return sorted(found, key=lambda one: (-one.finding.score, one.one, one.two))


def cluster(
    profiles: Iterable[EntityProfile], decisions: Decisions | None = None, *, at: str, above: float = JOIN
) -> list[Decision]:
    """Joins of entities alike enough, where no two of those that come together are ruled out or decided apart.

    at: the date the decisions carry. The best pairs are joined first, so what comes out depends on what is
    there, never on its order.
    """
    known = {profile.id: profile for profile in profiles}
    decided = decisions or Decisions(())
    rarity = rarities(known.values())
    groups = _Groups(known, decided, rarity)
    made = []
    for candidate in candidates(known.values(), decided, above=above):
        if groups.join(candidate.one, candidate.two):
            one, two = known[candidate.one], known[candidate.two]
            made.append(
                Decision(
                    Verdict.SAME,
                    side(one),
                    side(two),
                    candidate.finding.told,
                    MACHINE,
                    at,
                    candidate.finding.score,
                )
            )
    return made


def side(profile: EntityProfile) -> Side:
    """How a decision names an entity."""
    return Side(profile.id, profile.name, profile.type)


def rarities(profiles: Iterable[EntityProfile]) -> dict[str, float]:
    """By id, how much it tells that two entities are mentioned with it: 1 for two of them, less for many."""
    counts = Counter(id_ for profile in profiles for id_ in profile.near)
    return {id_: 1 / (1 + log2(max(count, 2) / 2)) for id_, count in counts.items()}


class _Groups:
    """Entities joined so far; two groups join only where every member could be every other."""

    def __init__(
        self, known: Mapping[str, EntityProfile], decided: Decisions, rarity: Mapping[str, float]
    ) -> None:
        self._known, self._decided, self._rarity = known, decided, rarity
        self._group: dict[str, list[str]] = {id_: [id_] for id_ in known}
        # What somebody joined is joined from the start.
        for group in decided.groups():
            members = [id_ for id_ in group if id_ in known]
            for member in members:
                self._group[member] = members

    def join(self, one: str, two: str) -> bool:
        first, second = self._group[one], self._group[two]
        if first is second or any(self._apart(a, b) for a in first for b in second):
            return False
        joined = sorted((*first, *second))
        for member in joined:
            self._group[member] = joined
        return True

    def _apart(self, one: str, two: str) -> bool:
        if self._decided.verdict(one, two) is Verdict.DIFFERENT:
            return True
        return bool(compare(self._known[one], self._known[two], self._rarity).against)
