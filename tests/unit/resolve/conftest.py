import pytest

from graphkit.ontology import load_ontology
from graphkit.resolve import Resolver, load_gazetteer


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    ontology = load_ontology()
    return Resolver(load_gazetteer(ontology), ontology, "graphkit 0 test 0")
