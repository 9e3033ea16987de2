"""The database a command works on: the one the settings name, else the local one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphkit.cli import server
from graphkit.cli.session import Session
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from graphkit.ontology import Ontology
    from graphkit.settings import Settings
    from graphkit.store import Connection


def connected(session: Session, settings: "Settings") -> "Connection":
    """A connection that has been tried; where no address is set, the local Neo4j is started first."""
    from graphkit.settings import read_password
    from graphkit.store import connect

    neo4j = settings.neo4j
    if neo4j.uri is None:
        running = server.started(session)
        return connect(
            running.uri, running.username, running.password, running.database, timeout=neo4j.timeout_seconds
        )
    password = read_password()
    if password is None:
        raise UsageError(f"no password for Neo4j at {neo4j.uri}: set NEO4J_PASSWORD in the environment")
    return connect(
        neo4j.uri,
        neo4j.username,
        password.get_secret_value(),
        neo4j.database,
        timeout=neo4j.timeout_seconds,
        retry=neo4j.retry_seconds,
        ca_file=neo4j.ca_file,
    )


@contextmanager
def scratch(session: Session) -> "Iterator[Connection]":
    """A Neo4j of its own in a folder of its own, gone afterwards; its jars are those of the local one."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from graphkit.store import connect
    from graphkit.store import server as neo4j

    with TemporaryDirectory(prefix="graphkit-") as folder:
        cache = server.home().cache
        cache.mkdir(parents=True, exist_ok=True)
        Path(folder, "cache").symlink_to(cache)
        home = neo4j.home_at(Path(folder))
        running = neo4j.start(home, ports=neo4j.Ports(0, 0), say=session.note)
        try:
            with connect(running.uri, running.username, running.password, running.database) as connection:
                yield connection
        finally:
            neo4j.stop(home, say=session.detail)


@contextmanager
def opened(session: Session) -> "Iterator[tuple[Connection, Ontology]]":
    """The connection and the ontology of the settings in force, for a command that needs both."""
    from graphkit.ontology import load_ontology

    settings = session.settings()
    ontology = load_ontology(settings.knowledge.ontology)
    with connected(session, settings) as connection:
        yield connection, ontology
