"""Extractions into the graph: any number, in any order, again and again, to one and the same graph."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from neo4j.exceptions import DriverError, Neo4jError

from graphkit.errors import GraphkitError
from graphkit.model import Article, Extraction
from graphkit.ontology import Ontology
from graphkit.store import schema
from graphkit.store.connection import Connection, fetch
from graphkit.store.draft import Draft, draft, newest
from graphkit.store.faults import TooLarge, concerns_all, explained, is_too_large, plainly, told
from graphkit.store.properties import metadata_digest, written_path
from graphkit.store.rows import ArticleRows, article_rows
from graphkit.store.run import Counts, LoadResult, Run, Unloaded, new_run
from graphkit.store.vocabulary import Vocabulary, vocabulary
from graphkit.store.write import SEEN_AGAIN, write_articles

log = logging.getLogger(__name__)
T = TypeVar("T")
R = TypeVar("R")

BATCH_ROWS = 5_000
"""Rows of one statement."""
BATCH_ARTICLES = 100
"""Articles of one transaction, at most."""
TRANSACTION_ROWS = 25_000
"""Rows after which a transaction takes no further article: its memory stays bounded."""

STAMPS = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
RETURN id, article.text_sha256 AS text, article.metadata AS metadata, article.extractor AS extractor,
       article.ontology AS ontology
"""
REVISIONS = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id)
RETURN id, article.revision AS revision
"""


def load(
    connection: Connection,
    extractions: Iterable[Extraction],
    ontology: Ontology,
    *,
    run: Run | None = None,
    keep_text: bool = True,
    batch_rows: int = BATCH_ROWS,
    batch_articles: int = BATCH_ARTICLES,
    progress: Callable[[int], None] | None = None,
) -> LoadResult:
    """Writes extractions, whole articles per transaction; what the graph has as it is isn't written again.

    progress: told how many articles are done, after each transaction. An article that can't be written
    is in the result's failures and costs no other; StoreError only where none can be written.
    """
    schema.ready(connection, ontology)
    loader = _Loader(connection, vocabulary(ontology), run or new_run(), keep_text, batch_rows)
    result, done = LoadResult(loader.run), 0
    groups = map(loader.made, loader.groups(extractions, batch_articles))
    for written in _overlapped(loader.write, groups):
        result += written
        if progress is not None:
            now = result.counts.articles + len(result.failures) + len(loader.unfit)
            progress(now - done)
            done = now
    log.info("%s: %s", result.run.id, result.counts)
    return result + LoadResult(loader.run, failures=tuple(loader.unfit))


def unread(
    connection: Connection,
    articles: Iterable[Article],
    extractor: str,
    ontology: Ontology,
    *,
    run: Run | None = None,
) -> list[Article]:
    """Articles the graph doesn't have as this extractor and ontology read them: the rest needs no reading.

    run: the load they are for. The rest counts as found by it: what else the load finds in one of
    their files doesn't replace them.
    """
    listed = list(articles)
    stamps = {row["id"]: row for row in connection.rows(STAMPS, ids=sorted({a.id for a in listed}))}

    def current(article: Article) -> bool:
        stamp = stamps.get(article.id)
        return stamp is not None and (
            stamp["text"] == article.text_sha256
            and stamp["metadata"] == metadata_digest(article)
            and stamp["extractor"] == extractor
            and stamp["ontology"] == ontology.version
        )

    new = [article for article in listed if not current(article)]
    if run is not None:
        rows = [{"id": article.id, "path": written_path(article)} for article in listed if current(article)]
        connection.write(partial(fetch, text=SEEN_AGAIN, rows=rows, run=run.id))
    return new


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one transaction, of which no two have one id.

    rows: of those the graph did not have as they are, by id. older: how many texts fell out for a newer one.
    """

    articles: list[Draft]
    rows: Mapping[str, ArticleRows]
    older: int = 0


@dataclass(slots=True)
class _Loader:
    """unfit: articles that didn't get as far as the database."""

    connection: Connection
    words: Vocabulary
    run: Run
    keep_text: bool
    batch_rows: int
    unfit: list[Unloaded] = field(default_factory=list)

    def groups(self, extractions: Iterable[Extraction], articles: int) -> Iterator[list[Draft]]:
        """Whole articles, as many at a time as fit a transaction."""
        group: list[Draft] = []
        size = 0
        for extraction in extractions:
            article = self._draft(extraction)
            if article is None:
                continue
            group.append(article)
            size += article.size
            if len(group) >= articles or size >= TRANSACTION_ROWS:
                yield group
                group, size = [], 0
        if group:
            yield group

    def made(self, group: list[Draft]) -> Group:
        """The group with the rows of what the graph doesn't have as it is: made while another one is written."""
        articles, older = newest(group)
        found = self.connection.rows(REVISIONS, ids=[article.id for article in articles])
        standing = {row["id"]: row["revision"] for row in found}
        new = [article for article in articles if standing.get(article.id) != article.revision]
        rows = {a.id: article_rows(a, self.words, self.run, keep_text=self.keep_text) for a in new}
        return Group(articles, rows, older)

    def write(self, group: Group) -> LoadResult:
        result = LoadResult(self.run, Counts(older=group.older))
        try:
            written = self.connection.write_untold(
                partial(
                    write_articles,
                    articles=group.articles,
                    rows=group.rows,
                    words=self.words,
                    run=self.run,
                    keep_text=self.keep_text,
                    batch_rows=self.batch_rows,
                )
            )
        except TooLarge as error:
            return result + self._too_large(group, error)
        except Neo4jError as error:
            if is_too_large(error):
                return result + self._too_large(group, TooLarge(error))
            return result + self._refused(group, error)
        except DriverError:
            with told(self.connection.address):
                raise
        return result + LoadResult(self.run, written.counts, withheld=written.withheld)

    def _draft(self, extraction: Extraction) -> Draft | None:
        try:
            return draft(extraction, self.words, keep_text=self.keep_text)
        except GraphkitError as error:
            article = extraction.article
            place = article.url or article.path or article.id
            self.unfit.append(Unloaded(article.id, place, str(error), extraction))
            return None

    def _refused(self, group: Group, error: Neo4jError) -> LoadResult:
        """One by one, so that the article at fault costs no other."""
        articles = group.articles
        if concerns_all(error):
            with told(self.connection.address):
                raise error
        if len(articles) == 1:
            return self._failed(articles[0], str(explained(error, self.connection.address)))
        log.warning("%d articles refused together (%s): one by one", len(articles), plainly(error))
        result = LoadResult(self.run)
        for article in articles:
            result += self.write(Group([article], group.rows))
        return result

    def _too_large(self, group: Group, error: TooLarge) -> LoadResult:
        """In halves, until they fit the memory the server gives a transaction."""
        articles = group.articles
        if len(articles) == 1:
            return self._failed(articles[0], str(error))
        log.warning("%d articles are too many for one transaction: in halves (%s)", len(articles), error)
        middle = len(articles) // 2
        halves = articles[:middle], articles[middle:]
        return self.write(Group(halves[0], group.rows)) + self.write(Group(halves[1], group.rows))

    def _failed(self, article: Draft, reason: str) -> LoadResult:
        return LoadResult(
            self.run, failures=(Unloaded(article.id, article.place, reason, article.extraction),)
        )


def _overlapped(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Results in order; while one item is worked on, the next is made."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        working: Future[R] | None = None
        for item in items:
            if working is not None:
                yield working.result()
            working = worker.submit(work, item)
        if working is not None:
            yield working.result()
