"""Claims that can't both be true, tied to one another; both stay.

Whether two contradict one another is asked of the two alone, and which claims speak for a side is told by their
ids, so it depends on no order; of the claims touched, and of what they affirm, deny or hold, all ties are computed
anew. A claim finds the others by an indexed key: what it affirms or denies (`matter`), the seat it says is taken
(`seat`), the toll it tells of (`toll`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from typing import Any

from graphkit.store import declarations as d
from graphkit.store.connection import Row, fetch
from graphkit.store.statements import merge_relationships
from graphkit.store.support import Tx, merge

KEYS = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id)
RETURN claim.matter AS matter, claim.seat AS seat, count(claim) AS claims
"""
SIDE = """COLLECT {{
    MATCH (claim:Claim {{matter: matter, polarity: '{polarity}'}})
    USING INDEX SEEK claim:Claim(matter, polarity, id) WHERE claim.id IS NOT NULL
    RETURN {{id: claim.id, predicate: claim.predicate, dated: claim.happened IS NOT NULL,
            first: claim.happened_from, last: claim.happened_to}}
    ORDER BY claim.id LIMIT $limit
  }}"""
DISPUTED = f"""
UNWIND $matters AS matter
WITH matter WHERE EXISTS {{
    MATCH (no:Claim {{matter: matter, polarity: 'negated'}})
    USING INDEX SEEK no:Claim(matter, polarity, id) WHERE no.id IS NOT NULL
  }} AND EXISTS {{
    MATCH (yes:Claim {{matter: matter, polarity: 'affirmed'}})
    USING INDEX SEEK yes:Claim(matter, polarity, id) WHERE yes.id IS NOT NULL
  }}
RETURN matter, {SIDE.format(polarity="affirmed")} AS affirmed,
  {SIDE.format(polarity="negated")} AS negated
"""
SEATED = """
UNWIND $seats AS seat
MATCH (claim:Claim {seat: seat}) USING INDEX SEEK claim:Claim(seat)
WITH seat, claim ORDER BY claim.id
WITH seat, claim.subject_id AS subject, collect(claim.id) AS ids
WITH seat, collect({subject: subject, ids: ids}) AS holders WHERE size(holders) > 1
RETURN seat, holders
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

NONE: Mapping[str, Row] = {}
Ties = dict[tuple[str, str], str]
"""Reason by the two ids, the smaller first."""

DENIES, DENIES_OTHERWISE = (
    "one affirms what the other denies",
    "one affirms in other words what the other denies",
)
SEATS = "two hold one office at one time"
SPEAKING = 8
"""So many claims, those with the smallest ids, speak for a side: of a thousand who affirm and a hundred who deny
each needn't be tied to each, and ties grow no faster than claims."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What claims affirm or deny, and the seats they say are taken; how many of the claims share one, at most."""

    matters: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    sharing: int = 0

    def __or__(self, other: "Keys") -> "Keys":
        return Keys(self.matters | other.matters, self.seats | other.seats, self.sharing + other.sharing)


def keys_of(tx: Tx, claims: Iterable[str]) -> Keys:
    """To be asked before claims change or go, and after."""
    rows = fetch(tx, KEYS, ids=sorted(set(claims)))
    return Keys(
        frozenset(row["matter"] for row in rows if row["matter"] is not None),
        frozenset(row["seat"] for row in rows if row["seat"] is not None),
        max((row["claims"] for row in rows), default=0),
    )


def keys_in(claims: Iterable[Row]) -> Keys:
    """Of claims that stand in the graph as in these rows."""
    rows = list(claims)
    matters = Counter(claim["matter"] for claim in rows if "matter" in claim)
    seats = frozenset(claim["seat"] for claim in rows if "seat" in claim)
    return Keys(frozenset(matters), seats, max(matters.values(), default=0))


def contradict(tx: Tx, claims: Iterable[str], before: Keys, fresh: Mapping[str, Row] = NONE) -> None:
    """Ties claims to those they contradict, and to no others.

    before: their keys before they changed. fresh: further claims, tied to nothing so far, as the graph has them.
    """
    ids = sorted(set(claims))
    counting = sorted(id_ for id_, claim in fresh.items() if "toll" in claim)
    keys = before | keys_of(tx, ids) | keys_in(fresh.values())
    wanted, near = contradictions(tx, ids + counting, keys)
    looked_at = sorted({*ids, *near.matters, *near.seats} - fresh.keys())
    tied = {(row["start"], row["end"]): row["reason"] for row in fetch(tx, TIED, ids=looked_at)}
    touched = set(ids)
    stale = {
        pair
        for pair, reason in tied.items()
        if pair not in wanted and (not touched.isdisjoint(pair) or near.rests(pair, reason))
    }
    fetch(tx, UNTIE, rows=[{"start": start, "end": end} for start, end in sorted(stale)])
    new = [
        {"start": start, "end": end, "set": d.CONTRADICTS.row({"reason": reason})}
        for (start, end), reason in sorted(wanted.items())
        if tied.get((start, end)) != reason
    ]
    merge(tx, merge_relationships(d.CONTRADICTS), new)


def contradictions(tx: Tx, ids: list[str], keys: Keys) -> tuple[Ties, "Near"]:
    """All ties of some claims and keys, and the claims of those keys.

    Of several reasons, the first found here is told.
    """
    ties: Ties = {}
    near = Near()
    for one, other, reason in (*_denied(tx, keys, near), *_seated(tx, keys, near), *_tolls(tx, ids)):
        ties.setdefault((min(one, other), max(one, other)), reason)
    return ties, near


def _denied(tx: Tx, keys: Keys, near: "Near") -> Iterator[tuple[str, str, str]]:
    # What spoke for its side before so many came may have been pushed out by them.
    limit = SPEAKING + keys.sharing
    for row in fetch(tx, DISPUTED, matters=sorted(keys.matters), limit=limit):
        near.matters.update((each["id"], row["matter"]) for each in (*row["affirmed"], *row["negated"]))
        for one in row["affirmed"][:SPEAKING]:
            for other in row["negated"][:SPEAKING]:
                if not (one["dated"] and other["dated"]) or _held(one).meets(_held(other)):
                    same = one["predicate"] == other["predicate"]
                    yield one["id"], other["id"], DENIES if same else DENIES_OTHERWISE


@dataclass(slots=True)
class Near:
    """Claims of keys that were asked about, with the key: of their ties that rest on it, all are known."""

    matters: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)

    def rests(self, pair: tuple[str, str], reason: str) -> bool:
        """Whether a tie of these two, for this reason, rests on one of the keys."""
        keys = {DENIES: self.matters, DENIES_OTHERWISE: self.matters, SEATS: self.seats}.get(reason, {})
        one, other = keys.get(pair[0]), keys.get(pair[1])
        return one is not None and one == other


def _held(row: Row) -> "Held":
    return Held(row["dated"], row["first"], row["last"], ())


def _seated(tx: Tx, keys: Keys, near: "Near") -> Iterator[tuple[str, str, str]]:
    pairs: list[tuple[str, str]] = []
    for row in fetch(tx, SEATED, seats=sorted(keys.seats)):
        near.seats.update((id_, row["seat"]) for holder in row["holders"] for id_ in holder["ids"])
        for one, other in combinations(row["holders"], 2):
            pairs += product(one["ids"][:SPEAKING], other["ids"][:SPEAKING])
    rows = fetch(tx, HELD, ids=sorted({id_ for pair in pairs for id_ in pair}))
    held = {row["id"]: Held(row["dated"], row["from"], row["to"], tuple(row["days"])) for row in rows}
    for one_id, other_id in pairs:
        if held[one_id].meets(held[other_id]):
            yield one_id, other_id, SEATS


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
