"""The one place that says what the graph holds."""

import pytest

from graphkit.errors import SettingsError, StoreError
from graphkit.store import declarations as d
from graphkit.store.statements import described, merge_nodes, merge_relationships, schema_items
from graphkit.store.vocabulary import vocabulary
from tests.factories import small_ontology

EDGES = d.edge_types(small_ontology())


def test_a_row_leaves_out_what_is_absent():
    assert d.ABOUT.row({"text": None}) == {}


def test_a_whole_row_has_what_is_absent_as_none_so_that_writing_it_takes_it_away():
    required = dict.fromkeys(d.ARTICLE.required, "x")

    assert d.ARTICLE.row(required) == required | dict.fromkeys(d.ARTICLE.optional)


def test_a_row_without_a_required_property_is_refused():
    with pytest.raises(StoreError, match=r"missing \['count'\]"):
        d.MENTIONS.row({"first": 0})


def test_a_row_with_an_undeclared_property_is_refused():
    with pytest.raises(StoreError, match=r"undeclared \['colour'\]"):
        d.PLACE.row({"colour": "red"})


@pytest.mark.parametrize("kind", ["Claim", "Name", "Retraction", "Meta"])
def test_a_kind_with_a_label_of_the_graphs_own_is_refused(kind):
    described = {"description": "clashes", "example": "none"}

    with pytest.raises(SettingsError, match=kind):
        vocabulary(small_ontology(kinds={kind: described}))


@pytest.mark.parametrize("relation", ["NAMES", "USES_NAME", "EVIDENCE"])
def test_a_relation_with_a_type_of_the_graphs_own_is_refused(relation):
    described = {"description": "clashes", "example": "none", "family": "fallback"}

    with pytest.raises(SettingsError, match=relation):
        vocabulary(small_ontology(relations={relation: described}))


def test_every_id_and_every_edge_key_is_unique():
    commands = " ".join(item.command for item in schema_items(EDGES))

    for node in d.NODES:
        assert f"(node:{node.name}) REQUIRE node.id IS UNIQUE" in commands
    for name in EDGES:
        assert f"[link:{name}]-() REQUIRE link.key IS UNIQUE" in commands


def test_no_two_schema_items_share_a_name():
    names = [item.name for item in schema_items(EDGES)]

    assert len(names) == len(set(names))


def test_merges_hold_declared_names_and_rows_only():
    assert merge_nodes(d.ENTITY_NODE, ("Country", "Actor")) == (
        "UNWIND $rows AS row\n"
        "MERGE (node:Entity {id: row.id})\n"
        "ON CREATE SET node:Country:Actor, node += row.set\n"
        "RETURN count(*) AS merged"
    )
    assert merge_relationships(EDGES["REJECT"]) == (
        "UNWIND $rows AS row\n"
        "MATCH (start:Entity {id: row.start}) USING INDEX SEEK start:Entity(id)\n"
        "MATCH (end:Entity {id: row.end}) USING INDEX SEEK end:Entity(id)\n"
        "MERGE (start)-[link:REJECT {key: row.key}]->(end)\n"
        "SET link = row.set, link.key = row.key\n"
        "RETURN count(*) AS merged"
    )


def test_the_page_of_the_documentation_has_every_type():
    page = described(EDGES)

    for declared in (*d.NODES, *d.RELATIONSHIPS, *EDGES.values()):
        assert declared.name in page
        assert declared.meaning in page
