"""A real Neo4j for every test that asks for one."""

import gc
import logging
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

import docker
import pytest
from docker.errors import DockerException
from hypothesis import HealthCheck, settings
from neo4j import Driver, GraphDatabase

from graphkit.store import server
from tests.homes import home_with_jars, wipe

# The same examples each time, and no time limit: a busy machine is no fault of what is tested.
settings.register_profile(
    "graphkit", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("graphkit")


@dataclass(frozen=True)
class Database:
    """Where a test's Neo4j is; `http_url` serves its Browser where that is known.

    ours: whether it is the server that graphkit starts, whose Browser has graphkit's colours from the start.
    """

    uri: str
    username: str
    password: str = field(repr=False)
    http_url: str | None = None
    name: str = "neo4j"
    ours: bool = False


@pytest.fixture(autouse=True)
def logs_as_before() -> None:
    """A command run within a test says where its logs go; the next test's are its own again."""
    logger = logging.getLogger("graphkit")
    logger.handlers[:], logger.propagate = [], True
    logger.setLevel(logging.NOTSET)


@pytest.fixture(scope="session", autouse=True)
def quick_java() -> Iterator[None]:
    """Every Java of the tests compiles lightly: a server that lives for seconds starts in half the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The server named by GRAPHKIT_TEST_NEO4J_URI, else one in a container, else graphkit's own.

    Tests wipe its graph: never name one that holds anything.
    """
    if uri := os.environ.get("GRAPHKIT_TEST_NEO4J_URI"):
        username = os.environ.get("GRAPHKIT_TEST_NEO4J_USERNAME", "neo4j")
        yield Database(uri, username, os.environ["GRAPHKIT_TEST_NEO4J_PASSWORD"])
    elif docker_answers():
        yield from in_container()
    else:
        yield from in_home(home_with_jars(tmp_path_factory.mktemp("neo4j home")))


def docker_answers() -> bool:
    """Whether there is an engine: a client alone starts no container."""
    with warnings.catch_warnings():
        # Refused, the Docker library leaves its socket to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            answered = ping()
        except (DockerException, OSError):
            answered = False
        gc.collect()
    return answered


def ping() -> bool:
    client = docker.from_env(timeout=5)
    try:
        return bool(client.ping())
    finally:
        client.close()


def in_container() -> Iterator[Database]:
    from testcontainers.community.neo4j import Neo4jContainer  # noqa: PLC0415 (asks for an engine)

    image = f"neo4j:{server.NEO4J_VERSION}-community"
    with Neo4jContainer(image, password="only-for-tests").with_exposed_ports(7474) as container:
        http_url = f"http://{container.get_container_host_ip()}:{container.get_exposed_port(7474)}"
        yield Database(container.get_connection_url(), container.username, container.password, http_url)


def in_home(home: server.Home) -> Iterator[Database]:
    running = server.start(home, ports=server.Ports(0, 0))
    try:
        yield Database(running.uri, running.username, running.password, running.http_url, ours=True)
    finally:
        server.stop(home)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Database) -> Iterator[Driver]:
    auth = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        yield driver


@pytest.fixture
def database(neo4j_server: Database, neo4j_driver: Driver) -> Database:
    """An empty graph without constraints or indexes."""
    wipe(neo4j_driver, neo4j_server.name)
    return neo4j_server
