"""Local servers and graphs that a test may do anything to."""

import os
from pathlib import Path

from neo4j import Driver

from graphkit.store import server


def home_with_jars(folder: Path) -> server.Home:
    """A home in an empty folder, fit for GRAPHKIT_HOME: only the jars, 143 MB of them, are the user's own."""
    cache = server.find_home(os.environ).cache
    cache.mkdir(parents=True, exist_ok=True)
    (folder / "cache").symlink_to(cache)
    return server.home_at(folder)


def wipe(driver: Driver, name: str) -> None:
    """Leave nothing: no node, no constraint, no index."""
    with driver.session(database=name) as session:
        session.run("MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS").consume()
        for row in session.run("SHOW CONSTRAINTS YIELD name").data():
            session.run(f"DROP CONSTRAINT `{row['name']}`").consume()
        for row in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").data():
            session.run(f"DROP INDEX `{row['name']}`").consume()
