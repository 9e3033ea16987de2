"""A retraction undone: the article is back as it was, with all that rests on it."""

from dataclasses import dataclass

from graphkit.errors import UsageError
from graphkit.ontology import Ontology
from graphkit.store import declarations as d
from graphkit.store import schema
from graphkit.store.batch import graph_batch
from graphkit.store.connection import Connection, Row, fetch
from graphkit.store.kept import unpack
from graphkit.store.origins import left_behind, settle_origins, ties_of
from graphkit.store.removal import Removed
from graphkit.store.run import new_run
from graphkit.store.support import Tx
from graphkit.store.vocabulary import Vocabulary, vocabulary
from graphkit.store.write import follow, merge_batch, take_turns

RETRACTED = """
MATCH (retraction:Retraction {id: $target}) USING INDEX SEEK retraction:Retraction(id) RETURN retraction.id AS id
UNION
MATCH (retraction:Retraction {url: $target}) USING INDEX SEEK retraction:Retraction(url) RETURN retraction.id AS id
UNION
MATCH (retraction:Retraction {path: $target}) USING INDEX SEEK retraction:Retraction(path) RETURN retraction.id AS id
"""
LIFT = """
UNWIND $ids AS id
MATCH (retraction:Retraction {id: id}) USING INDEX SEEK retraction:Retraction(id)
OPTIONAL MATCH (kept:RetractedArticle {id: id}) USING INDEX SEEK kept:RetractedArticle(id)
WITH retraction, id, kept, kept.said AS said, kept.ontology AS ontology
DETACH DELETE retraction, kept
RETURN id, said, ontology ORDER BY id
"""
BATCH_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Restored:
    """Ids of articles whose retraction ended.

    back: those that are in the graph again. to_load: those the next load brings back, because the graph didn't
    keep what they say, or kept it under another ontology.
    """

    back: tuple[str, ...]
    to_load: tuple[str, ...]


def restore(connection: Connection, target: str, ontology: Ontology) -> Restored:
    """Ends the retraction of an id, URL or path and brings back what was kept; UsageError where none is meant."""
    schema.ready(connection, ontology)
    words = vocabulary(ontology)

    def work(tx: Tx) -> Restored | None:
        take_turns(tx, f"restore {target}")
        lifted = end_retractions(tx, target)
        if not lifted:
            return None
        kept = [row for row in lifted if row["said"] is not None and row["ontology"] == words.version]
        _bring_back(tx, [row["said"] for row in kept], words)
        back = tuple(row["id"] for row in kept)
        return Restored(back, tuple(row["id"] for row in lifted if row["id"] not in back))

    restored = connection.write(work)
    if restored is None:
        raise UsageError(f"nothing with the id, URL or path {target!r} is retracted")
    return restored


def end_retractions(tx: Tx, target: str) -> list[Row]:
    """Takes away the retractions of an id, URL or path and what they kept: rows of id, what it says and ontology."""
    return fetch(tx, LIFT, ids=[row["id"] for row in fetch(tx, RETRACTED, target=target)])


def _bring_back(tx: Tx, said: list[str], words: Vocabulary) -> None:
    if not said:
        return
    unpacked = [unpack(each) for each in said]
    batch = graph_batch(rows for rows, _ in unpacked)
    sketches = {rows.id: sketched for rows, sketched in unpacked}
    left = left_behind(tx, ())
    ties = ties_of(tx, sketches, left)
    merge_batch(tx, batch, words, new_run(), BATCH_ROWS)
    moved = settle_origins(tx, sketches, left, ties)
    follow(
        tx,
        Removed(),
        words,
        claims=batch.ids(d.CLAIM.name),
        entities=batch.entities_called,
        events=batch.ids(d.EVENT.name),
        moved=moved,
    )
