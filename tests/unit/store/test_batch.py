"""Rows of many articles, grouped and sorted."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.store.batch import chunks, graph_batch
from graphkit.store.draft import draft, newest
from graphkit.store.rows import article_rows
from graphkit.store.run import Run
from graphkit.store.vocabulary import vocabulary
from tests.factories import Told, extraction, newsroom, person, small_ontology

WORDS = vocabulary(small_ontology())
RUN = Run("run:1", datetime(2026, 1, 1, tzinfo=UTC))
ARTICLES = [article_rows(draft(made, WORDS), WORDS, RUN) for made in newsroom(12, seed=3)]
WHOLE = graph_batch(ARTICLES)


@settings(max_examples=30)
@given(st.permutations(ARTICLES))
def test_the_same_articles_give_the_same_batch_in_any_order(articles):
    assert graph_batch(articles) == WHOLE


def test_no_two_rows_of_a_group_are_about_the_same_thing():
    for rows in (*WHOLE.nodes.values(), *WHOLE.entities.values()):
        ids = [row["id"] for row in rows]
        assert ids == sorted(set(ids))
    for rows in WHOLE.links.values():
        places = [(row["start"], row["end"], row.get("key")) for row in rows]
        assert places == sorted(set(places))


def test_nothing_of_an_article_is_lost():
    for article in ARTICLES:
        for name, rows in article.links.items():
            kept = {(row["start"], row["end"], row.get("key")) for row in WHOLE.links[name]}
            assert {(row["start"], row["end"], row.get("key")) for row in rows} <= kept


def test_of_two_wordings_of_an_argument_the_smaller_stays_as_the_database_compares():
    ada, bo = person("Ada Lum"), person("Bo Mott")

    def about(words):
        told = Told(ada, "praised", None, arguments=(("about", f"{words} Bo Mott", bo),))
        made = extraction((f"Ada Lum praised {words} Bo Mott.", [told]))
        return article_rows(draft(made, WORDS), WORDS, RUN)

    # By code point the first is smaller, by UTF-16 unit, as Neo4j compares, the second.
    batch = graph_batch([about("\uff61"), about("\U0001f600")])

    assert [row["set"]["text"] for row in batch.links["ABOUT"]] == ["\U0001f600 Bo Mott"]


def test_of_two_texts_with_one_id_the_later_published_stays():
    early = extraction(("One.", []), url="https://news.example/1", published="2022-01-01")
    late = extraction(("Two.", []), url="https://news.example/1", published="2022-01-02")
    drafts = [draft(made, WORDS) for made in (late, early)]

    assert newest(drafts) == newest(drafts[::-1]) == ([drafts[0]], 1)


def test_of_one_text_in_two_files_the_first_path_stays():
    made = extraction(("One.", []), path="b.txt")
    other = replace(made, article=replace(made.article, path="a.txt"))
    drafts = [draft(each, WORDS) for each in (made, other)]

    assert newest(drafts) == newest(drafts[::-1]) == ([drafts[1]], 1)


def test_chunks_hold_every_row_once_in_order():
    rows = tuple({"id": str(number)} for number in range(7))

    assert [row for chunk in chunks(rows, 3) for row in chunk] == list(rows)
    assert [len(chunk) for chunk in chunks(rows, 3)] == [3, 3, 1]
