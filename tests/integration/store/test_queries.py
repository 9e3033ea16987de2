"""Saved queries on a graph small enough to know the answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.errors import QueryError
from graphkit.model import EntityMention, Modality, Polarity
from graphkit.store.header import read
from graphkit.store.load import load
from graphkit.store.queries import Answer, find, run, saved_queries
from graphkit.store.retract import retract
from graphkit.store.values import shown
from graphkit.store.why import why
from tests.factories import Told, concept, country, extraction, newsroom, organization, person

USA, RUSSIA, UKRAINE = country("United States", "Q30"), country("Russia", "Q159"), country("Ukraine", "Q212")
NATO, SHERMAN, BLINKEN = organization("NATO"), person("Wendy Sherman"), person("Antony Blinken")
DEMAND = concept("demand")


def aliased(made, entity, name: str):
    """The extraction, with a further name of the entity that stands in its text."""
    at = made.article.text.index(name)
    mention = EntityMention(at, at + len(name), "name")
    return replace(
        made,
        entities=tuple(
            replace(e, mentions=(*e.mentions, mention)) if e.id == entity.id else e for e in made.entities
        ),
    )


ARTICLES = [
    aliased(
        extraction(
            (
                "United States rejected demand of Russia.",
                [
                    Told(
                        USA,
                        "rejected",
                        DEMAND,
                        "REJECT",
                        "reject",
                        arguments=(("about", "of Russia", RUSSIA),),
                    ),
                ],
            ),
            (
                "Russia may have invaded Ukraine, Wendy Sherman said.",
                [
                    Told(
                        RUSSIA,
                        "invaded",
                        UKRAINE,
                        "INVADE",
                        "invade",
                        modality=Modality.POSSIBLE,
                        speaker=SHERMAN,
                    ),
                ],
            ),
            ("Washington met NATO.", []),
            title="Door stays open",
            url="https://news.example/door",
            published="2022-01-26",
        ),
        USA,
        "Washington",
    ),
    extraction(
        (
            "Russia invaded Ukraine in 2014.",
            [
                Told(RUSSIA, "invaded", UKRAINE, "INVADE", "invade", happened="2014-02"),
            ],
        ),
        ("Antony Blinken met Wendy Sherman.", [Told(BLINKEN, "met", SHERMAN, "MEET", "meet")]),
        (
            "Russia did not say NATO praised Ukraine.",
            [
                Told(NATO, "praised", UKRAINE, polarity=Polarity.NEGATED, speaker=RUSSIA),
            ],
        ),
        title="Looking back",
        path="archive/back.txt",
        published="2022-01-20",
    ),
    extraction(
        ("NATO praised Ukraine.", [Told(NATO, "praised", UKRAINE)]),
        ("NATO met Russia.", [Told(NATO, "met", RUSSIA, "MEET", "meet")]),
        ("NATO met United States.", [Told(NATO, "met", USA, "MEET", "meet")]),
        title="Undated",
        path="archive/undated.txt",
    ),
]


@pytest.fixture(scope="module")
def asked(session_connection, ontology):
    """The small graph; its tests only read."""
    session_connection.declare("MATCH (node) DETACH DELETE node")
    load(session_connection, ARTICLES, ontology)
    return session_connection


def rows(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    """These columns of each row, as a table shows them."""
    at = [answer.columns.index(column) for column in columns]
    return [tuple(shown(row[index]) for index in at) for row in answer.rows]


def ask(graph, name: str, **given) -> Answer:
    return run(graph, find(name), given)


def test_who_did_what_gives_doings_with_quote_title_and_source(asked):
    answer = ask(asked, "who-did-what", actor="United States")

    assert rows(answer, "predicate", "target", "quote", "title", "source") == [
        (
            "reject",
            "demand",
            "United States rejected demand of Russia.",
            "Door stays open",
            "https://news.example/door",
        )
    ]


def test_what_is_only_possible_is_not_told_as_done(asked):
    answer = ask(asked, "who-did-what", actor="Russia", target="Ukraine")

    assert rows(answer, "quote") == [("Russia invaded Ukraine in 2014.",)]


def test_what_happened_to_an_actor_is_who_did_what_from_the_other_side(asked):
    answer = ask(asked, "what-happened-to", actor="Ukraine")

    assert rows(answer, "doer", "predicate") == [("Russia", "invade"), ("NATO", "praised")]


def test_said_by_gives_what_the_speaker_said_and_how(asked):
    answer = ask(asked, "said-by", actor="Wendy Sherman")

    assert rows(answer, "claim", "modality", "polarity") == [
        ("Russia possibly invaded Ukraine (possible, per Wendy Sherman)", "possible", "affirmed")
    ]


def test_said_about_leaves_out_what_actors_say_of_themselves(asked):
    answer = ask(asked, "said-about", actor="Ukraine")

    assert rows(answer, "speaker", "polarity") == [("Wendy Sherman", "affirmed"), ("Russia", "negated")]
    assert rows(ask(asked, "said-about", actor="Wendy Sherman"), "speaker") == []


def test_denials_tell_whether_somebody_claims_it(asked):
    answer = ask(asked, "denials", actor="NATO")

    assert rows(answer, "denied_by", "claimed_too") == [("Russia", "True")]


def test_planned_or_conditional_gives_what_is_less_than_fact(asked):
    answer = ask(asked, "planned-or-conditional", actor="Russia")

    assert rows(answer, "modality", "said_by") == [("possible", "Wendy Sherman")]


def test_ties_are_a_graph_of_actors(asked):
    answer = ask(asked, "actor-ties", actor="NATO")

    assert answer.query.view == "graph"
    assert sorted(rows(answer, "tie", "other")) == [
        ("ACTS_ON", "Ukraine"),
        ("MEET", "Russia"),
        ("MEET", "United States"),
    ]
    tie = answer.rows[0][answer.columns.index("tie")]
    assert tie["properties"]["certainty"] == "stated"


def test_a_path_goes_through_actors_and_carries_its_quotes(asked):
    answer = run(asked, find("path-between"), {"from": "United States", "to": "Ukraine"})

    assert len(answer.rows) == 1
    assert rows(answer, "path")[0][0].startswith("United States <-MEET- NATO -ACTS_ON-> Ukraine") or rows(
        answer, "path"
    )[0][0].startswith("United States -MEET-> NATO -ACTS_ON-> Ukraine")
    assert answer.rows[0][answer.columns.index("quotes")] == [
        "NATO met United States.",
        "NATO praised Ukraine.",
    ]


def test_a_shared_article_or_concept_is_no_path(asked):
    answer = run(asked, find("path-between"), {"from": "Wendy Sherman", "to": "Russia"})

    assert answer.rows == ()


def test_a_timeline_is_in_the_order_of_events_and_says_what_dates_them(asked):
    answer = ask(asked, "timeline", actor="Russia")

    assert rows(answer, "day", "dated_by") == [("2014-02-01", "month")]
    assert rows(ask(asked, "timeline", actor="Russia", **{"from": "2015-01-01"}), "day") == []


def test_why_gives_every_quote_behind_an_edge(asked):
    answer = why(asked, "russia", "wd:Q212")

    assert rows(answer, "relation", "quote", "source") == [
        ("INVADE", "Russia invaded Ukraine in 2014.", "archive/back.txt")
    ]
    assert why(asked, "Ukraine", "Russia").rows == ()


def test_why_knows_both_ways_round_of_a_meeting(asked):
    along = why(asked, "Antony Blinken", "Wendy Sherman")
    as_drawn = asked.rows("MATCH (a)-[:MEET]->(b:Person) RETURN a.name AS a, b.name AS b")[0]

    assert rows(along, "quote") == [("Antony Blinken met Wendy Sherman.",)]
    assert why(asked, as_drawn["a"], as_drawn["b"]).rows == along.rows


@pytest.mark.parametrize("name", ["Washington", "WASHINGTON", "united  states", "wd:Q30", " United States "])
def test_an_actor_is_found_by_name_alias_or_id_in_any_case(asked, name):
    answer = ask(asked, "who-did-what", actor=name)

    assert [entity.id for entity in answer.meant["actor"]] == ["wd:Q30"]
    assert len(answer.rows) == 1


def test_an_actor_who_is_not_there_gets_the_nearest_names(asked):
    with pytest.raises(QueryError, match="nobody in the graph is called 'Rusia': did you mean Russia"):
        ask(asked, "who-did-what", actor="Rusia")


@pytest.mark.parametrize("name", ["Xylophone", "!!!", "OR AND NOT", "a* ~2 ^(", "\\", '"'])
def test_an_actor_like_nobody_is_told_so(asked, name):
    with pytest.raises(QueryError, match="nobody in the graph is called"):
        ask(asked, "who-did-what", actor=name)


def test_in_an_empty_graph_the_next_step_is_to_load(graph):
    with pytest.raises(QueryError, match="the graph is empty; fill it with `graphkit load PATH`"):
        ask(graph, "who-did-what", actor="Russia")


def test_a_name_of_two_asks_about_both(graph, ontology):
    town = Entity = replace(country("Washington", "Q61"), type="Place")  # noqa: N806
    load(
        graph,
        [*ARTICLES, extraction(("Russia praised Washington.", [Told(RUSSIA, "praised", Entity)]))],
        ontology,
    )

    answer = ask(graph, "what-happened-to", actor="washington")

    assert {entity.id for entity in answer.meant["actor"]} == {USA.id, town.id}


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_every_shipped_query_answers_with_the_columns_it_announces(asked, query):
    given = {
        parameter.name: {"from": "NATO", "to": "Ukraine", "object": "Ukraine"}.get(parameter.name, "Russia")
        for parameter in query.parameters
        if parameter.type == "entity"
    }

    answer = run(asked, query, given)

    assert answer.columns == query.columns


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_every_shipped_query_is_limited_and_gives_the_same_rows_again(session_connection, ontology, query):
    if session_connection.rows("MATCH (a:Article) RETURN count(a) AS count")[0]["count"] != 40:
        session_connection.declare("MATCH (node) DETACH DELETE node")
        load(session_connection, newsroom(40, seed=4), ontology)
    given = {
        parameter.name: {"to": "Elbonia", "object": "Elbonia"}.get(parameter.name, "Arland")
        for parameter in query.parameters
        if parameter.type == "entity" and parameter.required
    }

    whole = run(session_connection, query, given)
    few = run(session_connection, query, given | {"limit": 2})

    assert run(session_connection, query, given).rows == whole.rows
    assert few.rows == whole.rows[:2]


def test_what_happened_to_an_actor_finds_who_is_acted_upon_by_nobody_named(graph, ontology):
    arrested = Told(SHERMAN, "was arrested", None, "BRIBE", "be arrested", mode="arrest", passive=True)
    left = Told(SHERMAN, "left")
    sentences = (("Wendy Sherman was arrested.", [arrested]), ("Wendy Sherman left.", [left]))
    load(graph, [extraction(*sentences, path="a.txt")], ontology)

    answer = ask(graph, "what-happened-to", actor="Wendy Sherman")

    assert rows(answer, "doer", "predicate", "actor", "mode") == [
        ("", "be arrested", "Wendy Sherman", "arrest")
    ]


def test_a_claim_has_the_mode_its_best_evidence_gives_it(graph, ontology):
    def raid(mode: str | None, confidence: float):
        told = Told(RUSSIA, "invaded", UKRAINE, "INVADE", "invade", mode=mode, confidence=confidence)
        return extraction((f"Russia invaded Ukraine, surely {confidence}.", [told]))

    for order in ([raid("air", 0.9), raid(None, 0.5)], [raid(None, 0.5), raid("air", 0.9)]):
        graph.declare("MATCH (node) DETACH DELETE node")
        load(graph, order, ontology, batch_articles=1)

        assert graph.rows("MATCH (c:Claim) RETURN c.mode AS mode") == [{"mode": "air"}]


def test_retracted_articles_are_listed(graph, ontology):
    load(graph, ARTICLES, ontology)
    retract(graph, "archive/back.txt", "made up", ontology, by="the desk")

    answer = run(graph, find("retracted"), {})

    assert rows(answer, "reason", "by", "source") == [("made up", "the desk", "archive/back.txt")]


@pytest.fixture
def own(tmp_path):
    def write(body: str) -> Path:
        path = tmp_path / "mine.cypher"
        path.write_text(f"// title: Mine\n// question: Whose?\n{body}\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    "body",
    [
        "CREATE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
        "MATCH (n:Nobody) SET n.name = 'x' RETURN n",
        "CREATE INDEX mine FOR (n:Entity) ON (n.x)",
    ],
)
def test_a_query_that_would_write_is_refused_and_nothing_is_written(asked, own, body):
    before = asked.rows("MATCH (n) RETURN count(n) AS count, sum(size(n.name)) AS sum")

    with pytest.raises(QueryError, match="would write: saved queries only read"):
        run(asked, read(own(body)), {})

    assert asked.rows("MATCH (n) RETURN count(n) AS count, sum(size(n.name)) AS sum") == before


def test_a_mistake_in_a_query_is_named_with_its_line(asked, own):
    path = own("MATCH (n)\nRETRUN n")

    with pytest.raises(QueryError, match=r"mine\.cypher.*line 4, column 1"):
        run(asked, read(path), {})


def test_a_query_that_takes_too_long_is_stopped(asked, own):
    path = own("UNWIND range(1, 1000000000) AS x WITH x WHERE x % 2 = 3 RETURN count(x) AS count")

    with pytest.raises(QueryError, match=r"took longer than 0\.2 s and was stopped"):
        run(asked, read(path), {}, timeout=0.2)
