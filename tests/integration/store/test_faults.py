"""What is said of faults of the database, produced on the real server where it can be."""

import logging
from pathlib import Path

import pytest

from graphkit.errors import NotReachable, StoreError
from graphkit.store import Connection, connect, schema
from graphkit.store.connection import fetch
from graphkit.store.faults import TooLarge
from graphkit.store.load import load
from tests.factories import newsroom
from tests.own_server import OwnServer

MUCH = "UNWIND range(1, 10000000) AS number WITH collect(number) AS numbers RETURN size(numbers) AS size"
ONE = [{"one": 1}]


@pytest.fixture
def authority(own_server: OwnServer, tmp_path: Path) -> Path:
    file = tmp_path / "authority.pem"
    own_server.authority.cert_pem.write_to_path(str(file))
    return file


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_with_a_certificate_of_an_authority_named_in_the_settings_is_trusted(
    own_server: OwnServer, authority: Path, scheme: str
):
    with own_server.connect(scheme, ca_file=authority) as connection:
        assert connection.rows("RETURN 1 AS one") == ONE


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc", "neo4j"])
def test_any_certificate_or_none_is_taken_where_the_scheme_says_so(own_server: OwnServer, scheme: str):
    with own_server.connect(scheme) as connection:
        assert connection.rows("RETURN 1 AS one") == ONE
        assert connection.write(lambda tx: fetch(tx, "RETURN 1 AS one")) == ONE


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_of_an_unknown_authority_is_told_with_the_setting(own_server: OwnServer, scheme: str):
    with pytest.raises(NotReachable, match=r"certificate isn't trusted.*neo4j\.ca_file.*\+ssc") as caught:
        own_server.connect(scheme, timeout=5)

    assert f"{scheme}://127.0.0.1:" in str(caught.value)


def test_a_certificate_of_another_authority_than_the_one_named_is_told(own_server: OwnServer, tmp_path: Path):
    other = tmp_path / "other.pem"
    type(own_server.authority)().cert_pem.write_to_path(str(other))

    with pytest.raises(NotReachable, match=r"certificate isn't trusted.*neo4j\.ca_file"):
        own_server.connect("bolt+s", timeout=5, ca_file=other)


def test_a_server_without_encryption_is_told_with_the_scheme_to_use(neo4j_server):
    address = neo4j_server.uri.replace("://", "+ssc://")

    with pytest.raises(NotReachable, match=r"use the scheme bolt or neo4j, without \+s"):
        connect(address, neo4j_server.username, neo4j_server.password, timeout=5)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_without_certificates_is_told_by_name(tmp_path: Path, content: str | None):
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_text(content)

    with pytest.raises(NotReachable, match=r"authority\.pem can't be read.*PEM"):
        connect("bolt+s://localhost", "neo4j", "x", ca_file=file)


def test_an_authority_without_encryption_is_told_with_the_scheme_to_use(authority: Path):
    with pytest.raises(NotReachable, match=r"write neo4j\+s://HOST"):
        connect("neo4j://localhost", "neo4j", "x", ca_file=authority)


def test_a_transaction_too_large_for_the_servers_memory_is_told_and_not_tried_again(own_server: OwnServer):
    tried = []

    def work(tx) -> None:
        tried.append(1)
        fetch(tx, MUCH)

    with own_server.connect() as connection, pytest.raises(TooLarge, match=r"db\.memory\.transaction\.max"):
        connection.write(work)

    assert tried == [1]


def test_two_nodes_of_another_program_with_one_id_are_told_when_the_schema_is_made(database, ontology):
    with connect(database.uri, database.username, database.password) as connection:
        connection.declare("UNWIND [1, 2] AS number CREATE (:Entity {id: 'wd:Q30', number: number})")

        with pytest.raises(
            StoreError, match=r"holds what graphkit never writes twice.*graphkit schema apply"
        ):
            schema.apply(connection, ontology)
        schema_before = schema.show(connection, ontology)
        connection.declare("MATCH (node:Entity {number: 2}) DELETE node")
        mended = schema.apply(connection, ontology)

    assert not schema_before.complete
    assert mended.complete


def test_a_constraint_of_another_program_costs_only_the_articles_that_violate_it(graph: Connection, ontology):
    articles = [*newsroom(3, seed=51), *newsroom(3, seed=52)]
    load(graph, articles[:3], ontology)
    graph.declare("CREATE CONSTRAINT foreign FOR (node:Article) REQUIRE node.name IS UNIQUE")
    try:
        result = load(graph, articles[3:], ontology)
    finally:
        graph.declare("DROP CONSTRAINT foreign")

    assert result.counts.written + len(result.failures) == 3
    assert result.failures
    for failure in result.failures:
        assert "a constraint at" in failure.reason
        assert "SHOW CONSTRAINTS" in failure.reason


def test_what_the_server_notes_of_a_query_is_told_once(graph: Connection, caplog):
    with caplog.at_level(logging.DEBUG, "neo4j.notifications"):
        for _ in range(3):
            graph.rows("MATCH (a:Article), (b:Article) RETURN count(*) AS pairs")

    told = [record for record in caplog.records if record.name == "neo4j.notifications"]
    assert len(told) == 1
    assert "cartesian" in told[0].getMessage().lower()
