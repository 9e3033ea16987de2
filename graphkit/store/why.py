"""Every quote behind an edge."""

from graphkit.store.connection import Connection
from graphkit.store.queries import Answer, find, run


def why(connection: Connection, subject: str, object_: str, *, timeout: float | None = 30.0) -> Answer:
    """What the graph rests the edges from subject to object on; each by name, alias or id.

    QueryError with the nearest names where one of them isn't in the graph. No rows: there is no edge.
    """
    return run(connection, find("evidence"), {"subject": subject, "object": object_}, timeout=timeout)
