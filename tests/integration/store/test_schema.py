"""The schema: made once, brought forward, never back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graphkit.errors import UnsupportedServer
from graphkit.store import connect, schema
from graphkit.store.load import load
from graphkit.store.schema import VERSION
from tests.factories import newsroom, small_ontology


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


def test_a_newer_graph_is_refused(fresh, ontology):
    schema.apply(fresh, ontology)
    fresh.declare(f"MATCH (meta:Meta) SET meta.version = {VERSION + 1}")

    with pytest.raises(UnsupportedServer, match=f"schema version {VERSION + 1}.*upgrade graphkit"):
        schema.apply(fresh, ontology)


def test_two_first_loads_at_once_make_one_schema(fresh, ontology):
    with ThreadPoolExecutor(max_workers=4) as pool:
        reports = list(pool.map(lambda _: schema.apply(fresh, ontology), range(4)))

    assert all(report.complete for report in reports)
