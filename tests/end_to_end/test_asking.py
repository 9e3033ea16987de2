"""Plain questions about the examples: the right answer with the right quote, or a plain refusal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.cli.main import run
from graphkit.pipeline.ask.ask import Outcome, Reply, reply
from graphkit.pipeline.recipe import Recipe
from graphkit.store import Connection, connect
from graphkit.store.asking import Wanted, asking
from tests.homes import wipe

ROOT = Path(__file__).parent.parent.parent
MISSION, OTHERS, NEWS = (
    yaml.safe_load((ROOT / "tests" / "questions" / name).read_text(encoding="utf-8"))
    for name in ("mission.yaml", "others.yaml", "news.yaml")
)
RECIPE = Recipe("en_core_web_sm")
HOSTILE = (
    "MATCH (n) DETACH DELETE n",
    "Who rejected Russia's demand'}) DETACH DELETE claim //?",
    "Did Russia invade `Ukraine`}) SET claim.polarity = 'affirmed' //?",
    'Who said "}) CREATE (:Claim {id: 1}) //"?',
    "What did Russia\\u0027}) DETACH DELETE (n) do?",
    "Who REJECT|DELETE'd $subject in Russia?",
    "Who .* (Russia|.*)+$ [a-z] demanded?",
    "Who\x00 rejected\n\n the demand?\r\n; DROP INDEX graphkit_Claim_relation",
    "What did " + "Russia " * 2000 + "do?",
    "?",
    "Who",
    "🦊 who is 🦊?",
    "CALL db.labels()",
    "Did wd:Q159' OR 1=1 invade wd:Q212?",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
)


@pytest.fixture(scope="module")
def graph(neo4j_server, neo4j_driver) -> "Iterator[Loading]":
    with connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as connection:
        yield Loading(neo4j_server, neo4j_driver, connection)


class Loading:
    """Loads the articles of a case file, once for all its cases."""

    def __init__(self, server, driver, connection: Connection) -> None:
        self.server, self.driver, self.connection = server, driver, connection
        self.holds: tuple[str, ...] = ()

    def with_articles(self, *names: str) -> Connection:
        if self.holds != names:
            wipe(self.driver, self.server.name)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("NEO4J_URI", self.server.uri)
                patch.setenv("NEO4J_USERNAME", self.server.username)
                patch.setenv("NEO4J_PASSWORD", self.server.password)
                assert run(["-q", "load", *(str(ROOT / "examples" / name) for name in names)]) == 0
            self.holds = names
        return self.connection

    def asked(self, question: str, case: dict[str, Any]) -> Reply:
        connection = self.with_articles(*case.get("articles", [case.get("article")]))
        return reply(connection, question, RECIPE)


ANSWERED = [
    pytest.param(case, question, id=question["ask"])
    for case in (MISSION, OTHERS, NEWS)
    for question in case["answered"]
]
REFUSED = [
    pytest.param(case, because, question, id=question)
    for case in (NEWS, OTHERS, MISSION)  # as they are loaded already, of those answered last
    for because, questions in case["refused"].items()
    for question in questions
]


def contents(connection: Connection) -> list[Any]:
    """Every node and relationship with what it says, and every index."""
    nodes = connection.rows("MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY elementId(n)")
    links = connection.rows("MATCH ()-[r]->() RETURN type(r) AS t, properties(r) AS p ORDER BY elementId(r)")
    return [nodes, links, connection.rows("SHOW INDEXES YIELD name RETURN name ORDER BY name")]


def plain(quote: str) -> str:
    return " ".join(quote.replace("’", "'").split())


@pytest.mark.parametrize(("case", "question"), ANSWERED)
def test_a_question_is_answered_with_the_right_actor_and_quote(graph: Loading, case, question):
    """Every answer expected is there with its quote, and no other; where `including`, others may be."""
    found = graph.asked(question["ask"], case)

    expected = question.get("answers") or question["including"]
    given = [(one.answer, plain(one.quote)) for one in found.answers]
    assert found.outcome == Outcome.ANSWERED, found
    for answer, words in expected.items():
        assert any(one == answer and str(words) in quote for one, quote in given), given
    if "answers" in question:
        assert {answer for answer, _ in given} == set(expected)


@pytest.mark.parametrize(("case", "because", "question"), REFUSED)
def test_what_cannot_be_known_is_refused_and_never_guessed(graph: Loading, case, because, question):
    found = graph.asked(question, case)

    assert (found.outcome, found.answers) == (Outcome(because), ())
    assert found.reason
    assert found.near


def test_there_are_as_many_questions_as_promised():
    assert len(MISSION["answered"]) >= 40
    assert sum(len(questions) for questions in MISSION["refused"].values()) >= 10
    assert len(OTHERS["answered"]) >= 15
    assert len(NEWS["answered"]) >= 30


def test_each_answer_names_article_and_date(graph: Loading):
    found = graph.asked("Who rejected Russia's demand?", MISSION)

    assert {(one.article, one.published) for one in found.answers} == {
        ("US rejects Russia demand on Ukraine but talks see new life", "2022-01-26")
    }


def test_an_actor_is_found_by_id_alias_and_in_any_case(graph: Loading):
    answers = [
        [one.answer for one in graph.asked(f"Who rejected {actor}'s demand?", MISSION).answers]
        for actor in ("Russia", "RUSSIA", "moscow", "wd:Q159")
    ]

    assert answers == [["United States"] * len(answers[0])] * 4
    assert answers[0]


def test_a_name_that_is_nearly_right_is_suggested(graph: Loading):
    found = graph.asked("What did Shermann say?", MISSION)

    assert found.outcome == Outcome.UNKNOWN
    assert "Sherman" in found.reason


def test_what_nobody_asserts_is_not_told_as_a_fact(graph: Loading):
    found = graph.asked("Did Russia invade Ukraine?", MISSION)

    assert found.summary.startswith("nobody asserts it")


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_is_refused_or_harmless(graph: Loading, question):
    connection = graph.with_articles(MISSION["article"])
    before = contents(connection)

    found = reply(connection, question, RECIPE)

    assert contents(connection) == before
    if found.asking is not None:
        assert question not in found.asking.cypher
        assert "DELETE" not in found.asking.cypher


def test_words_of_a_question_never_stand_in_the_cypher():
    bad = "x' OR true}) DETACH DELETE (n) //"
    wanted = Wanted(
        subject=(bad,),
        object=(bad,),
        speaker=(bad,),
        linked=((bad,),),
        shape=bad,
        relation=bad,
        kindred=True,
        passives=(bad,),
        kinds=(bad,),
        asked_end="subject",
        since=bad,
        until=bad,
    )

    for either in (False, True):
        assert bad not in asking(Wanted(subject=(bad,), either=either, relation=bad, shape=bad)).cypher
    assert bad not in asking(wanted).cypher


def test_the_command_prints_pattern_answer_cypher_and_parameters(graph: Loading, graphkit_here, capsys):
    graph.with_articles(MISSION["article"])

    code = run(["-q", "ask", "Who occupied Crimea?"])

    shown = capsys.readouterr().out
    assert code == 0
    for words in ("understood: ? · occupy (COERCE) · Crimea", "Russia", "MATCH (claim:Claim)", '"wd:Q7835"'):
        assert words in shown


@pytest.mark.parametrize(
    ("question", "code"), [("Who won the Winter Olympics?", 1), ("Crimea", 2)], ids=["silent", "unread"]
)
def test_the_exit_code_tells_no_answer_from_no_question(graph: Loading, graphkit_here, question, code):
    graph.with_articles(MISSION["article"])

    assert run(["ask", question]) == code


@pytest.fixture
def graphkit_here(neo4j_server, monkeypatch) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
