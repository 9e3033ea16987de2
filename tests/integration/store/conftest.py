"""An empty graph for each test, its schema kept: constraints take a second to make."""

from collections.abc import Iterator

import pytest

from graphkit.store import Connection, connect
from tests.factories import small_ontology
from tests.own_server import OwnServer


@pytest.fixture(scope="session")
def session_connection(neo4j_server) -> Iterator[Connection]:
    with connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as connection:
        yield connection


@pytest.fixture
def graph(session_connection: Connection) -> Connection:
    session_connection.declare("MATCH (node) DETACH DELETE node")
    return session_connection


@pytest.fixture(scope="session")
def ontology():
    return small_ontology()


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    """One for all tests that kill or hinder it."""
    own = OwnServer(tmp_path_factory.mktemp("hindered"))
    yield own
    own.stop()
