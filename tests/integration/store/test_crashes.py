"""Loads cut short: the loader or the server killed in the middle, the disk full, the graph replaced in bulk.

Twenty kills at random points: `python -m benchmarks.crashes`.
"""

import resource
from pathlib import Path

import psutil
import pytest

from graphkit.errors import StoreError
from graphkit.store import Connection, schema, server
from graphkit.store.bulk.export import export
from graphkit.store.bulk.listed import ARGUMENTS
from graphkit.store.fingerprint import Fingerprint, fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.server.take_in import take_in
from graphkit.store.verify import verify
from tests.factories import newsroom
from tests.interrupted import GROUP, Interrupted, Loaded, write_articles
from tests.own_server import OwnServer, emptied

ARTICLES = newsroom(30, seed=41)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("articles") / "articles.jsonl", ARTICLES)


@pytest.fixture(scope="module")
def expected(own_server: OwnServer, ontology) -> Fingerprint:
    """Of a load nothing interrupts."""
    with own_server.connect() as connection:
        emptied(connection)
        load(connection, ARTICLES, ontology)
        return fingerprint(connection)


def holds_whole_articles(connection: Connection, ontology) -> None:
    """Whatever is in is in as if nothing had happened."""
    assert list(verify(connection, ontology)) == []


@pytest.mark.parametrize(("groups", "delay"), [(1, 0.0), (4, 0.03)])
def test_a_killed_loader_leaves_whole_articles_and_a_rerun_completes_them(
    own_server: OwnServer, ontology, file: Path, expected: Fingerprint, groups: int, delay: float
):
    with own_server.connect() as connection:
        emptied(connection)
        loaded = Loaded(connection)

        code = Interrupted(file, own_server.running()).kill_loader(groups, delay, loaded)

        assert code == -9
        assert loaded.articles() <= groups * GROUP < len(ARTICLES)
        schema.ready(connection, ontology)
        holds_whole_articles(connection, ontology)
        load(connection, ARTICLES, ontology)
        holds_whole_articles(connection, ontology)
        assert fingerprint(connection) == expected


def test_a_killed_server_is_told_by_the_loader_and_a_rerun_completes_the_graph(
    own_server: OwnServer, ontology, file: Path, expected: Fingerprint
):
    with own_server.connect() as connection:
        emptied(connection)
        code, said = Interrupted(file, own_server.running()).kill_server(3, 0.02, Loaded(connection))

    with own_server.connect() as connection:
        before = Loaded(connection).articles()
        holds_whole_articles(connection, ontology)
        load(connection, ARTICLES, ontology)

        assert code == 2
        assert "no Neo4j answers at bolt://127.0.0.1" in said
        assert 2 * GROUP <= before < len(ARTICLES)
        holds_whole_articles(connection, ontology)
        assert fingerprint(connection) == expected


def test_a_load_too_large_for_the_servers_memory_is_written_in_parts(own_server: OwnServer, ontology, caplog):
    many = newsroom(80, seed=5, longest=12)
    with own_server.connect() as connection:
        emptied(connection)
        result = load(connection, many, ontology)

        assert (result.counts.written, result.failures) == (len(many), ())
        holds_whole_articles(connection, ontology)
    assert "in halves" in caplog.text


def test_a_full_disk_is_told(own_server: OwnServer, ontology):
    with own_server.connect() as connection:
        emptied(connection)
        load(connection, ARTICLES[:GROUP], ontology)
        may_write_no_more(own_server)

        with pytest.raises(StoreError, match=r"can't write any more.*disk is full.*run the command again"):
            load(connection, ARTICLES, ontology, batch_articles=GROUP)
    own_server.kill()


def test_the_graph_imported_in_bulk_is_the_one_loaded(
    own_server: OwnServer, ontology, tmp_path: Path, expected: Fingerprint
):
    own_server.begin()
    export(ARTICLES, ontology, tmp_path)

    take_in(own_server.home, tmp_path, ARGUMENTS)

    with own_server.connect() as connection:
        schema.apply(connection, ontology)
        rebuild(connection, ontology, imported=True)
        assert fingerprint(connection) == expected
        holds_whole_articles(connection, ontology)


def test_a_read_only_database_is_told_and_nothing_is_written(own_server: OwnServer, ontology):
    with own_server.connect() as connection:
        emptied(connection)
        load(connection, ARTICLES[:GROUP], ontology)
    own_server.set_up(server__databases__default_to_read_only="true")

    with own_server.connect() as connection:
        before = fingerprint(connection)
        with pytest.raises(StoreError, match=r"is read-only.*nothing was written.*neo4j\.conf"):
            load(connection, ARTICLES, ontology)

        assert fingerprint(connection) == before
    own_server.set_up()


def may_write_no_more(own_server: OwnServer) -> None:
    """Every write of the server fails, as on a full disk: it may write no file beyond its first bytes."""
    process = psutil.Process(server.status(own_server.home).pid)
    process.rlimit(psutil.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
