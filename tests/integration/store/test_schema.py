"""The schema: made once, brought forward, never back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graphkit.errors import StoreError, UnsupportedServer
from graphkit.store import connect, schema
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.retract import retract
from graphkit.store.schema import VERSION
from graphkit.store.verify import verify
from tests.factories import newsroom, small_ontology
from tests.integration.store import released


@pytest.fixture
def fresh(database):
    """An empty database without constraints or indexes."""
    with connect(database.uri, database.username, database.password) as connection:
        yield connection


def test_a_fresh_database_gets_everything_and_a_second_time_nothing(fresh, ontology):
    before = schema.show(fresh, ontology)
    first = schema.apply(fresh, ontology)
    names = fresh.rows("SHOW INDEXES YIELD name, createStatement RETURN name, createStatement ORDER BY name")
    second = schema.apply(fresh, ontology)

    assert before.version is None
    assert not any(present for _, present in before.items)
    assert (first.version, first.complete) == (VERSION, True)
    assert second == first
    assert (
        fresh.rows("SHOW INDEXES YIELD name, createStatement RETURN name, createStatement ORDER BY name")
        == names
    )


def test_a_load_makes_the_schema_by_itself(fresh, ontology):
    load(fresh, newsroom(2), ontology)

    assert schema.show(fresh, ontology).complete


def test_a_relation_that_is_new_in_the_ontology_gets_its_constraint(fresh, ontology):
    schema.apply(fresh, ontology)
    described = {"family": "event", "quad": 1, "description": "new", "example": "none"}
    relations = {name: relation.model_dump() for name, relation in ontology.relations.items()}
    wider = small_ontology(relations={**relations, "APPLAUD": described})

    schema.apply(fresh, wider)

    names = {row["name"] for row in fresh.rows("SHOW CONSTRAINTS YIELD name")}
    assert "graphkit_APPLAUD_key" in names


def test_an_older_graph_is_brought_forward(fresh, ontology):
    schema.apply(fresh, ontology)
    fresh.declare("MATCH (meta:Meta) SET meta.version = 0")

    report = schema.apply(fresh, ontology)

    assert report.version == VERSION


@pytest.fixture(scope="module")
def loaded_by_this_version(session_connection, ontology):
    """Fingerprint of what the first release wrote, written by this one."""
    session_connection.declare("MATCH (node) DETACH DELETE node")
    load(session_connection, released.articles(), ontology)
    retract(session_connection, released.articles()[0].article.id, "made up", ontology)
    return fingerprint(session_connection)


def test_a_graph_the_first_release_wrote_is_brought_forward_and_again_without_change(fresh, ontology):
    released.put_back(fresh)
    with pytest.raises(StoreError, match=r"schema version 1.*run `graphkit schema apply` first"):
        load(fresh, [], ontology)

    report = schema.apply(fresh, ontology)
    once = fingerprint(fresh)
    fresh.declare("MATCH (meta:Meta) SET meta.version = 1")
    schema.apply(fresh, ontology)

    assert (report.version, report.complete) == (VERSION, True)
    assert fingerprint(fresh) == once
    assert list(verify(fresh, ontology)) == []
    edge = fresh.rows(
        "MATCH (:Entity {name: 'Ada Lum'})-[e:BRIBE]->({name: 'Bo Mott'}) RETURN e.origins AS n"
    )
    assert edge == [{"n": 1}]


def test_the_next_load_makes_it_the_graph_this_version_writes(loaded_by_this_version, fresh, ontology):
    released.put_back(fresh)
    schema.apply(fresh, ontology)

    result = load(fresh, released.articles(), ontology)

    assert (result.counts.written, result.counts.withheld) == (10, 1)
    assert fingerprint(fresh) == loaded_by_this_version


def test_a_newer_graph_is_refused(fresh, ontology):
    schema.apply(fresh, ontology)
    fresh.declare(f"MATCH (meta:Meta) SET meta.version = {VERSION + 1}")

    with pytest.raises(UnsupportedServer, match=f"schema version {VERSION + 1}.*upgrade graphkit"):
        schema.apply(fresh, ontology)


def test_two_first_loads_at_once_make_one_schema(fresh, ontology):
    with ThreadPoolExecutor(max_workers=4) as pool:
        reports = list(pool.map(lambda _: schema.apply(fresh, ontology), range(4)))

    assert all(report.complete for report in reports)
