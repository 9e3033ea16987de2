"""Copies of a story have one origin, whatever order they come in and whichever of them go again."""

from collections import Counter
from random import Random

import pytest

from graphkit.model import Extraction
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.rebuild import rebuild
from graphkit.store.retract import retract
from graphkit.store.verify import verify
from tests.copies.made import pairs, printed
from tests.factories import EXTRACTOR, Told, extraction, person

PRINTED = printed()
READ = [Extraction(EXTRACTOR, each.article, (), (), ()) for each in PRINTED]
ADA, BO = person("Ada Lum"), person("Bo Mott")


@pytest.fixture(scope="module")
def expected(session_connection, ontology):
    session_connection.declare("MATCH (node) DETACH DELETE node")
    load(session_connection, READ, ontology)
    return fingerprint(session_connection)


def origins(graph) -> dict[str, str]:
    return {
        row["id"]: row["origin"]
        for row in graph.rows("MATCH (a:Article) RETURN a.id AS id, a.origin AS origin")
    }


def test_copies_have_one_origin_and_other_stories_of_the_event_have_not(graph, ontology, expected):
    load(graph, READ, ontology)
    of = origins(graph)
    told = list(pairs())

    found = Counter((truth, of[a.article.id] == of[b.article.id]) for a, b, truth in told)

    assert len(told) >= 120
    assert found[True, True] / (found[True, True] + found[False, True]) >= 0.95
    assert found[True, True] / (found[True, True] + found[True, False]) >= 0.95
    assert list(verify(graph, ontology)) == []


@pytest.mark.parametrize(("seed", "batch"), [(1, 3), (2, 40)])
def test_neither_order_nor_batches_change_an_origin(graph, ontology, expected, seed, batch):
    load(graph, Random(seed).sample(READ, len(READ)), ontology, batch_articles=batch)

    assert fingerprint(graph) == expected


def test_loading_them_again_changes_no_origin(graph, ontology, expected):
    load(graph, READ[100:], ontology)
    load(graph, READ[::-1], ontology)
    again = [Extraction("graphkit of tomorrow", each.article, (), (), ()) for each in READ[::3]]
    load(graph, again, ontology, batch_articles=11)
    load(graph, READ[::3], ontology)

    assert fingerprint(graph) == expected


def test_what_is_left_has_the_origins_it_would_have_had_alone(graph, ontology):
    random = Random(5)
    gone = random.sample(READ, 40)
    stay = [each for each in READ if each not in gone]
    load(graph, stay, ontology)
    alone = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")

    load(graph, READ, ontology)
    for each in gone:
        retract(graph, each.article.id, "made up", ontology)
    found = list(verify(graph, ontology))
    graph.declare("MATCH (retraction:Retraction) DETACH DELETE retraction")
    graph.declare("MATCH (kept:RetractedArticle) DELETE kept")

    assert found == []
    assert fingerprint(graph) == alone


def bribery(number: int, article, words: str = "Ada Lum bribed Bo Mott."):
    """A copy of an article, with a claim in it."""
    told = Told(ADA, "bribed", BO, "BRIBE", "bribe")
    return extraction((words, [told]), (article.text, []), url=f"https://news.example/{number}")


def bribes(graph) -> list[tuple[int, int]]:
    text = "MATCH (:Entity)-[edge:BRIBE]->(:Entity) RETURN edge.articles AS articles, edge.origins AS origins"
    return [(row["articles"], row["origins"]) for row in graph.rows(text)]


def test_an_article_that_ties_two_groups_lowers_the_support_of_what_both_say(graph, ontology):
    story = {each.how: each.article for each in PRINTED if each.stories == {"0a"}}
    short, whole, long = story["cut to half"], story["original"], story["own paragraphs"]
    counts = []
    for number, each in enumerate((short, long, whole)):
        load(graph, [bribery(number, each)], ontology)
        counts.append(bribes(graph))
    retract(graph, "https://news.example/2", "made up", ontology)

    assert counts[2] == [(3, 1)]
    assert bribes(graph) == counts[1]
    assert list(verify(graph, ontology)) == []


def test_copies_count_once_and_a_story_of_its_own_counts_too(graph, ontology):
    of = {each.how: each.article for each in PRINTED if each.stories == {"0a"}}
    other = next(each.article for each in PRINTED if each.stories == {"0b"})
    texts = [of["original"], of["retitled"], of["reworded"], of["most paragraphs"], other]

    load(graph, [bribery(number, each) for number, each in enumerate(texts)], ontology)

    assert bribes(graph) == [(5, 2)]


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (a:Article) WHERE a.origin <> a.id WITH a ORDER BY a.id LIMIT 1 SET a.origin = a.id",
        "MATCH (s:Sketch) WITH s ORDER BY s.id LIMIT 1 SET s.bands = 'b0'",
        "MATCH (s:Sketch) WITH s ORDER BY s.id LIMIT 3 DELETE s",
        "CREATE (:Sketch {id: 'a:0', name: 'stray', bands: 'b0', rate: 1})",
        "MATCH (a:Article) WHERE a.credit IS NOT NULL WITH a ORDER BY a.id LIMIT 1 SET a.credit = 'TASS'",
    ],
    ids=["origin", "sketch", "no sketch", "stray sketch", "credit"],
)
def test_a_wrong_origin_is_found_and_mended(graph, ontology, damage):
    load(graph, READ[:30], ontology)
    before = fingerprint(graph)
    graph.declare(damage)

    found = list(verify(graph, ontology))
    rebuild(graph, ontology)

    assert found
    assert fingerprint(graph) == before
    assert list(verify(graph, ontology)) == []
