"""What is looked up by a key is found through an index, also in a graph so small that reading all looks as cheap."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

from graphkit import store
from graphkit.store import declarations as d
from graphkit.store import schema
from graphkit.store.explain import operators
from graphkit.store.load import load
from graphkit.store.sending import of_lists
from graphkit.store.statements import delete_edges, merge_nodes, merge_relationships, relabel
from graphkit.store.vocabulary import vocabulary
from tests.factories import newsroom, small_ontology

KEYED = re.compile(r"\s*(UNWIND \$|(OPTIONAL )?(MATCH|MERGE) \(\w*:\w+ \{\w+: \$)")
WHOLE = re.compile(r"\b(RETURN|SET|DELETE|MERGE)\b")
WORDS = vocabulary(small_ontology())
WALKS = {
    "verify.structure.UNNAMED": "looks for nodes without a name, which no index has",
    "derive.ERASE": "finds by the server's own id, which stands for a place: there is none in an empty graph",
}
VALUES: dict[str, Any] = {"limit": 9, "least": 9, "milliseconds": 9, "stamp": {}, "facts": {}}


def written_down() -> Iterator[tuple[str, str]]:
    """Every statement of the package that begins with a key, by the module and name it has there."""
    for module in pkgutil.walk_packages(store.__path__, f"{store.__name__}."):
        for name, text in vars(importlib.import_module(module.name)).items():
            if isinstance(text, str) and KEYED.match(text) and WHOLE.search(text):
                yield f"{module.name.removeprefix(f'{store.__name__}.')}.{name}", text


def made() -> Iterator[tuple[str, str]]:
    """One or more of each kind of statement that is made from the declarations."""
    edge = WORDS.edge_type("REJECT")
    for node in d.NODES:
        yield f"merge {node.name}", merge_nodes(node)
        yield f"merge {node.name} as sent", of_lists(node, merge_nodes(node))
    for link in (*d.RELATIONSHIPS, edge):
        yield f"link {link.name}", merge_relationships(link)
        for new in (False, True):
            yield f"link {link.name} as sent, new: {new}", of_lists(link, merge_relationships(link, new=new))
    yield "merge Country", merge_nodes(d.ENTITY_NODE, WORDS.kinds["Country"][1:])
    yield "relabel", relabel(WORDS.kinds, "Country")
    yield "delete edges", delete_edges(edge)


STATEMENTS = {text: name for name, text in (*made(), *written_down()) if name not in WALKS}


def test_each_exception_is_of_a_statement_there_is():
    assert set(WALKS) <= {name for name, _ in (*made(), *written_down())}


def planned(graph, text: str) -> str | None:
    """How the server would read every node of a kind for a statement, None where it starts at an index."""
    lists = {name: [] for name in re.findall(r"(?:UNWIND|IN) \$(\w+)", text)}
    values = {name: VALUES.get(name, "x") for name in re.findall(r"\$(\w+)", text)} | lists

    def work(tx):
        # A plan made for another graph is of no use here.
        return tx.run(f"CYPHER replan=force EXPLAIN {text}", values).consume().plan

    kinds = {each["operatorType"].partition("@")[0] for each in operators(graph.rehearse(work))}
    scans = sorted(kind for kind in kinds if "Scan" in kind)
    return ", ".join(scans) or None


@pytest.mark.parametrize("articles", [0, 3], ids=["an empty graph", "a small graph"])
def test_whatever_has_a_key_is_found_through_an_index(graph, ontology, articles):
    schema.ready(graph, ontology)
    load(graph, newsroom(articles, seed=1), ontology)

    found = {name: planned(graph, text) for text, name in STATEMENTS.items()}

    assert {name: scans for name, scans in found.items() if scans} == {}


def test_the_statements_of_a_load_are_among_those():
    names = set(STATEMENTS.values())

    assert {"decide.STANDING", "support.SETTLE_CLAIMS", "removal.REMOVE_EVIDENCE", "link EVIDENCE"} <= names
    assert len(names) > 80


def test_no_lookup_is_left_to_the_planner():
    first = re.compile(r"MATCH \((\w+):(\w+) \{")
    unheld = {
        name
        for text, name in STATEMENTS.items()
        for variable, label in first.findall(text)[:1]
        if f"USING INDEX SEEK {variable}:{label}(" not in text
    }

    assert unheld == set()
