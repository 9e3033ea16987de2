"""Claims that can't both be true, tied to one another; both stay.

Whether two contradict one another is asked of the two alone, so it depends on no order; of the claims touched
all ties are computed anew. A claim finds the others by an indexed key: what it affirms or denies (`matter`), the
seat it says is taken (`seat`), the toll it tells of (`toll`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphkit.store import declarations as d
from graphkit.store.connection import fetch
from graphkit.store.statements import merge_relationships
from graphkit.store.support import Tx, merge

DENIED = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id)
WHERE claim.matter IS NOT NULL
WITH claim, CASE claim.polarity WHEN 'affirmed' THEN 'negated' ELSE 'affirmed' END AS opposite
MATCH (other:Claim {matter: claim.matter, polarity: opposite})
USING INDEX SEEK other:Claim(matter, polarity)
RETURN claim.id AS one, other.id AS other, claim.predicate = other.predicate AS same_words,
       claim.happened_from AS from, claim.happened_to AS to, claim.happened IS NOT NULL AS dated,
       other.happened_from AS other_from, other.happened_to AS other_to, other.happened IS NOT NULL AS other_dated
"""
SEATED = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id)
WHERE claim.seat IS NOT NULL
MATCH (other:Claim {seat: claim.seat}) USING INDEX SEEK other:Claim(seat)
WHERE other.subject_id <> claim.subject_id
RETURN claim.id AS one, other.id AS other
"""
HELD = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:EVIDENCE]->(article:Article) USING INDEX SEEK claim:Claim(id)
RETURN id, claim.happened IS NOT NULL AS dated, claim.happened_from AS from, claim.happened_to AS to,
       collect(DISTINCT article.published_on) AS days
"""
TOLLS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id)
WHERE claim.toll IS NOT NULL
MATCH (other:Claim {toll: claim.toll}) USING INDEX SEEK other:Claim(toll)
MATCH (other)-[evidence:EVIDENCE]->(:Article) WHERE evidence.toll = claim.toll
RETURN claim.id AS one, other.id AS other, claim.toll AS toll,
       collect(DISTINCT [evidence.toll_least, evidence.toll_most]) AS counts
"""
TIED = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[tie:CONTRADICTS]-(other:Claim) USING INDEX SEEK claim:Claim(id)
RETURN DISTINCT startNode(tie).id AS start, endNode(tie).id AS end, tie.reason AS reason
"""
UNTIE = """
UNWIND $rows AS row
MATCH (start:Claim {id: row.start})-[tie:CONTRADICTS]->(end:Claim {id: row.end}) USING INDEX SEEK start:Claim(id)
DELETE tie
RETURN count(*) AS untied
"""

Ties = dict[tuple[str, str], str]
"""Reason by the two ids, the smaller first."""

DENIES, DENIES_OTHERWISE = (
    "one affirms what the other denies",
    "one affirms in other words what the other denies",
)
SEATS = "two hold one office at one time"


def contradict(tx: Tx, claims: Iterable[str]) -> None:
    """Ties claims to those they contradict, and to no others."""
    ids = sorted(set(claims))
    wanted = contradictions(tx, ids)
    tied = {(row["start"], row["end"]): row["reason"] for row in fetch(tx, TIED, ids=ids)}
    fetch(tx, UNTIE, rows=[{"start": s, "end": e} for s, e in sorted(tied.keys() - wanted.keys())])
    new = [
        {"start": start, "end": end, "set": d.CONTRADICTS.row({"reason": reason})}
        for (start, end), reason in sorted(wanted.items())
        if tied.get((start, end)) != reason
    ]
    merge(tx, merge_relationships(d.CONTRADICTS), new)


def contradictions(tx: Tx, ids: list[str]) -> Ties:
    """Of some claims, all ties they ought to have. Of several reasons, the first found here is told."""
    ties: Ties = {}
    for one, other, reason in (*_denied(tx, ids), *_seated(tx, ids), *_tolls(tx, ids)):
        ties.setdefault((min(one, other), max(one, other)), reason)
    return ties


def _denied(tx: Tx, ids: list[str]) -> Iterator[tuple[str, str, str]]:
    for row in fetch(tx, DENIED, ids=ids):
        one = Held(row["dated"], row["from"], row["to"], ())
        other = Held(row["other_dated"], row["other_from"], row["other_to"], ())
        if not (one.dated and other.dated) or one.meets(other):
            yield row["one"], row["other"], DENIES if row["same_words"] else DENIES_OTHERWISE


def _seated(tx: Tx, ids: list[str]) -> Iterator[tuple[str, str, str]]:
    pairs = [(row["one"], row["other"]) for row in fetch(tx, SEATED, ids=ids)]
    rows = fetch(tx, HELD, ids=sorted({id_ for pair in pairs for id_ in pair}))
    held = {row["id"]: Held(row["dated"], row["from"], row["to"], tuple(row["days"])) for row in rows}
    for one, other in pairs:
        if one in held and other in held and held[one].meets(held[other]):
            yield one, other, SEATS


def _tolls(tx: Tx, ids: list[str]) -> Iterator[tuple[str, str, str]]:
    counts: dict[str, list[list[int | None]]] = {}
    pairs: list[tuple[str, str, str]] = []
    for row in fetch(tx, TOLLS, ids=ids):
        counts[row["other"]] = row["counts"]
        pairs.append((row["one"], row["other"], row["toll"].partition(" ")[0]))
    for one, other, what in pairs:
        if any(_apart(a, b) for a in counts[one] for b in counts[other]):
            told = sorted({_told(each) for each in (*counts[one], *counts[other])})
            yield one, other, f"{what}: {' or '.join(told)}"


def _apart(one: list[Any], other: list[Any]) -> bool:
    """Whether no number is within the bounds of both."""
    return (one[1] is not None and one[1] < other[0]) or (other[1] is not None and other[1] < one[0])


def _told(bounds: list[Any]) -> str:
    least, most = bounds
    if most is None:
        return f"{least} or more"
    return f"{least}" if least == most else f"{least} to {most}"


@dataclass(frozen=True, slots=True)
class Held:
    """When something held: from when to when where it is dated, else on the days its articles appeared."""

    dated: bool
    first: date | None
    last: date | None
    days: tuple[date, ...]

    def meets(self, other: "Held") -> bool:
        """Whether both held on some day; what is dated in no way we can compare meets everything dated."""
        if self.dated and other.dated:
            return not (_before(self.last, other.first) or _before(other.last, self.first))
        if self.dated:
            return any(not (_before(day, self.first) or _before(self.last, day)) for day in other.days)
        return other.meets(self) if other.dated else not set(self.days).isdisjoint(other.days)


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other
