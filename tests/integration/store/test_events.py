"""Events in the graph: counted once however often told, and gone with the last that tells of them."""

import pytest

from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.queries import Answer, find, run
from graphkit.store.rebuild import rebuild
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.factories import Told, country, extraction

ARLAND, BORDURIA = country("Arland", "Q1"), country("Borduria", "Q2")
MONDAY, TUESDAY = "2022-01-24", "2022-01-25"


def invasion(lemma: str, happened: str | None) -> Told:
    return Told(ARLAND, lemma, BORDURIA, "INVADE", lemma, happened=happened)


ARTICLES = [
    extraction(
        ("Arland invaded Borduria on Monday.", [invasion("invaded", MONDAY)]),
        ("Arland entered Borduria on Monday, it was said.", [invasion("entered", MONDAY)]),
        path="one.txt",
        published="2022-01-26",
    ),
    extraction(
        ("At dawn Arland invaded Borduria.", [invasion("invaded", MONDAY)]),
        ("The day after Arland invaded Borduria once more.", [invasion("invaded", TUESDAY)]),
        path="two.txt",
        published="2022-01-27",
    ),
    extraction(("Nobody knows when Arland invaded Borduria.", [invasion("invaded", None)]), path="three.txt"),
]


def invasions(graph) -> Answer:
    return run(graph, find("events"), {"type": "invade", "actor": "Arland", "target": "Borduria"})


def test_the_query_counts_events_and_not_sentences(graph, ontology):
    load(graph, ARTICLES, ontology)

    answer = invasions(graph)

    at = {name: answer.columns.index(name) for name in answer.columns}
    told = [
        (row[at["day"]], row[at["articles"]], len(row[at["quotes"]]), row[at["sources"]])
        for row in answer.rows
    ]
    assert told == [
        (TUESDAY, 1, 1, ["two.txt"]),
        (MONDAY, 2, 3, ["one.txt", "two.txt"]),
        (None, 1, 1, ["three.txt"]),
    ]
    assert {row[at["matching"]] for row in answer.rows} == {3}
    assert [row[at["by"]] + row[at["on"]] for row in answer.rows] == [["Arland", "Borduria"]] * 3


@pytest.mark.parametrize("batch", [1, 3])
def test_neither_order_nor_batches_change_the_events(graph, ontology, batch):
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")

    load(graph, list(reversed(ARTICLES)), ontology, batch_articles=batch)

    assert fingerprint(graph) == before


def test_an_event_goes_with_the_last_article_that_tells_of_it(graph, ontology):
    load(graph, ARTICLES, ontology)

    retract(graph, "two.txt", "made up", ontology, by="the desk")

    days = [
        (row["day"], row["articles"])
        for row in graph.rows(
            "MATCH (event:Event) RETURN event.happened AS day, event.articles AS articles ORDER BY day"
        )
    ]
    assert days == [(MONDAY, 1), (None, 1)]
    assert list(verify(graph, ontology)) == []


def test_an_article_that_tells_it_otherwise_later_leaves_no_event_behind(graph, ontology):
    first = extraction(("Arland invaded Borduria.", [invasion("invaded", MONDAY)]), url="https://n.example/1")
    later = extraction(
        ("Arland invaded Borduria!", [invasion("invaded", TUESDAY)]), url="https://n.example/1"
    )
    load(graph, [first], ontology)

    load(graph, [later], ontology)

    assert [row["day"] for row in graph.rows("MATCH (event:Event) RETURN event.happened AS day")] == [TUESDAY]
    assert list(verify(graph, ontology)) == []


def test_all_events_are_made_again_from_the_evidence(graph, ontology):
    load(graph, ARTICLES, ontology)
    before = fingerprint(graph)
    graph.declare("MATCH (event:Event) DETACH DELETE event")

    rebuild(graph, ontology)

    assert fingerprint(graph) == before
