"""Country and sector of an entity: what some article knows, whichever came first, as long as it is there."""

from dataclasses import replace

import pytest

from graphkit.store.load import load
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.factories import Told, country, extraction, person

KENYA, MOI = country("Kenya", "Q114"), person("Ada Moi")
KNOWN = replace(MOI, country=KENYA.id, sector="military")
ARTICLES = [
    extraction(("Ada Moi met Kenya.", [Told(KNOWN, "met", KENYA, "MEET", "meet")]), path="knows.txt"),
    extraction(("Ada Moi left.", [Told(MOI, "left")]), path="doesnt.txt"),
]


def described(graph) -> list[tuple[str | None, str | None]]:
    rows = graph.rows(
        "MATCH (entity:Entity {id: $id}) RETURN entity.country AS c, entity.sector AS s", id=MOI.id
    )
    return [(row["c"], row["s"]) for row in rows]


@pytest.mark.parametrize("order", [1, -1])
def test_what_one_article_knows_stands_whichever_came_first(graph, ontology, order):
    load(graph, ARTICLES[::order], ontology, batch_articles=1)

    assert described(graph) == [(KENYA.id, "military")]
    assert list(verify(graph, ontology)) == []


def test_what_one_article_knows_stands_when_it_comes_together_with_one_that_does_not(graph, ontology):
    trained = extraction(("Ada Moi met Kenya.", [Told(replace(MOI, sector="military"), "met", KENYA)]))

    load(graph, [trained, ARTICLES[1]], ontology)

    assert described(graph) == [(None, "military")]
    assert list(verify(graph, ontology)) == []


def test_it_goes_with_the_article_that_knew_it(graph, ontology):
    load(graph, ARTICLES, ontology)

    retract(graph, "knows.txt", "made up", ontology, by="the desk")

    assert described(graph) == [(None, None)]
    assert list(verify(graph, ontology)) == []
