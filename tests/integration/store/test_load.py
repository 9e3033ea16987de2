"""Loading: the same graph, whatever the order, the batches and the repetitions."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from graphkit.errors import StoreError, UnsupportedServer
from graphkit.model import EntityMention, Modality, Polarity
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load, unread
from graphkit.store.retract import retract
from graphkit.store.run import new_run
from graphkit.store.verify import verify
from tests.factories import (
    EXTRACTOR,
    Told,
    concept,
    country,
    extraction,
    newsroom,
    organization,
    person,
    small_ontology,
)

ADA, BO, COURT = person("Ada Lum"), person("Bo Mott"), organization("Court")
ARTICLES = newsroom(60, seed=1)


def bribe(**changes) -> Told:
    return Told(ADA, "bribed", BO, "BRIBE", "bribe", **changes)


def edges(graph, relation: str) -> list[dict]:
    return graph.rows(
        f"MATCH (start:Entity)-[edge:{relation}]->(end:Entity) "
        "RETURN start.name AS start, end.name AS end, properties(edge) AS properties ORDER BY start, end"
    )


@pytest.fixture(scope="module")
def expected(session_connection, ontology):
    """Fingerprint of all articles, loaded once in one batch."""
    session_connection.declare("MATCH (node) DETACH DELETE node")
    load(session_connection, ARTICLES, ontology)
    return fingerprint(session_connection)


def test_loading_twice_changes_nothing_and_writes_nothing(graph, ontology, expected):
    first = load(graph, ARTICLES, ontology)
    second = load(graph, ARTICLES, ontology)

    assert fingerprint(graph) == expected
    assert (first.counts.written, first.failures) == (len(ARTICLES), ())
    assert (second.counts.written, second.counts.unchanged) == (0, len(ARTICLES))


@pytest.mark.parametrize(("seed", "batch_articles", "batch_rows"), [(1, 1, 5_000), (2, 7, 13), (3, 60, 1)])
def test_neither_order_nor_batches_change_the_graph(
    graph, ontology, expected, seed, batch_articles, batch_rows
):
    shuffled = Random(seed).sample(ARTICLES, len(ARTICLES))

    load(graph, shuffled, ontology, batch_articles=batch_articles, batch_rows=batch_rows)

    assert fingerprint(graph) == expected


def test_neither_do_several_loads_that_overlap(graph, ontology, expected):
    load(graph, ARTICLES[30:], ontology)
    load(graph, ARTICLES[10:50], ontology)
    load(graph, ARTICLES[::-1], ontology)

    assert fingerprint(graph) == expected


def test_a_loaded_graph_holds_what_it_promises(graph, ontology):
    load(graph, ARTICLES, ontology)

    assert list(verify(graph, ontology)) == []


def test_of_six_claims_of_bribery_only_the_plain_one_draws_an_edge(graph, ontology):
    text = "Ada Lum bribed Bo Mott, Court said."
    less = (
        bribe(polarity=Polarity.NEGATED, speaker=COURT),
        bribe(modality=Modality.POSSIBLE),
        bribe(polarity=Polarity.NEGATED),
        bribe(modality=Modality.PLANNED),
        bribe(modality=Modality.CONDITIONAL),
        bribe(modality=Modality.ORDERED, speaker=COURT),
    )
    load(graph, [extraction((text, [told])) for told in less], ontology)
    load(graph, [extraction((f"{text} {n}", [told])) for n, told in enumerate(less)], ontology)

    claims = graph.rows("MATCH (claim:Claim) RETURN count(claim) AS count")[0]["count"]
    drawn = graph.rows("MATCH (:Entity)-[edge]->(:Entity) RETURN count(edge) AS count")[0]["count"]
    assert (claims, drawn) == (6, 0)

    load(graph, [extraction(("Indeed Ada Lum bribed Bo Mott.", [bribe()]))], ontology)

    assert [(edge["start"], edge["end"]) for edge in edges(graph, "BRIBE")] == [("Ada Lum", "Bo Mott")]


def test_an_edge_is_attributed_until_an_article_states_it(graph, ontology):
    said = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe(speaker=COURT)]))
    stated = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), published="2022-01-26")

    load(graph, [said], ontology)
    before = edges(graph, "BRIBE")[0]["properties"]
    load(graph, [stated], ontology)
    after = edges(graph, "BRIBE")[0]["properties"]

    assert (before["certainty"], before["claims"], before["articles"]) == ("attributed", 1, 1)
    assert (after["certainty"], after["claims"], after["articles"]) == ("stated", 2, 2)
    assert after["quote"] == "Ada Lum bribed Bo Mott."


def test_a_statement_speaks_for_an_edge_before_an_attribution_that_is_surer(graph, ontology):
    said = extraction(("Ada Lum bribed Bo Mott, Court said.", [bribe(speaker=COURT, confidence=0.9)]))
    stated = extraction(("Ada Lum bribed Bo Mott.", [bribe(confidence=0.1)]))

    load(graph, [said, stated], ontology)

    found = edges(graph, "BRIBE")[0]["properties"]
    assert (found["certainty"], found["quote"]) == ("stated", "Ada Lum bribed Bo Mott.")


def test_of_two_statements_the_surer_then_the_earlier_published_is_quoted(graph, ontology):
    late = extraction(("Late, Ada Lum bribed Bo Mott.", [bribe()]), published="2022-02-01")
    early = extraction(("Early, Ada Lum bribed Bo Mott.", [bribe()]), published="2022-01-01")
    unsure = extraction(("Unsure, Ada Lum bribed Bo Mott.", [bribe(confidence=0.1)]), published="2021-01-01")
    undated = extraction(("Undated, Ada Lum bribed Bo Mott.", [bribe()]))

    load(graph, [late, early, unsure, undated], ontology)

    found = edges(graph, "BRIBE")[0]["properties"]
    assert found["quote"] == "Early, Ada Lum bribed Bo Mott."
    assert (found["first_published"].iso_format(), found["last_published"].iso_format()) == (
        "2021-01-01",
        "2022-02-01",
    )


def test_copies_of_one_text_are_several_articles_of_one_origin(graph, ontology):
    copies = [
        extraction(("Ada Lum bribed Bo Mott.", [bribe()]), url=f"https://{host}.example/1") for host in "abc"
    ]

    load(graph, copies, ontology)

    found = edges(graph, "BRIBE")[0]["properties"]
    assert (found["articles"], found["origins"]) == (3, 1)


def test_one_text_in_two_files_is_one_article(graph, ontology):
    made = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), path="b.txt")
    again = replace(made, article=replace(made.article, path="a.txt"))

    for order in ([made, again], [again, made]):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, order, ontology, batch_articles=1)

        assert graph.rows("MATCH (a:Article) RETURN a.path AS path") == [{"path": "a.txt"}]


def test_an_edited_article_loses_what_it_no_longer_says(graph, ontology):
    url = "https://news.example/1"
    first = extraction(
        ("Ada Lum bribed Bo Mott in Court.", [bribe(arguments=(("place", "in Court", COURT),))]),
        ("Ada Lum met Bo Mott.", [Told(ADA, "met", BO, "MEET", "meet")]),
        url=url,
        publisher="The Daily",
    )
    edited = extraction(("Ada Lum met Bo Mott.", [Told(ADA, "met", BO, "MEET", "meet")]), url=url)

    load(graph, [first], ontology)
    result = load(graph, [edited], ontology)

    assert result.counts.written == 1
    assert edges(graph, "BRIBE") == []
    assert len(edges(graph, "MEET")) == 1
    assert list(verify(graph, ontology)) == []
    graph_after = fingerprint(graph)
    graph.declare("MATCH (node) DETACH DELETE node")
    load(graph, [edited], ontology)
    assert graph_after == fingerprint(graph)


def test_evidence_keeps_the_day_it_was_first_seen_through_an_edit(graph, ontology):
    url = "https://news.example/1"
    runs = [new_run(datetime(2026, 1, day, tzinfo=UTC)) for day in (1, 5)]
    first = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), url=url)
    edited = extraction(("Now this.", []), ("Ada Lum bribed Bo Mott.", [bribe()]), url=url)

    load(graph, [first], ontology, run=runs[0])
    load(graph, [edited], ontology, run=runs[1])

    found = edges(graph, "BRIBE")[0]["properties"]
    assert found["first_seen"] == "2026-01-01T00:00:00.000000Z"


def test_a_file_with_another_text_replaces_its_article(graph, ontology):
    first = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), path="a.txt")
    edited = extraction(("Ada Lum met Bo Mott.", [Told(ADA, "met", BO, "MEET")]), path="a.txt")

    load(graph, [first], ontology)
    result = load(graph, [edited], ontology)

    assert result.counts.replaced == 1
    assert [row["id"] for row in graph.rows("MATCH (a:Article) RETURN a.id AS id")] == [edited.article.id]
    assert edges(graph, "BRIBE") == []


def test_articles_of_one_collection_do_not_replace_one_another(graph, ontology):
    collection = [extraction((f"Ada Lum bribed Bo Mott {n}.", [bribe()]), path="all.jsonl") for n in range(3)]

    load(graph, collection[:2], ontology, batch_articles=1)
    result = load(graph, collection, ontology, batch_articles=1)

    assert (result.counts.replaced, result.counts.unchanged, result.counts.written) == (0, 2, 1)


def test_what_a_collection_lacks_today_stays(graph, ontology):
    collection = [extraction((f"Ada Lum bribed Bo Mott {n}.", [bribe()]), path="all.jsonl") for n in range(3)]
    load(graph, collection[:2], ontology)

    result = load(graph, collection[2:], ontology)

    assert (result.counts.replaced, edges(graph, "BRIBE")[0]["properties"]["articles"]) == (0, 3)


def test_two_versions_in_one_run_end_in_the_later_published_in_any_order(graph, ontology):
    url = "https://news.example/1"
    early = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), url=url, published="2022-01-01")
    late = extraction(
        ("Ada Lum met Bo Mott.", [Told(ADA, "met", BO, "MEET")]), url=url, published="2022-01-02"
    )

    for order in ([early, late], [late, early]):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, order, ontology, batch_articles=1)

        assert len(edges(graph, "MEET")) == 1
        assert edges(graph, "BRIBE") == []


def test_a_changed_ontology_gives_a_claim_its_new_relation_and_moves_its_edge(graph):
    made = extraction(("Ada Lum bribed Bo Mott.", [bribe()]))
    retyped = replace(made, claims=(replace(made.claims[0], relation="INVADE"),))
    later = small_ontology(version="o:later")

    load(graph, [made], small_ontology())
    load(graph, [retyped], later)

    assert edges(graph, "BRIBE") == []
    assert len(edges(graph, "INVADE")) == 1
    assert list(verify(graph, later)) == []


@pytest.mark.parametrize("name", ["GLOBEX", "Globex"])
def test_where_articles_disagree_on_name_or_kind_the_smaller_stays_and_its_label(graph, ontology, name):
    company = organization("GLOBEX")
    place = replace(company, name=name, type="Place")
    made = [
        extraction((f"{e.type} {e.name} praised Bo Mott.", [Told(e, "praised", BO)]))
        for e in (place, company)
    ]

    for order in (made, made[::-1]):
        graph.declare("MATCH (node) DETACH DELETE node")
        for each in order:
            load(graph, [each], ontology)

        rows = graph.rows(
            "MATCH (e:Entity {id: $id}) RETURN e.name AS name, labels(e) AS labels", id=company.id
        )
        assert [(row["name"], sorted(row["labels"])) for row in rows] == [
            ("GLOBEX", ["Actor", "Entity", "Organization"])
        ]


def test_an_entity_gets_its_other_name_and_kind_back_when_the_first_goes(graph, ontology):
    company = organization("GLOBEX")
    place = replace(company, name="Globex", type="Place")
    first, second = (
        extraction((f"{e.name} praised Bo Mott.", [Told(e, "praised", BO)])) for e in (company, place)
    )
    load(graph, [first, second], ontology)

    retract(graph, first.article.id, "made up", ontology)

    rows = graph.rows("MATCH (e:Entity {id: $id}) RETURN e.name AS name, labels(e) AS labels", id=company.id)
    assert [(row["name"], sorted(row["labels"])) for row in rows] == [("Globex", ["Entity", "Place"])]


def test_of_two_wordings_of_an_argument_the_smaller_stays_in_any_order(graph, ontology):
    made = [
        extraction((f"Ada Lum bribed Bo Mott {words}.", [bribe(arguments=(("topic", words, COURT),))]))
        for words in ("over the Court", "concerning the Court")
    ]

    for order in (made, made[::-1]):
        graph.declare("MATCH (node) DETACH DELETE node")
        for each in order:
            load(graph, [each], ontology)

        assert graph.rows("MATCH ()-[about:ABOUT]->() RETURN about.text AS text") == [
            {"text": "concerning the Court"}
        ]


def test_entities_have_the_labels_of_their_kind_and_no_others(graph, ontology):
    load(graph, ARTICLES, ontology)

    found = {
        tuple(sorted(row["labels"])) for row in graph.rows("MATCH (e:Entity) RETURN labels(e) AS labels")
    }

    assert found <= {
        ("Actor", "Country", "Entity"),
        ("Actor", "Entity", "Organization"),
        ("Actor", "Entity", "Person"),
        ("Concept", "Entity"),
        ("Entity", "Place"),
    }
    assert len(found) >= 4


def test_an_article_that_cannot_be_written_costs_no_other(graph, ontology):
    too_long = f"https://news.example/{'x' * 40_000}"
    bad = extraction(("Ada Lum bribed Bo Mott.", [bribe()]), url=too_long)
    undeclared = extraction(("Ada Lum met Bo Mott.", [Told(replace(ADA, type="Ghost"), "met", BO)]))
    good = ARTICLES[:5]

    result = load(graph, [*good[:2], bad, undeclared, *good[2:]], ontology)

    assert result.counts.written == 5
    failures = {failure.article: failure.reason for failure in result.failures}
    assert failures.keys() == {bad.article.id, undeclared.article.id}
    assert "too large to index" in failures[bad.article.id]
    assert "Ghost" in failures[undeclared.article.id]
    assert list(verify(graph, ontology)) == []


def test_only_what_changed_needs_reading_again(graph, ontology):
    load(graph, ARTICLES[:3], ontology)
    articles = [made.article for made in ARTICLES[:4]]
    redated = replace(articles[0], published="1999-01-01")

    assert unread(graph, articles, EXTRACTOR, ontology) == [articles[3]]
    assert unread(graph, [redated], EXTRACTOR, ontology) == [redated]
    assert unread(graph, articles[:1], "graphkit 9", ontology) == articles[:1]
    assert unread(graph, articles[:1], EXTRACTOR, small_ontology(version="o:later")) == articles[:1]


def test_an_article_that_needs_no_reading_is_not_replaced_by_another_of_its_file(graph, ontology):
    first, second = (extraction((f"Ada Lum bribed Bo Mott {n}.", [bribe()]), path="all.jsonl") for n in "12")
    load(graph, [first], ontology)
    run = new_run()

    new = unread(graph, [first.article, second.article], EXTRACTOR, ontology, run=run)
    result = load(graph, [second], ontology, run=run)

    assert new == [second.article]
    assert (result.counts.replaced, result.counts.written) == (0, 1)


def test_without_keep_text_the_graph_has_quotes_only(graph, ontology):
    load(graph, ARTICLES[:3], ontology)

    load(graph, ARTICLES[:3], ontology, keep_text=False)

    assert graph.rows("MATCH (text:ArticleText) RETURN count(text) AS count") == [{"count": 0}]
    assert list(verify(graph, ontology)) == []


def test_progress_tells_every_article(graph, ontology):
    told: list[int] = []

    load(graph, ARTICLES, ontology, batch_articles=25, progress=told.append)

    assert told == [25, 25, 10]


def test_a_reload_leaves_no_run_behind(graph, ontology):
    load(graph, ARTICLES[:3], ontology)
    load(graph, ARTICLES[:3], ontology)

    assert graph.rows("MATCH (run:Run) RETURN count(run) AS count") == [{"count": 1}]


def test_an_article_without_claims_is_in_the_graph(graph, ontology):
    load(graph, [extraction(("Nothing happened.", []), title="Quiet")], ontology)

    assert graph.rows("MATCH (a:Article) RETURN a.name AS name") == [{"name": "Quiet"}]
    assert list(verify(graph, ontology)) == []


def test_actors_are_found_by_a_name_only_one_article_uses(graph, ontology):
    usa = country("United States", "Q30")
    made = extraction(("United States met Ada Lum. Washington won.", [Told(usa, "met", ADA, "MEET")]))
    at = made.article.text.index("Washington")
    entities = tuple(
        replace(e, mentions=(*e.mentions, EntityMention(at, at + 10, "name"))) if e.id == usa.id else e
        for e in made.entities
    )
    load(graph, [replace(made, entities=entities)], ontology)

    found = graph.rows(
        "MATCH (:Name {key: 'washington'})-[:NAMES]->(e:Entity) RETURN e.name AS name, e.articles AS articles"
    )

    assert found == [{"name": "United States", "articles": 1}]


def test_an_object_that_is_a_concept_is_tied_to_its_subject(graph, ontology):
    told = Told(country("United States", "Q30"), "rejected", concept("demand"), "REJECT", "reject")
    load(graph, [extraction(("United States rejected a demand.", [told]))], ontology)

    assert [edge["end"] for edge in edges(graph, "REJECT")] == ["demand"]


def test_a_graph_of_a_newer_graphkit_is_left_alone(graph, ontology):
    load(graph, ARTICLES[:1], ontology)
    graph.declare("MATCH (meta:Meta) SET meta.version = 99")

    with pytest.raises(UnsupportedServer, match="schema version 99"):
        load(graph, ARTICLES[:2], ontology)

    assert graph.rows("MATCH (a:Article) RETURN count(a) AS count") == [{"count": 1}]


def test_a_graph_of_an_older_graphkit_is_not_migrated_in_passing(graph, ontology):
    load(graph, ARTICLES[:1], ontology)
    graph.declare("MATCH (meta:Meta) SET meta.version = 0")

    with pytest.raises(StoreError, match="run `graphkit schema apply` first"):
        load(graph, ARTICLES[:2], ontology)
