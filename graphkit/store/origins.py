"""Articles copied from one another share an origin: the smallest id among all that are tied by copying.

Whether two texts are copies is asked of the two alone (`sketch.copies`), so what ties articles depends neither
on the order nor on the batches they came in; only the groups touched are formed anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from graphkit.store.connection import Connection, Row, fetch, streamed
from graphkit.store.sketch import Sketch, copies
from graphkit.store.support import Tx

SKETCH = "bands: sketch.bands, shingles: sketch.shingles, rate: sketch.rate, credit: sketch.credit"
LEFT_BEHIND = f"""
UNWIND $ids AS id
MATCH (leaving:Article {{id: id}}) USING INDEX SEEK leaving:Article(id)
WITH DISTINCT leaving.origin AS origin
MATCH (article:Article {{origin: origin}}) USING INDEX SEEK article:Article(origin)
WHERE NOT article.id IN $ids
MATCH (sketch:Sketch {{id: article.id}}) USING INDEX SEEK sketch:Sketch(id)
RETURN article.id AS id, origin, {{{SKETCH}}} AS sketch
ORDER BY id
"""
LIKELY = f"""
UNWIND $rows AS row
CALL db.index.fulltext.queryNodes('graphkit_Sketch_words', row.bands) YIELD node AS sketch
WITH sketch, collect(row.id) AS ids
WHERE NOT sketch.id IN $apart
MATCH (article:Article {{id: sketch.id}}) USING INDEX SEEK article:Article(id)
RETURN ids, article.id AS other, article.origin AS origin, {{{SKETCH}}} AS sketch
"""
PLACE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id}) USING INDEX SEEK article:Article(id)
SET article.origin = row.origin
RETURN count(*) AS placed
"""
RENAME = """
UNWIND $rows AS row
MATCH (article:Article {origin: row.before}) USING INDEX SEEK article:Article(origin)
WITH row, collect(article) AS articles
UNWIND articles AS article
SET article.origin = row.origin
RETURN article.id AS id
"""
CLAIMS = """
UNWIND $ids AS id
MATCH (article:Article {id: id})<-[:EVIDENCE]-(claim:Claim) USING INDEX SEEK article:Article(id)
RETURN DISTINCT claim.id AS id
"""
SKETCHES_OF = f"""
UNWIND $ids AS id
MATCH (sketch:Sketch {{id: id}}) USING INDEX SEEK sketch:Sketch(id)
RETURN id, {{{SKETCH}}} AS sketch
"""
SKETCHES = f"""
MATCH (sketch:Sketch) WHERE sketch.id > $after
RETURN sketch.id AS id, {{{SKETCH}}} AS sketch ORDER BY sketch.id LIMIT $limit
"""
PAGE = 100


@dataclass(slots=True)
class Groups:
    """Ids tied to one another, directly or through others; the smallest speaks for its group."""

    _parent: dict[str, str] = field(default_factory=dict)

    def of(self, id_: str) -> str:
        """The smallest id of its group."""
        root = id_
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(id_, id_)) != root:
            self._parent[id_], id_ = root, above
        return root

    def tie(self, one: str, other: str) -> None:
        smaller, larger = sorted((self.of(one), self.of(other)))
        self._parent[larger] = smaller


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Articles whose group loses members: origins before, and sketches, by id. leaving: who leaves."""

    leaving: frozenset[str]
    origins: Mapping[str, str]
    sketches: Mapping[str, Sketch]


def left_behind(tx: Tx, leaving: Iterable[str]) -> LeftBehind:
    """To be asked before the articles that leave are written again or removed."""
    ids = sorted(leaving)
    rows = fetch(tx, LEFT_BEHIND, ids=ids)
    return LeftBehind(
        frozenset(ids),
        {row["id"]: row["origin"] for row in rows},
        {row["id"]: as_sketch(row["sketch"]) for row in rows},
    )


@dataclass(frozen=True, slots=True)
class Ties:
    """Who is tied to whom by copying. standing: origins of articles that stay as they are and are tied to others."""

    groups: Groups
    standing: frozenset[str]


def ties_of(tx: Tx, written: Mapping[str, Sketch], left: LeftBehind) -> Ties:
    """What ties the articles written and those left behind to one another, and to what stands as it is.

    To be asked before what is written is in the graph: an index with changes of the same transaction takes thrice
    as long. The more the graph holds, the more looks like a copy at first, so none of that is kept in memory.
    """
    loose = {**left.sketches, **written}
    groups, standing = Groups(), set()
    _tie_loose(groups, loose)
    rows = [{"id": id_, "bands": written[id_].bands} for id_ in sorted(written)]
    apart = sorted({*written, *left.sketches, *left.leaving})
    for row in streamed(tx, LIKELY, rows=rows, apart=apart):
        if _tie(groups, row["origin"], as_sketch(row["sketch"]), row["ids"], written):
            standing.add(row["origin"])
    return Ties(groups, frozenset(standing))


def settle_origins(tx: Tx, written: Mapping[str, Sketch], left: LeftBehind, ties: Ties) -> list[str]:
    """Gives origins to the articles written and to those left behind; each written one has its own id so far.

    Returns the ids of articles whose origin changed, beside those written.
    """
    of = ties.groups.of
    before = {**left.origins, **{id_: id_ for id_ in written}}
    loose = sorted({*left.sketches, *written})
    placed = [{"id": i, "origin": of(i)} for i in loose if of(i) != before[i]]
    fetch(tx, PLACE, rows=placed)
    renamed = [{"before": o, "origin": of(o)} for o in sorted(ties.standing) if of(o) != o]
    moved = {row["id"] for row in fetch(tx, RENAME, rows=renamed)}
    moved |= {row["id"] for row in placed} - written.keys()
    return sorted(moved)


def resting_on(tx: Tx, articles: Iterable[str]) -> list[str]:
    """Ids of the claims some articles make."""
    return [row["id"] for row in fetch(tx, CLAIMS, ids=sorted(articles))]


def all_groups(connection: Connection) -> Groups:
    """The whole graph's, from its sketches; holds in memory only ids of articles that have copies."""
    groups, after = Groups(), ""
    while page := connection.rows(SKETCHES, after=after, limit=PAGE):
        sketches = {row["id"]: as_sketch(row["sketch"]) for row in page}
        connection.read(partial(_tie_page, groups=groups, sketches=sketches))
        after = page[-1]["id"]
    return groups


def _tie_page(tx: Tx, groups: Groups, sketches: Mapping[str, Sketch]) -> None:
    """Ties these to all that come later; done twice, it is as if done once."""
    rows = [{"id": id_, "bands": each.bands} for id_, each in sketches.items()]
    for row in streamed(tx, LIKELY, rows=rows, apart=[""]):
        earlier = [id_ for id_ in row["ids"] if id_ < row["other"]]
        _tie(groups, row["other"], as_sketch(row["sketch"]), earlier, sketches)


def regroup(tx: Tx, ids: Sequence[str]) -> None:
    """Gives articles, and whoever shares an origin with them, the origins their sketches make.

    Done for all articles, a few at a time, all origins are right, whatever they were: the last member of a group
    that shouldn't be one parts it.
    """
    sketches = {row["id"]: as_sketch(row["sketch"]) for row in fetch(tx, SKETCHES_OF, ids=ids)}
    left = left_behind(tx, sketches)
    ties = ties_of(tx, sketches, left)
    fetch(tx, PLACE, rows=[{"id": id_, "origin": id_} for id_ in sorted(sketches)])
    settle_origins(tx, sketches, left, ties)


def as_sketch(row: Row) -> Sketch:
    """The sketch in a row as the graph keeps it."""
    return Sketch(row["bands"], tuple(row["shingles"] or ()), row["rate"], row["credit"])


def _tie_loose(groups: Groups, loose: Mapping[str, Sketch]) -> None:
    sharing: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(loose):
        for band in loose[id_].bands.split():
            _tie(groups, id_, loose[id_], sharing[band], loose)
            sharing[band].append(id_)


def _tie(
    groups: Groups, id_: str, sketched: Sketch, others: Iterable[str], sketches: Mapping[str, Sketch]
) -> bool:
    """Ties an id to those of others whose text is a copy of its own; one of each group is enough.

    Whether it was tied to any, or had been before.
    """
    tied = False
    for other in others:
        if groups.of(id_) == groups.of(other):
            tied = True
        elif copies(sketched, sketches[other]):
            groups.tie(id_, other)
            tied = True
    return tied
