"""Connecting, and what is said where that fails."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from graphkit.errors import NotReachable, StoreError, UnsupportedServer, WrongPassword
from graphkit.store import connect
from graphkit.store.connection import check_version


def test_a_connection_is_tried_before_it_is_given(neo4j_server):
    with connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as connection:
        assert connection.rows("RETURN 1 AS one") == [{"one": 1}]


def test_a_wrong_password_is_told_with_the_variables_to_check(neo4j_server):
    with pytest.raises(WrongPassword, match="check NEO4J_USERNAME and NEO4J_PASSWORD") as caught:
        connect(neo4j_server.uri, neo4j_server.username, "wrong")

    assert neo4j_server.uri in str(caught.value)
    assert "wrong'" not in str(caught.value)


def test_no_server_is_told_with_the_command_that_starts_one():
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"

    with pytest.raises(NotReachable, match="graphkit server start") as caught:
        connect(uri, "neo4j", "x", timeout=2)

    assert uri in str(caught.value)


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost", ""])
def test_what_is_no_address_is_told_with_an_example(uri):
    with pytest.raises(NotReachable, match="set NEO4J_URI to"):
        connect(uri, "neo4j", "x", timeout=2)


@pytest.mark.parametrize("uri", ["bolt://no-such-host.invalid:7687", "bolt://localhost:port"])
def test_a_host_that_cannot_be_found_is_told_with_the_variable_to_check(uri):
    with pytest.raises(NotReachable, match="NEO4J_URI") as caught:
        connect(uri, "neo4j", "x", timeout=2)

    assert uri in str(caught.value)


def test_a_database_the_server_lacks_is_named(neo4j_server):
    with pytest.raises(NotReachable, match=r"no such database.*NEO4J_DATABASE"):
        connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password, "nowhere")


def test_a_failing_statement_names_server_and_code(session_connection):
    with pytest.raises(StoreError, match=r"refuses: .*Neo\.ClientError\.Statement\.SyntaxError"):
        session_connection.rows("NONSENSE")


@pytest.mark.parametrize(
    "agent", ["Neo4j/4.4.30", "Neo4j/5.12.0", "Neo4j/3.5.0", "Memgraph/2.0", "Neo4j/v5.2.0 - something else"]
)
def test_an_old_or_other_server_is_refused_by_name(agent):
    with pytest.raises(UnsupportedServer, match=r"needs Neo4j 5\.13 or newer"):
        check_version(agent, "bolt://localhost:7687")


@pytest.mark.parametrize("agent", ["Neo4j/5.13.0", "Neo4j/5.26.30", "Neo4j/2025.01.0", "Neo4j/v5.26.0"])
def test_a_newer_server_is_taken(agent):
    check_version(agent, "bolt://localhost:7687")


@pytest.mark.parametrize(
    ("bolt", "agent"), [(b"\x00\x00\x04\x05", "Neo4j/5.12.0"), (b"\x00\x00\x04\x04", "Neo4j/4.4.30")]
)
def test_an_old_server_is_refused_over_the_wire(bolt, agent):
    with (
        old_server(bolt, agent) as uri,
        pytest.raises(UnsupportedServer, match=r"needs Neo4j 5\.13 or newer"),
    ):
        connect(uri, "neo4j", "x", timeout=5)


@contextmanager
def old_server(bolt: bytes, agent: str) -> Iterator[str]:
    """Shakes hands in a version of the Bolt protocol, and says yes to everything."""
    listening = socket.create_server(("127.0.0.1", 0))
    yes = success({"server": agent, "connection_id": "bolt-1"})

    def serve() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            with client, client.makefile("rb") as stream:
                stream.read(20)
                client.sendall(bolt)
                while size := stream.read(2):
                    # A chunk without bytes ends a message.
                    if size == b"\x00\x00":
                        client.sendall(yes)
                    stream.read(int.from_bytes(size, "big"))

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def success(metadata: dict[str, str]) -> bytes:
    """A SUCCESS message of the Bolt protocol, in one chunk."""
    packed = b"\xb1\x70" + bytes([0xA0 + len(metadata)])
    for text in (text for item in metadata.items() for text in item):
        packed += bytes([0x80 + len(text)]) + text.encode()
    return struct.pack(">H", len(packed)) + packed + b"\x00\x00"
