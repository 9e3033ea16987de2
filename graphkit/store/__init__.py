"""Extractions into Neo4j, and back: the only place that knows the database."""

from graphkit.store.connection import Connection, connect
from graphkit.store.fingerprint import Fingerprint, fingerprint
from graphkit.store.header import SavedQuery
from graphkit.store.load import load, unread
from graphkit.store.queries import Answer, answer, find_query, saved_queries
from graphkit.store.rebuild import Rebuilt, rebuild
from graphkit.store.retract import BlastRadius, Tombstone, lift, retract, tombstones
from graphkit.store.run import Counts, LoadResult, Run, Unloaded, new_run
from graphkit.store.verify import Problem, verify
from graphkit.store.why import why

__all__ = [
    "Answer",
    "BlastRadius",
    "Connection",
    "Counts",
    "Fingerprint",
    "LoadResult",
    "Problem",
    "Rebuilt",
    "Run",
    "SavedQuery",
    "Tombstone",
    "Unloaded",
    "answer",
    "connect",
    "find_query",
    "fingerprint",
    "lift",
    "load",
    "new_run",
    "rebuild",
    "retract",
    "saved_queries",
    "tombstones",
    "unread",
    "verify",
    "why",
]
