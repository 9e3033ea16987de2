"""One transaction: whole articles in, what they no longer say out, and what follows computed anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.store import declarations as d
from graphkit.store import properties as of
from graphkit.store.batch import GraphBatch, chunks, graph_batch
from graphkit.store.connection import Row, fetch
from graphkit.store.contradict import contradict, keys_of
from graphkit.store.decide import decide
from graphkit.store.draft import Draft
from graphkit.store.fresh import Fresh, freshened
from graphkit.store.happened import events_of, settle_events, unreport
from graphkit.store.origins import left_behind, resting_on, settle_origins, ties_of
from graphkit.store.removal import (
    FORMER_EVIDENCE,
    Removed,
    remove_articles,
    sweep_claims,
    sweep_entities,
    unlink_stale,
)
from graphkit.store.rows import ArticleRows, article_rows
from graphkit.store.run import Counts, Run, Unloaded
from graphkit.store.sending import Sending
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.support import (
    Tx,
    called_otherwise,
    count_articles,
    derive_edges,
    settle_claims,
    settle_entities,
)
from graphkit.store.times import moment
from graphkit.store.versions import earlier_texts, write_earlier
from graphkit.store.vocabulary import Vocabulary

TAKE_TURNS = """
MATCH (meta:Meta {id: $id}) USING INDEX SEEK meta:Meta(id)
SET meta.writer = $writer
RETURN meta.version AS version
"""
SEEN_AGAIN = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id}) USING INDEX SEEK article:Article(id)
SET article.path = CASE
      WHEN row.path IS NULL OR (article.last_run = $run AND article.path < row.path) THEN article.path
      ELSE row.path END,
    article.last_run = $run
"""
NOTHING_NEW = Fresh()
NONE_MADE: Mapping[str, ArticleRows] = {}


@dataclass(frozen=True, slots=True)
class Written:
    """What a transaction came to."""

    counts: Counts
    withheld: tuple[Unloaded, ...] = ()


def write_articles(
    tx: Tx,
    articles: Sequence[Draft],
    words: Vocabulary,
    run: Run,
    *,
    keep_text: bool,
    batch_rows: int,
    rows: Mapping[str, ArticleRows] = NONE_MADE,
) -> Written:
    """Writes articles of which no two have one id; safe to run again. rows: those made already, by article."""
    take_turns(tx, run.id)
    decision = decide(tx, articles, run)
    fetch(tx, SEEN_AGAIN, rows=[{"id": a.id, "path": a.path} for a in decision.unchanged], run=run.id)
    made = [rows.get(a.id) or article_rows(a, words, run, keep_text=keep_text) for a in decision.write]
    known = [article for article in made if article.id in decision.known]
    first_seen = _first_seen(tx, known, decision.seen)
    batch = graph_batch((*first_seen, *(a for a in made if a.id not in decision.known)))
    fresh, batch = freshened(tx, batch)
    former = events_of(tx, [article.id for article in known])
    left = left_behind(tx, {*decision.known, *decision.replaced})
    sketches = {article.id: article.sketch for article in decision.write}
    ties = ties_of(tx, sketches, left)
    earlier = earlier_texts(tx, {**{i: i for i in decision.edited}, **decision.replaced}, moment(run.started))
    new = fresh.ids.union(article.id for article in made if article.id not in decision.known)
    merge_batch(tx, batch, words, run, batch_rows, new)
    called = batch.entities_called
    write_earlier(tx, earlier)
    removed = unlink_stale(tx, known) | remove_articles(tx, decision.replaced)
    moved = settle_origins(tx, sketches, left, ties)
    after = follow(
        tx,
        replace(removed, events=removed.events | former),
        words,
        claims=fresh.unsettled_claims,
        fresh=fresh,
        entities=called,
        events=fresh.unsettled_events,
        moved=moved,
    )
    counts = Counts(
        written=len(decision.write),
        unchanged=len(decision.unchanged),
        older=decision.older,
        replaced=len(decision.replaced),
        withheld=len(decision.withheld),
        entities=len({row["id"] for row in called}),
        claims=len(batch.ids(d.CLAIM.name)),
        evidence=len(batch.links.get(d.EVIDENCE.name, ())),
        edges=after.edges,
        erased=after.erased,
    )
    return Written(counts, decision.withheld)


@dataclass(frozen=True, slots=True)
class After:
    """What followed: edges drawn and taken away, claims and entities that went for want of support."""

    edges: int
    erased: int
    claims: int
    entities: int


def follow(
    tx: Tx,
    removed: Removed,
    words: Vocabulary,
    *,
    claims: Iterable[str] = (),
    fresh: Fresh = NOTHING_NEW,
    entities: Sequence[Row] = (),
    events: Iterable[str] = (),
    moved: Iterable[str] = (),
) -> After:
    """Computes anew whatever depends on evidence that went, and these claims, events, rows of entities.

    fresh: claims that are settled, unlike what depends on them. moved: articles of another origin than before;
    what rests on them changes, but isn't counted.
    """
    touched_claims = {*claims, *removed.claims}
    before = keys_of(tx, touched_claims)
    gone, edges_before = sweep_claims(tx, removed)
    touched = fresh.edges | edges_before | settle_claims(tx, touched_claims)
    drawn, erased = derive_edges(tx, touched, words)
    derive_edges(tx, settle_claims(tx, resting_on(tx, moved)), words)
    unreport(tx, removed.claims)
    settle_events(tx, {*events, *removed.events, *events_of(tx, moved)})
    contradict(tx, touched_claims, before, fresh.claims)
    swept = sweep_entities(tx, removed)
    count_articles(tx, {*(row["id"] for row in entities), *removed.entities} - swept)
    settle_entities(tx, (called_otherwise(tx, entities) | removed.entities) - swept, words)
    return After(drawn, erased, gone, len(swept))


def take_turns(tx: Tx, writer: str) -> None:
    """Waits for the transaction before: writers take the same lock first of all, so they can't deadlock.

    Two of them at once were half as fast as one, and each would compute edges without the other's claims.
    """
    fetch(tx, TAKE_TURNS, id=d.META_ID, writer=writer)


def _first_seen(tx: Tx, articles: Sequence[ArticleRows], texts: Mapping[str, str]) -> list[ArticleRows]:
    """Articles written before, their evidence dated by when they first made the claim, their texts likewise."""
    seen: dict[tuple[str, str], Row] = {}
    for former in fetch(tx, FORMER_EVIDENCE, rows=[{"id": article.id} for article in articles]):
        at = (former["claim"], former["article"])
        if at not in seen or former["seen"] < seen[at]["seen"]:
            seen[at] = former

    def dated(row: Row) -> Row:
        former = seen.get((row["start"], row["end"]))
        return row if former is None else row | {"set": row["set"] | {"seen": former["seen"]}}

    def redated(links: Mapping[str, list[Row]]) -> Mapping[str, list[Row]]:
        return {**links, d.EVIDENCE.name: [dated(row) for row in links.get(d.EVIDENCE.name, ())]}

    def renoded(id_: str, nodes: Mapping[str, list[Row]]) -> Mapping[str, list[Row]]:
        if id_ not in texts:
            return nodes
        (row,) = nodes[d.ARTICLE.name]
        return {**nodes, d.ARTICLE.name: [row | {"set": row["set"] | {"seen": texts[id_]}}]}

    return [replace(a, links=redated(a.links), nodes=renoded(a.id, a.nodes)) for a in articles]


def merge_batch(
    tx: Tx, batch: GraphBatch, words: Vocabulary, run: Run, batch_rows: int, new: Collection[str] = ()
) -> None:
    """Nodes, then relationships. new: ids of nodes the graph doesn't have."""
    sending = Sending(tx)
    for node in d.NODES:
        for rows in chunks(batch.nodes.get(node.name, ()), batch_rows):
            sending.merge(node, merge_nodes(node), rows)
    for kind, entities in batch.entities.items():
        for rows in chunks(entities, batch_rows):
            sending.merge(d.ENTITY_NODE, merge_nodes(d.ENTITY_NODE, words.kinds[kind][1:]), rows)
    for link in d.RELATIONSHIPS:
        stamp = {"stamp": of.stamp(run)} if link.stamped else {}
        links = batch.links.get(link.name, ())
        for untied in (False, True):
            some = tuple(row for row in links if untied == (row["start"] in new or row["end"] in new))
            for rows in chunks(some, batch_rows):
                sending.merge(link, merge_relationships(link, new=untied), rows, **stamp)
    sending.settle()
