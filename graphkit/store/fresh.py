"""What a batch brings that the graph doesn't have.

Nothing is tied to it, so nothing of it need be looked for; and what stands in one place only needn't be
settled from its evidence: it is written as that place has it.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from graphkit.store import declarations as d
from graphkit.store.batch import GraphBatch
from graphkit.store.connection import Row, fetch
from graphkit.store.support import Edges, Tx

CLAIMS_THERE = "UNWIND $ids AS id MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id) RETURN id"
EVENTS_THERE = "UNWIND $ids AS id MATCH (event:Event {id: id}) USING INDEX SEEK event:Event(id) RETURN id"


@dataclass(frozen=True, slots=True)
class Fresh:
    """ids: of all claims and events the graph doesn't have. claims: rows of those claims that needn't be settled.

    unsettled_claims, unsettled_events: ids of the others of the batch.
    """

    ids: frozenset[str] = frozenset()
    claims: Mapping[str, Row] = field(default_factory=dict)
    unsettled_claims: tuple[str, ...] = ()
    unsettled_events: tuple[str, ...] = ()

    @property
    def edges(self) -> Edges:
        """What the claims draw that needn't be settled."""
        return {row["edge"]: row["relation"] for row in self.claims.values() if "edge" in row}


def freshened(tx: Tx, batch: GraphBatch) -> tuple[Fresh, GraphBatch]:
    """What of a batch is new, and the batch with the events settled that need no more than their one place."""
    evidence = batch.links.get(d.EVIDENCE.name, ())
    claims = {row["id"]: row["set"] for row in batch.nodes.get(d.CLAIM.name, ())}
    events = {row["id"]: row for row in batch.nodes.get(d.EVENT.name, ())}
    new_claims = claims.keys() - _there(tx, CLAIMS_THERE, claims)
    new_events = events.keys() - _there(tx, EVENTS_THERE, events)
    places = Counter(row["start"] for row in evidence)
    told = Counter(row["set"].get("event") for row in evidence)
    settled = {
        row["set"]["event"]: _as_told(events[row["set"]["event"]], row, claims[row["start"]])
        for row in evidence
        if row["set"].get("event") in new_events
        and told[row["set"]["event"]] == 1
        and row["start"] in new_claims
    }
    fresh = Fresh(
        ids=frozenset(new_claims | new_events),
        claims={id_: claims[id_] for id_ in sorted(new_claims) if places[id_] == 1},
        unsettled_claims=tuple(id_ for id_ in claims if id_ not in new_claims or places[id_] > 1),
        unsettled_events=tuple(id_ for id_ in events if id_ not in settled),
    )
    rows = tuple(settled.get(id_, row) for id_, row in events.items())
    return fresh, replace(batch, nodes={**batch.nodes, d.EVENT.name: rows})


def _there(tx: Tx, text: str, ids: Collection[str]) -> set[str]:
    return {row["id"] for row in fetch(tx, text, ids=list(ids))}


def _as_told(event: Row, evidence: Row, claim: Row) -> Row:
    """The event as the one place has it that tells of it."""
    support = {
        "name": evidence["set"]["claim"],
        "quote": evidence["set"]["quote"],
        "certainty": "attributed" if claim.get("speaker_id") else "stated",
        "claims": 1,
        **{name: claim[name] for name in ("articles", "origins", "first_seen", "last_seen")},
    }
    return event | {"set": event["set"] | support}
