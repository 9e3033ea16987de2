"""Which articles of a batch are to be written, given what the graph has of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.store.connection import Row, fetch
from graphkit.store.draft import Draft
from graphkit.store.run import Run, Unloaded
from graphkit.store.support import Tx

STANDING = """
UNWIND $ids AS id
OPTIONAL MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
OPTIONAL MATCH (retraction:Retraction {id: id}) USING INDEX SEEK retraction:Retraction(id)
RETURN id, article.revision AS revision, article.published AS published, article.path AS path,
       article.last_run AS last_run, article.text_sha256 AS text, article.seen AS seen,
       retraction.reason AS reason, retraction.at AS at
"""
AT_PATHS = """
UNWIND $paths AS path
MATCH (article:Article {path: path}) USING INDEX SEEK article:Article(path) WHERE article.url IS NULL
RETURN path, article.id AS id, article.last_run AS last_run
"""
RETRACTED_PATHS = """
UNWIND $paths AS path
MATCH (retraction:Retraction {path: path}) USING INDEX SEEK retraction:Retraction(path) WHERE retraction.covers_path
RETURN path, retraction.reason AS reason, retraction.at AS at
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """write: articles to be written; known: ids of those the graph has in another revision.

    unchanged: those it has as they are. replaced: by the ids of articles whose file now holds another text, the
    ids of the articles with that. edited: those written of which an earlier load had another text.
    seen: of those known whose text is the same, when it was first seen.
    older: number of those of which this run brought a newer version. withheld: those retracted before.
    """

    write: tuple[Draft, ...]
    known: frozenset[str]
    unchanged: tuple[Draft, ...]
    replaced: Mapping[str, str]
    edited: frozenset[str]
    seen: Mapping[str, str]
    older: int
    withheld: tuple[Unloaded, ...]


def decide(tx: Tx, articles: Sequence[Draft], run: Run) -> Decision:
    """Sorts the articles of a batch, of which no two have one id."""
    standing = {row["id"]: row for row in fetch(tx, STANDING, ids=[article.id for article in articles])}
    paths = sorted({a.path for a in articles if a.path is not None and a.url is None})
    retracted = {row["path"]: row for row in fetch(tx, RETRACTED_PATHS, paths=paths)}
    write, unchanged, withheld, older = [], [], [], 0
    for article in articles:
        found = standing[article.id]
        barred = _barred(article, found, retracted)
        if barred is not None:
            withheld.append(barred)
        elif found["revision"] == article.revision:
            unchanged.append(article)
        elif found["last_run"] == run.id and _rank(found) > article.rank:
            older += 1
        else:
            write.append(article)
    known = [a for a in write if standing[a.id]["revision"] is not None]
    texts = {a.id: a.extraction.article.text_sha256 for a in known}
    other = frozenset(a.id for a in known if standing[a.id]["text"] != texts[a.id])
    return Decision(
        write=tuple(write),
        known=frozenset(a.id for a in known),
        # Of two texts in one run the lower never counted, whichever came first.
        edited=frozenset(id_ for id_ in other if standing[id_]["last_run"] != run.id),
        seen={a.id: standing[a.id]["seen"] for a in known if a.id not in other and standing[a.id]["seen"]},
        unchanged=tuple(unchanged),
        replaced=_replaced(tx, (*write, *unchanged), standing, run),
        older=older,
        withheld=tuple(withheld),
    )


def _replaced(tx: Tx, articles: Sequence[Draft], standing: dict[str, Row], run: Run) -> dict[str, str]:
    """Articles that were the only one at a path where this run finds another text, each with one that has it.

    A path that held several is a collection: what is missing from it today may be back tomorrow.
    """
    new = [a for a in articles if standing[a.id]["revision"] is None]
    by_path: dict[str, str] = {}
    for article in new:
        if article.path is not None and article.url is None:
            by_path[article.path] = min(article.id, by_path.get(article.path, article.id))
    here = {article.id for article in articles}
    at: dict[str, list[Row]] = {}
    for row in fetch(tx, AT_PATHS, paths=sorted(by_path)):
        at.setdefault(row["path"], []).append(row)
    return {
        rows[0]["id"]: by_path[path]
        for path, rows in sorted(at.items())
        if len(rows) == 1 and rows[0]["last_run"] != run.id and rows[0]["id"] not in here
    }


def _barred(article: Draft, found: Row, retracted: dict[str, Row]) -> Unloaded | None:
    retraction = found if found["reason"] is not None else None
    if retraction is None and article.url is None and article.path is not None:
        retraction = retracted.get(article.path)
    if retraction is None:
        return None
    return Unloaded(
        article.id,
        article.place,
        f"{article.place} was retracted on {retraction['at'][:10]} ({retraction['reason']}): it stays out "
        "until its retraction is lifted",
    )


def _rank(found: Row) -> tuple[str, str]:
    return found["published"] or "", found["revision"]
