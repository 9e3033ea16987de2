"""Neo4j's jars fetched from a real, small Maven repository on this machine."""

import gc
import hashlib
import threading
import warnings
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graphkit.errors import ServerError
from graphkit.store import server
from graphkit.store.server.install import Jar

NAMES = ("org.example:engine:1.0", "org.example.deep:wheel:2.0", "org.example:native:1.0:linux-x86_64")


class Repository(SimpleHTTPRequestHandler):
    """Serves a folder, and remembers what it was asked for."""

    def __init__(self, *args: object, asked: list[str], **kwargs: object) -> None:
        self.asked = asked
        super().__init__(*args, **kwargs)

    def log_message(self, *_: object) -> None:
        if self.path.endswith(".jar"):
            self.asked.append(Path(self.path).name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "repository"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def repository(folder: Path, asked: list[str]) -> Iterator[str]:
    handler = partial(Repository, directory=str(folder), asked=asked)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def publish(folder: Path, name: str, content: bytes) -> Jar:
    """Put a jar into the repository; what the list says of it."""
    group, artifact, version, *classifier = name.split(":")
    jar = Jar(name, hashlib.sha256(content).hexdigest(), len(content))
    place = folder.joinpath(*group.split("."), artifact, version)
    place.mkdir(parents=True, exist_ok=True)
    place.joinpath("-".join([artifact, version, *classifier]) + ".jar").write_bytes(content)
    return jar


@pytest.fixture
def jars(folder: Path) -> list[Jar]:
    return [publish(folder, name, name.encode() * 1000) for name in NAMES]


def refused(home: server.Home, jars: list[Jar], repository: str) -> str:
    """What an install that can't succeed says."""
    with warnings.catch_warnings():
        # jgo leaves the connection of a "not found" to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            server.install(home, jars=jars, repository=repository)
        except ServerError as error:
            message = str(error)
        else:
            message = ""
        gc.collect()
    return message


def test_each_jar_is_fetched_and_progress_counts_its_bytes(tmp_path, repository, jars):
    home = server.home_at(tmp_path / "home")
    seen: list[tuple[int, int]] = []
    total = sum(jar.size for jar in jars)

    where = server.install(
        home, lambda done, all_: seen.append((done, all_)), jars=jars, repository=repository
    )

    assert sorted(path.name for path in where.glob("*.jar")) == [
        "engine-1.0.jar",
        "native-1.0-linux-x86_64.jar",
        "wheel-2.0.jar",
    ]
    assert (seen[0], seen[-1]) == ((0, total), (total, total))
    assert seen == sorted(seen)


def test_what_is_there_is_not_fetched_again(tmp_path, repository, jars, asked):
    home = server.home_at(tmp_path / "home")
    server.install(home, jars=jars, repository=repository)
    asked.clear()
    seen: list[tuple[int, int]] = []

    server.install(home, lambda *counts: seen.append(counts), jars=jars, repository=repository)

    assert asked == []
    assert seen == []


def test_after_a_failure_only_the_rest_is_fetched(tmp_path, repository, jars, asked):
    home = server.home_at(tmp_path / "home")
    server.install(home, jars=jars[:2], repository=repository)
    absent = Jar("org.example:absent:1.0", "0" * 64, 10)
    refusal = refused(home, [*jars[:2], absent], repository)
    asked.clear()

    server.install(home, jars=jars, repository=repository)

    assert refusal.startswith("can't fetch org.example:absent:1.0")
    assert asked == ["native-1.0-linux-x86_64.jar"]


def test_a_jar_damaged_in_the_cache_is_fetched_again(tmp_path, repository, jars, asked):
    home = server.home_at(tmp_path / "home")
    where = server.install(home, jars=jars, repository=repository)
    whole = (where / "engine-1.0.jar").read_bytes()
    (where / "engine-1.0.jar").write_bytes(whole[:-1] + b"?")
    asked.clear()

    server.install(home, jars=jars, repository=repository)

    assert asked == ["engine-1.0.jar"]
    assert (where / "engine-1.0.jar").read_bytes() == whole


def test_a_jar_with_another_checksum_is_refused_and_not_kept(tmp_path, folder, repository, jars):
    home = server.home_at(tmp_path / "home")
    publish(folder, NAMES[0], b"something else".ljust(jars[0].size, b"!"))

    with pytest.raises(ServerError, match=r"org\.example:engine:1\.0 is not the file it should be"):
        server.install(home, jars=jars, repository=repository)

    assert not (home.jars / "engine-1.0.jar").exists()
    assert not (home.jars / "fetching").exists()


def test_no_network_is_told_with_the_next_step(tmp_path, jars):
    home = server.home_at(tmp_path / "home")

    with pytest.raises(ServerError, match="check the network and try again"):
        server.install(home, jars=jars[:1], repository="http://127.0.0.1:9")
