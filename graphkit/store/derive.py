"""Everything that follows from the articles and their evidence, computed anew for the whole graph."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graphkit.store.connection import Connection, Row, fetch
from graphkit.store.contradict import Keys, contradict
from graphkit.store.happened import relink, report_anew, settle_events
from graphkit.store.origins import regroup
from graphkit.store.pages import pages
from graphkit.store.resketch import resketch
from graphkit.store.statements import relabel
from graphkit.store.support import Tx, count_articles, derive_edges, merge, settle_claims, settle_entities
from graphkit.store.vocabulary import Vocabulary
from graphkit.store.write import take_turns

IDS_AFTER = """
MATCH (node:{label}) WHERE node.id > $after
RETURN node.id AS id ORDER BY node.id LIMIT $limit
"""
EDGES = """
MATCH (start:Entity)-[edge]->(end:Entity)
RETURN type(edge) AS type, edge.key AS key, start.id AS start, end.id AS end, elementId(edge) AS element
"""
DRAWN = """
UNWIND $keys AS key
MATCH (claim:Claim {edge: key}) USING INDEX SEEK claim:Claim(edge)
RETURN DISTINCT key, claim.relation AS relation, claim.subject_id AS subject, claim.object_id AS object
"""
KINDS = """
UNWIND $ids AS id
MATCH (entity:Entity {id: id}) USING INDEX SEEK entity:Entity(id)
RETURN id, entity.kind AS kind
"""
ERASE = """
UNWIND $elements AS element
MATCH ()-[edge]->() WHERE elementId(edge) = element
DELETE edge
RETURN count(*) AS erased
"""
PAGE = 1_000
SKETCHED = 100
"""Articles whose sketches, and those of their copies, are in memory together."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many entities and claims were computed, edges drawn, and edges taken away."""

    entities: int = 0
    claims: int = 0
    edges: int = 0
    erased: int = 0


def derive(
    connection: Connection,
    words: Vocabulary,
    progress: Callable[[int], None] | None = None,
    *,
    imported: bool = False,
) -> Rebuilt:
    """Computes origins, claims, entities and edges from the articles, a page at a time; erases what none draws.

    progress: told how many claims and entities are done, after each page. It can be stopped and run again.
    imported: the graph was imported just now: what follows from one place alone (sketches, events and who took
    part) is as the import wrote it, and nothing is left over from before.
    """
    entities = claims = edges = erased = 0
    if not imported:
        resketch(connection)
        erased = _erase_undrawn(connection, words)
    for ids in _ids(connection, "Article", SKETCHED):
        connection.write(partial(_regroup, ids=ids))
    for ids in _ids(connection, "Entity"):
        connection.write(partial(_name, ids=ids, words=words))
        entities += len(ids)
        _tell(progress, len(ids))
    for ids in _ids(connection, "Claim"):
        drawn, gone = connection.write(partial(_settle, ids=ids, words=words, imported=imported))
        claims, edges, erased = claims + len(ids), edges + drawn, erased + gone
        _tell(progress, len(ids))
    for ids in _ids(connection, "Claim"):
        connection.write(partial(_tie, ids=ids))
    for ids in _ids(connection, "Event"):
        connection.write(partial(_happen, ids=ids, imported=imported))
    return Rebuilt(entities, claims, edges, erased)


def _name(tx: Tx, ids: Sequence[str], words: Vocabulary) -> None:
    take_turns(tx, "rebuild")
    count_articles(tx, ids)
    settle_entities(tx, ids, words)
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(tx, KINDS, ids=ids):
        by_kind[row["kind"]].append({"id": row["id"], "set": {}})
    for kind, rows in sorted(by_kind.items()):
        merge(tx, relabel(words.kinds, kind), rows)


def _regroup(tx: Tx, ids: Sequence[str]) -> None:
    take_turns(tx, "rebuild")
    regroup(tx, ids)


def _settle(tx: Tx, ids: Sequence[str], words: Vocabulary, *, imported: bool) -> tuple[int, int]:
    take_turns(tx, "rebuild")
    if not imported:
        report_anew(tx, ids)
    return derive_edges(tx, settle_claims(tx, ids), words)


def _tie(tx: Tx, ids: Sequence[str]) -> None:
    take_turns(tx, "rebuild")
    contradict(tx, ids, Keys())


def _happen(tx: Tx, ids: Sequence[str], *, imported: bool) -> None:
    take_turns(tx, "rebuild")
    if not imported:
        relink(tx, ids)
    settle_events(tx, ids)


def _erase(tx: Tx, elements: Sequence[str]) -> int:
    take_turns(tx, "rebuild")
    erased: int = fetch(tx, ERASE, elements=elements)[0]["erased"]
    return erased


def _tell(progress: Callable[[int], None] | None, done: int) -> None:
    if progress is not None:
        progress(done)


def _ids(connection: Connection, label: str, limit: int = PAGE) -> Iterator[list[str]]:
    """Ids of a label's nodes, page by page: what is written in between doesn't disturb."""
    after, text = "", IDS_AFTER.format(label=label)
    while page := [row["id"] for row in connection.rows(text, after=after, limit=limit)]:
        yield page
        after = page[-1]


def _erase_undrawn(connection: Connection, words: Vocabulary) -> int:
    """Takes away edges no claim draws from this start to this end."""
    undrawn: list[str] = []
    for page in pages(connection.stream(EDGES)):
        keys = sorted({edge["key"] or "" for edge in page})
        drawn = {
            (row["key"], row["relation"], *words.ends(row["relation"], row["subject"], row["object"]))
            for row in connection.rows(DRAWN, keys=keys)
        }
        undrawn += [
            edge["element"]
            for edge in page
            if (edge["key"], edge["type"], edge["start"], edge["end"]) not in drawn
        ]
    return sum(connection.write(partial(_erase, elements=elements)) for elements in pages(undrawn))
