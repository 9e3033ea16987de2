"""Extractions into Neo4j, and back: the only place that knows the database.

with connect(uri, username, password) as connection:
    load(connection, extractions, ontology)         graphkit.store.load
    retract(connection, url, reason, ontology)      graphkit.store.retract
    queries.run(connection, query, {"actor": name}) graphkit.store.queries
    why(connection, "Russia", "Ukraine")            graphkit.store.why
    verify(connection, ontology)                    graphkit.store.verify
    fingerprint(connection)                         graphkit.store.fingerprint
"""

from graphkit.store.connection import Connection, connect

__all__ = ["Connection", "connect"]
