"""Whatever follows from the articles and their evidence, made anew on demand."""

from collections.abc import Callable

from graphkit.ontology import Ontology
from graphkit.store import schema
from graphkit.store.connection import Connection
from graphkit.store.derive import Rebuilt, derive
from graphkit.store.vocabulary import vocabulary

__all__ = ["Rebuilt", "rebuild"]


def rebuild(
    connection: Connection,
    ontology: Ontology,
    progress: Callable[[int], None] | None = None,
    *,
    imported: bool = False,
) -> Rebuilt:
    """As `derive`, on a graph that is of this program's version.

    progress: told how many claims and entities are done, after each page. It can be stopped and run again.
    imported: the graph was imported just now, and not stopped while it was rebuilt.
    """
    schema.ready(connection, ontology)
    return derive(connection, vocabulary(ontology), progress, imported=imported)
