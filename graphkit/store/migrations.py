"""Graphs of earlier versions, brought forward: each step is safe to run again after a crash."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from graphkit.store.connection import Connection, fetch
from graphkit.store.derive import derive
from graphkit.store.pages import pages
from graphkit.store.support import Tx
from graphkit.store.vocabulary import Vocabulary

IDS = "MATCH (article:Article) RETURN article.id AS id ORDER BY id"
MARK = """
UNWIND $ids AS id
MATCH (article:Article {id: id}) USING INDEX SEEK article:Article(id) WHERE NOT article.extractor STARTS WITH $mark
SET article.extractor = $mark + article.extractor, article.revision = $mark + article.revision,
    article.seen = [(article)-[:LOADED_IN]->(run:Run) | run.started][0]
RETURN count(*) AS marked
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """A step from the version before to this one, when its constraints and indexes are there."""

    version: int
    what: str
    migrate: Callable[[Connection, Vocabulary], None]


def _first(connection: Connection, words: Vocabulary) -> None:
    """Nothing was before it."""


def _second(connection: Connection, words: Vocabulary) -> None:
    """What follows from texts and claims is derived; what only reading tells comes with the next load.

    That a passive was one, and the mode of an event, weren't kept: the next load reads each article again.
    """
    for ids in pages(row["id"] for row in connection.rows(IDS)):
        connection.write(partial(_mark, ids=ids, mark="schema 1: "))
    derive(connection, words)


def _mark(tx: Tx, ids: list[str], mark: str) -> None:
    fetch(tx, MARK, ids=ids, mark=mark)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "constraints and indexes of the first release", _first),
    Migration(2, "origins of copies, modes and passives", _second),
)
