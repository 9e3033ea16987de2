"""Several loaders at once, and actors everybody writes about."""

import threading

import pytest

from graphkit.store import connect
from graphkit.store.explain import operators
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.removal import UNMENTIONED_ENTITIES
from graphkit.store.run import LoadResult
from graphkit.store.statements import merge_relationships
from graphkit.store.support import COUNT_ARTICLES
from graphkit.store.verify import verify
from graphkit.store.vocabulary import vocabulary
from tests.factories import newsroom

ARTICLES = newsroom(60, seed=21)


def test_loaders_at_once_on_the_same_articles_leave_the_graph_of_one(graph, ontology, neo4j_server):
    load(graph, ARTICLES, ontology)
    expected = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")
    results: list[LoadResult] = []

    def work(articles) -> None:
        with connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as connection:
            results.append(load(connection, articles, ontology, batch_articles=7))

    threads = [
        threading.Thread(target=work, args=(articles,))
        for articles in (ARTICLES, ARTICLES[::-1], ARTICLES[20:50])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [result.failures for result in results] == [(), (), ()]
    assert fingerprint(graph) == expected
    assert list(verify(graph, ontology)) == []


def hits(graph, text: str, **parameters) -> int:
    """Records the server touches for a statement; what it writes is taken back."""

    def work(tx) -> int:
        plan = tx.run(f"PROFILE {text}", parameters).consume().profile
        return sum(each["args"].get("DbHits", 0) for each in operators(plan))

    return graph.rehearse(work)


@pytest.mark.parametrize("text", [COUNT_ARTICLES, UNMENTIONED_ENTITIES], ids=["count", "sweep"])
def test_no_step_walks_the_relationships_of_a_hot_entity(graph, ontology, text):
    found = []
    for size in (40, 160):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, newsroom(size, seed=22), ontology)
        hottest = graph.rows("MATCH (e:Entity) RETURN e.id AS id ORDER BY e.articles DESC LIMIT 1")[0]["id"]
        found.append(hits(graph, text, ids=[hottest]))

    assert found[1] <= found[0] + 3


def test_an_edge_between_two_hot_actors_is_found_by_its_key(graph, ontology):
    words = vocabulary(ontology)
    text = merge_relationships(words.edges["ACTS_ON"])
    found = []
    for size in (40, 400):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, newsroom(2, seed=22), ontology)
        graph.declare(
            "MATCH (a:Entity {id: 'wd:Q9001'}), (b:Entity {id: 'wd:Q9002'}) "
            f"UNWIND range(1, {size}) AS n CREATE (a)-[:ACTS_ON {{key: 'r:' + n}}]->(b)"
        )
        row = {"start": "wd:Q9001", "end": "wd:Q9002", "key": "r:1", "set": {"claims": 1}}
        found.append(hits(graph, text, rows=[row]))

    assert found[0] == found[1]
