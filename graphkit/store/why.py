"""Every quote behind an edge."""

from graphkit.store.connection import Connection
from graphkit.store.queries import Answer


def why(connection: Connection, subject: str, object_: str, *, timeout: float | None = 30.0) -> Answer:
    """What the graph rests the edges from subject to object on; each by name, alias or id.

    QueryError with the nearest names where one of them isn't in the graph. No rows: there is no edge.
    """
    return answer(
        connection, find_query("evidence"), {"subject": subject, "object": object_}, timeout=timeout
    )
