"""Extractions into Neo4j, and back: the only place that knows the database."""

from graphkit.store.connection import Connection, connect
from graphkit.store.load import load, unread
from graphkit.store.run import Counts, LoadResult, Run, Unloaded, new_run

__all__ = [
    "Connection",
    "Counts",
    "LoadResult",
    "Run",
    "Unloaded",
    "connect",
    "load",
    "new_run",
    "unread",
]
