"""A retraction undone gives back the graph of before, and so do many."""

from dataclasses import replace
from random import Random

import pytest

from graphkit.errors import UsageError
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.restore import restore
from graphkit.store.retract import retract, tombstones
from graphkit.store.verify import verify
from tests.copies.made import printed
from tests.factories import Told, extraction, newsroom, person, small_ontology

ADA, BO, CY = person("Ada Lum"), person("Bo Mott"), person("Cy Nye")
BRIBE = Told(ADA, "bribed", BO, "BRIBE", "bribe")


def bribery(number: int):
    return extraction(
        (f"Ada Lum bribed Bo Mott, again {number}.", [BRIBE]), url=f"https://news.example/{number}"
    )


def support(graph) -> list[tuple[int, int]]:
    """Of each edge of bribery: articles and origins."""
    text = "MATCH (:Entity)-[edge:BRIBE]->(:Entity) RETURN edge.articles AS articles, edge.origins AS origins"
    return [(row["articles"], row["origins"]) for row in graph.rows(text)]


def names(graph, label: str) -> list[str]:
    return [row["name"] for row in graph.rows(f"MATCH (n:{label}) RETURN n.name AS name ORDER BY name")]


def test_an_edge_of_three_articles_stays_with_two_goes_with_all_and_comes_back(graph, ontology):
    three = [bribery(number) for number in range(3)]
    met = extraction(("Bo Mott met Cy Nye.", [Told(BO, "met", CY, "MEET", "meet")]), path="met.txt")
    load(graph, [*three, met], ontology)
    before = fingerprint(graph)
    counts = [support(graph)]

    for each in three:
        retract(graph, each.article.id, "made up", ontology)
        counts.append(support(graph))
    claims, actors, stones = names(graph, "Claim"), names(graph, "Entity"), tombstones(graph)
    sound = list(verify(graph, ontology))
    for each in three:
        restore(graph, each.article.url, ontology)

    assert counts == [[(3, 3)], [(2, 2)], [(1, 1)], []]
    assert claims == ["Bo Mott met Cy Nye (stated)"]
    assert actors == ["Bo Mott", "Cy Nye"]
    assert [stone.id for stone in stones] == [each.article.id for each in reversed(three)]
    assert sound == []
    assert fingerprint(graph) == before
    assert tombstones(graph) == []
    assert list(verify(graph, ontology)) == []


@pytest.mark.parametrize("seed", [41, 42])
def test_articles_retracted_and_restored_in_any_order_leave_the_graph_of_before(graph, ontology, seed):
    copies = [
        extraction(("Ada Lum bribed Bo Mott.", [BRIBE]), (each.article.text, []), url=each.article.url)
        for each in printed()[:8]
    ]
    articles = [*newsroom(16, seed=seed), *copies]
    load(graph, articles, ontology)
    before = fingerprint(graph)
    random = Random(seed)
    gone = random.sample(articles, 12)

    for each in gone:
        retract(graph, each.article.id, "made up", ontology)
    load(graph, gone, ontology)
    withheld = len(tombstones(graph))
    for each in random.sample(gone, len(gone)):
        restored = restore(graph, each.article.id, ontology)
        assert restored.back == (each.article.id,)

    assert withheld == 12
    assert fingerprint(graph) == before
    assert list(verify(graph, ontology)) == []
    assert load(graph, articles, ontology).counts.written == 0


def test_all_articles_of_a_file_come_back_by_its_path(graph, ontology):
    collection = [
        extraction((f"Ada Lum bribed Bo Mott, again {number}.", [BRIBE]), path="all.jsonl")
        for number in range(3)
    ]
    load(graph, collection, ontology)
    before = fingerprint(graph)
    retract(graph, "all.jsonl", "made up", ontology)

    restored = restore(graph, "all.jsonl", ontology)

    assert len(restored.back) == 3
    assert fingerprint(graph) == before


def test_earlier_texts_go_with_their_article_and_come_back_with_it(graph, ontology):
    url = "https://news.example/1"
    for words in ("Ada Lum bribed Bo Mott.", "Ada Lum, they say, bribed Bo Mott."):
        load(graph, [extraction((words, [BRIBE]), url=url)], ontology)
    before = graph.rows("MATCH (v:ArticleVersion) RETURN properties(v) AS v")

    retract(graph, url, "made up", ontology)
    without = names(graph, "ArticleVersion")
    restore(graph, url, ontology)

    assert without == []
    assert graph.rows("MATCH (v:ArticleVersion) RETURN properties(v) AS v") == before
    assert list(verify(graph, ontology)) == []


def test_what_was_read_under_another_ontology_waits_for_the_next_load(graph, ontology):
    made = bribery(0)
    load(graph, [made], ontology)
    retract(graph, made.article.id, "made up", ontology)
    later = small_ontology(version="o:later")

    restored = restore(graph, made.article.id, later)

    assert (restored.back, restored.to_load) == ((), (made.article.id,))
    assert load(graph, [made], later).counts.written == 1
    assert list(verify(graph, later)) == []


def test_nothing_is_restored_that_was_not_retracted(graph, ontology):
    load(graph, [bribery(0)], ontology)

    with pytest.raises(UsageError, match="is retracted"):
        restore(graph, "https://news.example/0", ontology)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("MATCH (r:Retraction) DELETE r", "although it isn't retracted"),
        ("MATCH (k:RetractedArticle) SET k.said = '{}'", "can't be brought back"),
        ("MATCH (k:RetractedArticle) SET k.said = left(k.said, 90)", "can't be brought back"),
    ],
)
def test_damage_to_what_was_put_aside_is_found(graph, ontology, damage, words):
    load(graph, [bribery(0), bribery(1)], ontology)
    retract(graph, "https://news.example/0", "made up", ontology)

    graph.declare(damage)

    assert [words in str(problem) for problem in verify(graph, ontology)] == [True]


def test_an_article_without_text_or_claims_comes_back_too(graph, ontology):
    silent = extraction(("Nothing happened.", []), url="https://news.example/0")
    named = replace(silent, article=replace(silent.article, publisher="The Daily", byline="Ada Lum"))
    load(graph, [named], ontology, keep_text=False)
    before = fingerprint(graph)
    retract(graph, named.article.id, "made up", ontology)

    restore(graph, named.article.id, ontology)

    assert fingerprint(graph) == before


def test_a_claim_comes_back_whose_further_arguments_are_nobody(graph, ontology):
    at_night = replace(BRIBE, arguments=(("time", "at night", None),))
    load(graph, [extraction(("Ada Lum bribed Bo Mott at night.", [at_night]), path="a.txt")], ontology)
    before = fingerprint(graph)
    retract(graph, "a.txt", "made up", ontology)
    sound = list(verify(graph, ontology))

    restore(graph, "a.txt", ontology)

    assert sound == []
    assert fingerprint(graph) == before
