"""One transaction: whole articles in, what they no longer say out, and what follows computed anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.store import declarations as d
from graphkit.store import properties as of
from graphkit.store.batch import GraphBatch, Grouped, chunks, graph_batch
from graphkit.store.connection import Row, fetch
from graphkit.store.contradict import contradict, keys_of
from graphkit.store.decide import decide
from graphkit.store.draft import Draft
from graphkit.store.happened import events_of, settle_events, unreport
from graphkit.store.origins import left_behind, resting_on, settle_origins
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
from graphkit.store.statements import merge_nodes, merge_relationships
from graphkit.store.support import (
    Edges,
    Tx,
    called_otherwise,
    count_articles,
    derive_edges,
    merge,
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
THERE = "UNWIND $ids AS id MATCH (claim:Claim {id: id}) USING INDEX SEEK claim:Claim(id) RETURN id"


@dataclass(frozen=True, slots=True)
class Written:
    """What a transaction came to."""

    counts: Counts
    withheld: tuple[Unloaded, ...] = ()


def write_articles(
    tx: Tx, articles: Sequence[Draft], words: Vocabulary, run: Run, *, keep_text: bool, batch_rows: int
) -> Written:
    """Writes articles of which no two have one id; safe to run again."""
    take_turns(tx, run.id)
    decision = decide(tx, articles, run)
    fetch(tx, SEEN_AGAIN, rows=[{"id": a.id, "path": a.path} for a in decision.unchanged], run=run.id)
    rows = [article_rows(article, words, run, keep_text=keep_text) for article in decision.write]
    known = [article for article in rows if article.id in decision.known]
    first_seen = _first_seen(tx, known, decision.seen)
    batch = graph_batch((*first_seen, *(a for a in rows if a.id not in decision.known)))
    claims, edges = _unsettled(tx, batch)
    former = events_of(tx, [article.id for article in known])
    left = left_behind(tx, {*decision.known, *decision.replaced})
    earlier = earlier_texts(tx, {**{i: i for i in decision.edited}, **decision.replaced}, moment(run.started))
    merge_batch(tx, batch, words, run, batch_rows)
    write_earlier(tx, earlier)
    removed = unlink_stale(tx, known) | remove_articles(tx, decision.replaced)
    moved = settle_origins(tx, {article.id: article.sketch for article in decision.write}, left)
    after = follow(
        tx,
        replace(removed, events=removed.events | former),
        words,
        claims=claims,
        edges=edges,
        entities=batch.entities_called,
        events=batch.ids(d.EVENT.name),
        moved=moved,
        written=batch.ids(d.CLAIM.name),
    )
    counts = Counts(
        written=len(decision.write),
        unchanged=len(decision.unchanged),
        older=decision.older,
        replaced=len(decision.replaced),
        withheld=len(decision.withheld),
        entities=len({row["id"] for row in batch.entities_called}),
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
    edges: Edges | None = None,
    entities: Sequence[Row] = (),
    events: Iterable[str] = (),
    moved: Iterable[str] = (),
    written: Iterable[str] = (),
) -> After:
    """Computes anew whatever depends on evidence that went, and these claims, edges, events, rows of entities.

    moved: articles of another origin than before; what rests on them changes, but isn't counted. written: claims
    that were new and are settled.
    """
    touched_claims = {*claims, *removed.claims, *written}
    before = keys_of(tx, touched_claims)
    gone, edges_before = sweep_claims(tx, removed)
    touched = (edges or {}) | edges_before | settle_claims(tx, {*claims, *removed.claims})
    drawn, erased = derive_edges(tx, touched, words)
    derive_edges(tx, settle_claims(tx, resting_on(tx, moved)), words)
    unreport(tx, removed.claims)
    settle_events(tx, {*events, *removed.events, *events_of(tx, moved)})
    contradict(tx, touched_claims, before)
    swept = sweep_entities(tx, removed)
    count_articles(tx, {*(row["id"] for row in entities), *removed.entities} - swept)
    settle_entities(tx, (called_otherwise(tx, entities) | removed.entities) - swept, words)
    return After(drawn, erased, gone, len(swept))


def take_turns(tx: Tx, writer: str) -> None:
    """Waits for the transaction before: writers take the same lock first of all, so they can't deadlock.

    Two of them at once were half as fast as one, and each would compute edges without the other's claims.
    """
    fetch(tx, TAKE_TURNS, id=d.META_ID, writer=writer)


def _unsettled(tx: Tx, batch: GraphBatch) -> tuple[list[str], Edges]:
    """Claims to be settled, and the edges of those that needn't be.

    A claim that is new and stands in one place only is written as that place has it.
    """
    places = Counter(row["start"] for row in batch.links.get(d.EVIDENCE.name, ()))
    claims = {row["id"]: row["set"] for row in batch.nodes.get(d.CLAIM.name, ())}
    there = {row["id"] for row in fetch(tx, THERE, ids=list(claims))}
    unsettled = [id_ for id_ in claims if id_ in there or places[id_] > 1]
    settled = (claims[id_] for id_ in claims.keys() - set(unsettled))
    return unsettled, {claim["edge"]: claim["relation"] for claim in settled if "edge" in claim}


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


def merge_batch(tx: Tx, batch: GraphBatch, words: Vocabulary, run: Run, batch_rows: int) -> None:
    """Nodes, then relationships."""
    for node in d.NODES:
        _run(tx, merge_nodes(node), batch.nodes, node.name, batch_rows)
    for kind in batch.entities:
        text = merge_nodes(d.ENTITY_NODE, words.kinds[kind][1:])
        _run(tx, text, batch.entities, kind, batch_rows)
    for link in d.RELATIONSHIPS:
        stamp = {"stamp": of.stamp(run)} if link.stamped else {}
        _run(tx, merge_relationships(link), batch.links, link.name, batch_rows, **stamp)


def _run(tx: Tx, text: str, groups: Grouped, name: str, batch_rows: int, **stamp: d.Properties) -> None:
    for rows in chunks(groups.get(name, ()), batch_rows):
        merge(tx, text, rows, **stamp)
