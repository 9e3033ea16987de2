"""Articles taken out of the graph, with all that rests on them alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graphkit.errors import UsageError
from graphkit.ontology import Ontology
from graphkit.settings.who import whoever
from graphkit.store import declarations as d
from graphkit.store import schema
from graphkit.store.connection import Connection, Row, fetch
from graphkit.store.kept import keep
from graphkit.store.origins import left_behind, settle_origins, ties_of
from graphkit.store.removal import remove_articles
from graphkit.store.restore import end_retractions
from graphkit.store.statements import merge_nodes
from graphkit.store.support import Tx, merge
from graphkit.store.times import moment
from graphkit.store.versions import remove_versions
from graphkit.store.vocabulary import Vocabulary, vocabulary
from graphkit.store.write import follow, take_turns

FIND = """
MATCH (article:Article {id: $target}) USING INDEX SEEK article:Article(id) RETURN article {.*} AS article
UNION MATCH (article:Article {url: $target}) USING INDEX SEEK article:Article(url) RETURN article {.*} AS article
UNION MATCH (article:Article {path: $target}) USING INDEX SEEK article:Article(path) RETURN article {.*} AS article
"""
AT_PATH = """
MATCH (article:Article {path: $path}) USING INDEX SEEK article:Article(path)
WHERE article.url IS NULL
RETURN count(article) AS articles
"""
TOMBSTONES = """
MATCH (retraction:Retraction)
RETURN retraction {.*} AS retraction ORDER BY retraction.at DESC, retraction.id
"""


@dataclass(frozen=True, slots=True)
class BlastRadius:
    """What a retraction takes away, or would.

    articles: names of the articles. evidence: places where they make claims. claims: claims nothing else
    supports; weakened: claims that keep other evidence. edges: edges taken away; redrawn: edges that
    stay with less support. entities: entities no other article mentions.
    """

    articles: tuple[str, ...]
    evidence: int
    claims: int
    weakened: int
    edges: int
    redrawn: int
    entities: int
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An article that was retracted: id, what it was called, by whom, when (ISO) and why."""

    id: str
    name: str
    url: str | None
    path: str | None
    reason: str
    by: str
    at: str


def retract(
    connection: Connection,
    target: str,
    reason: str,
    ontology: Ontology,
    *,
    by: str | None = None,
    at: datetime | None = None,
    dry_run: bool = False,
) -> BlastRadius:
    """Takes out the article with this id or URL, or those of a file; a tombstone keeps them from coming back.

    by: who retracts; by default whoever is logged in. dry_run: everything is done, and taken back.
    UsageError where no article is meant, or no reason given.
    """
    if not reason.strip():
        raise UsageError("a retraction needs a reason: add --reason")
    schema.ready(connection, ontology)
    words = vocabulary(ontology)
    given = {"reason": reason.strip(), "by": by or whoever(), "at": moment(at or datetime.now(UTC))}

    def work(tx: Tx) -> BlastRadius:
        return take_out(tx, target, given, words)

    found = connection.rehearse(work) if dry_run else connection.write(work)
    return replace(found, dry_run=dry_run)


def take_out(tx: Tx, target: str, given: Row, words: Vocabulary) -> BlastRadius:
    """The same in a transaction under way; given: reason, by and at."""
    take_turns(tx, f"retract {target}")
    articles = [row["article"] for row in fetch(tx, FIND, target=target)]
    if not articles:
        raise UsageError(
            f"no article has the id, URL or path {target!r}: `graphkit query run articles` lists them"
        )
    tombs = [_tombstone(tx, article, target, given) for article in articles]
    merge(tx, merge_nodes(d.RETRACTED_ARTICLE), keep(tx, [article["id"] for article in articles]))
    merge(tx, merge_nodes(d.RETRACTION), tombs)
    return _removed(tx, articles, words)


def tombstones(connection: Connection) -> list[Tombstone]:
    """Every article retracted and not lifted, the newest first."""
    names = ("id", "name", "url", "path", "reason", "by", "at")
    return [
        Tombstone(**{name: row["retraction"].get(name) for name in names})
        for row in connection.rows(TOMBSTONES)
    ]


def lift(connection: Connection, target: str) -> list[str]:
    """Ends the retraction of an id, URL or path and forgets what was kept; gives the ids of the articles.

    The next load of them brings them back; `restore` does so itself.
    """

    def work(tx: Tx) -> list[str]:
        take_turns(tx, f"lift {target}")
        return [row["id"] for row in end_retractions(tx, target)]

    lifted = connection.write(work)
    if not lifted:
        raise UsageError(f"nothing with the id, URL or path {target!r} is retracted")
    return lifted


def _tombstone(tx: Tx, article: Row, target: str, given: Row) -> Row:
    """The only article of a file bars whatever the file holds next; one of many doesn't bar the rest."""
    path = article.get("path") if article.get("url") is None else None
    alone = path is not None and fetch(tx, AT_PATH, path=path)[0]["articles"] == 1
    properties = {
        "name": f"retracted: {article['name']}",
        "url": article.get("url"),
        "path": article.get("path"),
        "covers_path": path is not None and (alone or target == path),
        "text_sha256": article["text_sha256"],
        **given,
    }
    return {"id": article["id"], "set": d.RETRACTION.row(properties)}


def _removed(tx: Tx, articles: Sequence[Row], words: Vocabulary) -> BlastRadius:
    ids = [article["id"] for article in articles]
    left = left_behind(tx, ids)
    remove_versions(tx, ids)
    removed = remove_articles(tx, ids)
    after = follow(tx, removed, words, moved=settle_origins(tx, {}, left, ties_of(tx, {}, left)))
    return BlastRadius(
        articles=tuple(article["name"] for article in articles),
        evidence=removed.evidence,
        claims=after.claims,
        weakened=len(removed.claims) - after.claims,
        edges=after.erased,
        redrawn=after.edges,
        entities=after.entities,
        dry_run=False,
    )
