"""Retraction: what rests on an article alone goes with it, and nothing else does."""

from datetime import UTC, datetime

import pytest

from graphkit.errors import UsageError
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.retract import lift, retract, tombstones
from graphkit.store.verify import verify
from tests.factories import Told, extraction, newsroom, person

ADA, BO, CY = person("Ada Lum"), person("Bo Mott"), person("Cy Nye")
BRIBE = Told(ADA, "bribed", BO, "BRIBE", "bribe")


def bribery(number: int, **article):
    return extraction((f"Ada Lum bribed Bo Mott, again {number}.", [BRIBE]), **article)


def bribes(graph) -> list[int]:
    """For each edge, how many articles support it."""
    return [
        row["articles"]
        for row in graph.rows("MATCH (:Entity)-[edge:BRIBE]->(:Entity) RETURN edge.articles AS articles")
    ]


def count(graph, label: str) -> int:
    return graph.rows(f"MATCH (node:{label}) RETURN count(node) AS count")[0]["count"]


def test_an_edge_two_articles_support_stays_when_one_goes_and_goes_with_both(graph, ontology):
    both = [bribery(n, url=f"https://news.example/{n}") for n in range(2)]
    load(graph, both, ontology)
    before = bribes(graph)

    retract(graph, "https://news.example/0", "made up", ontology)
    with_one = bribes(graph)
    retract(graph, both[1].article.id, "made up too", ontology)

    assert (before, with_one, bribes(graph)) == ([2], [1], [])
    assert (count(graph, "Claim"), count(graph, "Entity"), count(graph, "Name")) == (0, 0, 0)


def test_shared_actors_stay(graph, ontology):
    met = extraction(("Bo Mott met Cy Nye.", [Told(BO, "met", CY, "MEET", "meet")]), path="met.txt")
    load(graph, [bribery(0, path="bribe.txt"), met], ontology)

    retract(graph, "bribe.txt", "made up", ontology)

    names = [row["name"] for row in graph.rows("MATCH (e:Entity) RETURN e.name AS name ORDER BY name")]
    assert names == ["Bo Mott", "Cy Nye"]


def test_the_radius_told_beforehand_is_the_one_that_comes_true(graph, ontology):
    load(graph, [*newsroom(30, seed=5), bribery(0, path="a.txt"), bribery(1, path="b.txt")], ontology)
    before = fingerprint(graph)

    told = retract(graph, "a.txt", "made up", ontology, dry_run=True)
    untouched = fingerprint(graph)
    done = retract(graph, "a.txt", "made up", ontology)

    assert untouched == before
    assert told.dry_run
    assert not done.dry_run
    assert (told.articles, told.evidence, told.claims, told.weakened, told.edges, told.redrawn) == (
        done.articles,
        done.evidence,
        done.claims,
        done.weakened,
        done.edges,
        done.redrawn,
    )
    assert (done.evidence, done.edges, done.redrawn) == (1, 0, 1)


@pytest.mark.parametrize("seed", [11, 12])
def test_what_is_left_is_the_graph_of_the_other_articles(graph, ontology, seed):
    articles = newsroom(30, seed=seed)
    load(graph, articles[10:], ontology)
    expected = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")

    load(graph, articles, ontology)
    for made in articles[:10]:
        retract(graph, made.article.id, "made up", ontology)

    assert list(verify(graph, ontology)) == []
    graph.declare("MATCH (retraction:Retraction) DELETE retraction")
    assert fingerprint(graph) == expected


def test_a_retracted_article_stays_out_and_the_load_says_so(graph, ontology):
    made = bribery(0, url="https://news.example/0")
    load(graph, [made], ontology)
    retract(graph, made.article.id, "made up", ontology, by="the desk", at=datetime(2026, 1, 5, tzinfo=UTC))

    result = load(graph, [made, bribery(1, url="https://news.example/1")], ontology)

    assert (result.counts.written, result.counts.withheld, bribes(graph)) == (1, 1, [1])
    assert result.withheld[0].reason.startswith(
        "https://news.example/0 was retracted on 2026-01-05 (made up)"
    )


def test_a_tombstone_says_who_when_and_why(graph, ontology):
    made = bribery(0, path="a.txt")
    load(graph, [made], ontology)

    retract(graph, "a.txt", " made up ", ontology, by="the desk", at=datetime(2026, 1, 5, tzinfo=UTC))

    (stone,) = tombstones(graph)
    assert (stone.id, stone.path, stone.reason, stone.by, stone.at[:10]) == (
        made.article.id,
        "a.txt",
        "made up",
        "the desk",
        "2026-01-05",
    )


def test_another_text_in_a_retracted_file_stays_out_too(graph, ontology):
    load(graph, [bribery(0, path="a.txt")], ontology)
    retract(graph, "a.txt", "made up", ontology)

    result = load(graph, [bribery(1, path="a.txt")], ontology)

    assert (result.counts.withheld, count(graph, "Article")) == (1, 0)


def test_one_article_of_a_collection_goes_without_barring_the_rest(graph, ontology):
    collection = [bribery(number, path="all.jsonl") for number in range(3)]
    load(graph, collection, ontology)

    retract(graph, collection[0].article.id, "made up", ontology)
    result = load(graph, [*collection, bribery(3, path="all.jsonl")], ontology)

    assert (result.counts.withheld, result.counts.written, count(graph, "Article")) == (1, 1, 3)


def test_all_articles_of_a_file_go_by_its_path(graph, ontology):
    load(graph, [bribery(number, path="all.jsonl") for number in range(3)], ontology)

    radius = retract(graph, "all.jsonl", "made up", ontology)

    assert (len(radius.articles), count(graph, "Article"), bribes(graph)) == (3, 0, [])


def test_a_lifted_retraction_lets_the_next_load_bring_the_same_graph_back(graph, ontology):
    articles = [bribery(n, url=f"https://news.example/{n}") for n in range(3)]
    load(graph, articles, ontology)
    before = fingerprint(graph)
    retract(graph, articles[1].article.id, "made up", ontology)

    lifted = lift(graph, "https://news.example/1")
    load(graph, articles, ontology)

    assert lifted == [articles[1].article.id]
    assert tombstones(graph) == []
    assert fingerprint(graph) == before


def test_claims_that_keep_other_evidence_lose_the_arguments_only_the_retracted_article_told(graph, ontology):
    arguments = (("place", "near Cy Nye", CY), ("about", "near Cy Nye", CY))
    told = Told(ADA, "bribed", BO, "BRIBE", "bribe", arguments=arguments)
    loud = extraction(("Ada Lum bribed Bo Mott near Cy Nye.", [told]), path="a.txt")
    about_cy = extraction(("Cy Nye left.", [Told(CY, "left")]), path="c.txt")
    load(graph, [loud, bribery(1, path="b.txt"), about_cy], ontology)

    retract(graph, "a.txt", "made up", ontology)

    links = graph.rows("MATCH (:Claim)-[link:PLACE|ABOUT]->(e) RETURN type(link) AS type, e.name AS name")
    assert links == []
    assert list(verify(graph, ontology)) == []


def test_nobody_retracts_what_is_not_there_or_without_a_reason(graph, ontology):
    load(graph, [bribery(0, path="a.txt")], ontology)

    with pytest.raises(UsageError, match=r"no article has the id, URL or path 'b\.txt'"):
        retract(graph, "b.txt", "made up", ontology)
    with pytest.raises(UsageError, match="add --reason"):
        retract(graph, "a.txt", "  ", ontology)
    with pytest.raises(UsageError, match="is retracted"):
        lift(graph, "a.txt")
    assert count(graph, "Article") == 1
