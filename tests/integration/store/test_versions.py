"""An edited article keeps what it said before, as an earlier text."""

from datetime import UTC, datetime

import pytest

from graphkit.model import Extraction
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.queries import find, run
from graphkit.store.run import new_run
from graphkit.store.verify import verify
from tests.factories import Told, extraction, newsroom, person

URL = "https://news.example/1"
ADA, BO = person("Ada Lum"), person("Bo Mott")
BRIBE = Told(ADA, "bribed", BO, "BRIBE", "bribe")
MEET = Told(ADA, "met", BO, "MEET", "meet")
BRIBED = ("Ada Lum bribed Bo Mott.", [BRIBE])
MET = ("Ada Lum met Bo Mott.", [MEET])


def on(day: int):
    return new_run(datetime(2026, 1, day, tzinfo=UTC))


def edits(graph) -> list[tuple[list[str], list[str]]]:
    """Of each edit, the newest first: what it dropped, what it added."""
    answer = run(graph, find("stealth-edits"), {})
    at = [answer.columns.index(name) for name in ("dropped", "added")]
    return [(row[at[0]], row[at[1]]) for row in answer.rows]


def test_an_edit_keeps_the_text_before_with_its_hash_its_dates_and_what_it_claimed(graph, ontology):
    first, edited = extraction(BRIBED, MET, url=URL), extraction(MET, url=URL)
    load(graph, [first], ontology, run=on(1))
    load(graph, [edited], ontology, run=on(5))

    (version,) = graph.rows("MATCH (:Article)-[:VERSION]->(v:ArticleVersion) RETURN v {.*} AS v")
    kept = version["v"]
    assert kept["text_sha256"] == first.article.text_sha256
    assert (kept["first_seen"][:10], kept["replaced"][:10]) == ("2026-01-01", "2026-01-05")
    assert kept["claims"] == [BRIBE.id, MEET.id]
    assert kept["quotes"] == [BRIBED[0], MET[0]]
    assert list(verify(graph, ontology)) == []


def test_each_edit_of_several_tells_what_it_dropped_and_added(graph, ontology):
    for day, sentences in ((1, [BRIBED]), (2, [BRIBED, MET]), (3, [MET]), (4, [("Nothing.", [])])):
        load(graph, [extraction(*sentences, url=URL)], ontology, run=on(day))

    bribed, met = "Ada Lum bribed Bo Mott (stated)", "Ada Lum met Bo Mott (stated)"
    assert edits(graph) == [([met], []), ([bribed], []), ([], [met])]


def test_another_text_in_a_file_has_the_former_as_its_earlier_text(graph, ontology):
    load(graph, [extraction(BRIBED, path="a.txt")], ontology, run=on(1))
    load(graph, [extraction(BRIBED, MET, path="a.txt")], ontology, run=on(2))
    load(graph, [extraction(MET, path="a.txt")], ontology, run=on(3))

    bribed, met = "Ada Lum bribed Bo Mott (stated)", "Ada Lum met Bo Mott (stated)"
    assert edits(graph) == [([bribed], []), ([], [met])]
    assert list(verify(graph, ontology)) == []


def test_reading_the_same_text_anew_is_no_edit_and_it_keeps_its_date(graph, ontology):
    made = extraction(BRIBED, url=URL)
    better = Extraction("graphkit of tomorrow", made.article, made.sentences, made.entities, made.claims)

    load(graph, [made], ontology, run=on(1))
    load(graph, [better], ontology, run=on(2))

    assert edits(graph) == []
    assert graph.rows("MATCH (a:Article) RETURN left(a.seen, 10) AS seen") == [{"seen": "2026-01-01"}]


@pytest.mark.parametrize("batch", [1, 10])
def test_of_two_texts_in_one_load_the_lower_was_never_there(graph, ontology, batch):
    texts = [
        extraction(BRIBED, url=URL, published="2022-01-26"),
        extraction(MET, url=URL, published="2022-01-27"),
    ]
    found = []
    for order in (texts, texts[::-1]):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, [extraction(("Nothing.", []), url=URL)], ontology, run=on(1))
        load(graph, order, ontology, run=on(2), batch_articles=batch)
        found.append(edits(graph))

    assert found == [[([], ["Ada Lum met Bo Mott (stated)"])]] * 2


def test_the_way_a_graph_came_about_is_no_part_of_its_fingerprint(graph, ontology):
    articles = newsroom(6, seed=51)
    load(graph, articles, ontology)
    expected = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")

    load(graph, [extraction(MET, url=each.article.url) for each in articles if each.article.url], ontology)
    load(graph, articles, ontology)

    assert graph.rows("MATCH (v:ArticleVersion) RETURN count(v) > 0 AS any") == [{"any": True}]
    assert fingerprint(graph) == expected


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("MATCH (v:ArticleVersion)<-[l:VERSION]-() DELETE l", "an earlier text of 0 articles"),
        ("MATCH (v:ArticleVersion) SET v.text_sha256 = ''", "its id isn't the digest"),
        ("MATCH (v:ArticleVersion) SET v.told = []", "differ in number"),
    ],
)
def test_damage_to_an_earlier_text_is_found(graph, ontology, damage, words):
    load(graph, [extraction(BRIBED, url=URL)], ontology)
    load(graph, [extraction(MET, url=URL)], ontology)

    graph.declare(damage)

    assert [words in str(problem) for problem in verify(graph, ontology)] == [True]
