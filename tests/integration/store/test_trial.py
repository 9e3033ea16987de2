"""Saved queries on the articles written for them, and their plans."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.cli.main import run as graphkit
from graphkit.errors import QueryError, UsageError
from graphkit.ontology import load_ontology
from graphkit.store.explain import explain
from graphkit.store.header import read
from graphkit.store.load import load
from graphkit.store.queries import find, run, saved_queries
from graphkit.store.trial import fixture_of, try_queries, with_fixtures
from graphkit.store.trial_articles import read_world

HEADER = "// title: Try\n// question: What?\n"
TRIED = with_fixtures(saved_queries())
WORLD = find("said-by").path.parent.parent / "world.yaml"


@pytest.fixture(scope="module")
def shipped():
    return load_ontology()


def written(folder: Path, text: str, name: str = "try"):
    path = folder / f"{name}.cypher"
    path.write_text(HEADER + text, encoding="utf-8")
    return read(path)


def test_every_shipped_query_gives_the_rows_expected_and_leaves_nothing(graph, shipped):
    found = try_queries(graph, TRIED, shipped)

    assert [query.name for query in saved_queries() if query not in TRIED] == []
    assert [f"{one.query} {dict(one.given)}: {one.problem}" for one in found if one.problem] == []
    assert {one.query for one in found} == {query.name for query in TRIED}
    assert graph.rows("MATCH (n) WHERE NOT n:Meta RETURN count(n) AS count") == [{"count": 0}]


@pytest.mark.parametrize("query", TRIED, ids=lambda query: query.name)
def test_a_fixture_expects_rows_of_every_query_that_can_have_some(query):
    text = fixture_of(query).read_text(encoding="utf-8")

    assert "      - [" in text


def test_rows_that_differ_are_told(graph, shipped, tmp_path):
    query = written(tmp_path, "MATCH (a:Entity {name: 'Poland'}) RETURN a.name AS name, a.kind AS kind\n")
    case = f"articles: {WORLD}\ncases:\n  - {{columns: [name], rows: [[Poland]]}}\n  - {{rows: [[Poland, Place]]}}\n"
    fixture_of(query).write_text(case + "  - {rows: []}\n", encoding="utf-8")

    right, wrong, more = try_queries(graph, [query], shipped)

    assert right.problem is None
    assert wrong.problem == "row 1 is ['Poland', 'Country'], not ['Poland', 'Place']"
    assert more.problem is not None
    assert more.problem.startswith("it gives 1 rows, not 0")


def test_a_graph_that_is_not_empty_is_not_touched(graph, shipped):
    graph.declare("CREATE (:Entity {id: 'e:somebody', name: 'Somebody', kind: 'Person'})")

    with pytest.raises(UsageError, match="isn't empty"):
        try_queries(graph, TRIED, shipped)

    assert graph.rows("MATCH (n:Entity) RETURN n.name AS name") == [{"name": "Somebody"}]


def test_a_query_without_fixture_says_what_to_write(graph, shipped, tmp_path):
    with pytest.raises(QueryError, match=r"has no try\.test\.yaml beside it"):
        try_queries(graph, [written(tmp_path, "MATCH (a:Article) RETURN a.name AS name\n")], shipped)


def test_the_command_tries_queries_on_an_empty_database(graph, neo4j_server, monkeypatch, capsys):
    for name, value in (("URI", "uri"), ("USERNAME", "username"), ("PASSWORD", "password")):
        monkeypatch.setenv(f"NEO4J_{name}", getattr(neo4j_server, value))

    assert graphkit(["-q", "query", "test", "said-by", "--here"]) == 0

    assert capsys.readouterr().out.splitlines() == ["ok     said-by -p actor=Lavrov"]


@pytest.fixture(scope="module")
def planned(session_connection, shipped):
    """The world, with its indexes counted: plans depend on both."""
    session_connection.declare("MATCH (node) DETACH DELETE node")
    load(session_connection, read_world(WORLD).extractions(), shipped)
    session_connection.declare("CALL db.prepareForReplanning(120)")
    return {query.name: explain(session_connection, query) for query in saved_queries()}


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_no_shipped_query_goes_through_everything(planned, query):
    plan = planned[query.name]

    assert plan.problems == ()
    assert plan.steps[-1].startswith("answer")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("MATCH (a:Article), (b:Claim) RETURN a.name AS a, b.name AS b\n", "joins everything"),
        ("MATCH (n) WHERE n.name = 'x' RETURN n.name AS name\n", "goes through every node"),
        ("MATCH ()-[r]->() RETURN type(r) AS type\n", "goes through every relationship"),
    ],
)
def test_a_plan_that_goes_through_everything_is_told(graph, tmp_path, text, problem):
    found = explain(graph, written(tmp_path, text)).problems

    assert found
    assert problem in found[0]


WRITES = (
    "CREATE (n:Entity {id: 'x'}) RETURN n.id AS id\n",
    "MATCH (n:Claim) SET n.polarity = 'affirmed' RETURN n.id AS id\n",
    "MATCH (n) DETACH DELETE n\n",
    "MATCH (n:Claim) CALL (n) { SET n.name = 'x' } RETURN n.id AS id\n",
    "DROP CONSTRAINT graphkit_Claim_id IF EXISTS\n",
)


@pytest.mark.parametrize("text", WRITES)
def test_a_query_file_that_writes_is_refused(graph, tmp_path, text):
    graph.declare("CREATE (:Entity:Claim {id: 'c:x', name: 'before', polarity: 'negated'})")
    query = written(tmp_path, text)

    with pytest.raises(QueryError):
        run(graph, query, {})

    assert graph.rows("MATCH (n:Claim) RETURN n.name AS name, n.polarity AS polarity") == [
        {"name": "before", "polarity": "negated"}
    ]


@pytest.mark.parametrize("text", WRITES[:4])
def test_explaining_a_query_that_writes_refuses_it(graph, tmp_path, text):
    with pytest.raises(QueryError, match="would write"):
        explain(graph, written(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line\n",
        "load /* a comment */ csv from 'https://elsewhere.example/' AS line RETURN line\n",
        "CALL db.createLabel('Mine')\n",
        "CALL dbms.listConnections() YIELD connectionId RETURN connectionId\n",
        "CALL `dbms`.killQuery('x') YIELD queryId RETURN queryId\n",
        "\\u004cOAD CSV FROM 'file:///etc/passwd' AS line RETURN line\n",
        "CALL apoc.cypher.runWrite('CREATE ()', {}) YIELD value RETURN value\n",
    ],
)
def test_a_query_file_that_reaches_beyond_the_graph_is_refused(tmp_path, text):
    with pytest.raises(QueryError, match="beyond the graph"):
        written(tmp_path, text)


def test_words_in_strings_and_parts_of_queries_are_not_taken_for_calls(tmp_path):
    text = "MATCH (a:Article) CALL (a) { RETURN 'LOAD CSV' AS b } RETURN a.name AS a, b\n"

    assert written(tmp_path, text).name == "try"


@pytest.mark.parametrize(
    "value",
    [
        "'}) DETACH DELETE n //",
        "Russia' OR '1'='1",
        "$actor",
        "\u0000",
        "[]",
        "{id: 1}",
        "x" * 100_000,
        "{limit: -1}",
    ],
    ids=range(8),
)
def test_a_hostile_parameter_is_somebody_unknown(graph, shipped, value):
    graph.declare("CREATE (:Meta {id: 'graphkit', name: 'graphkit', version: 1})")

    with pytest.raises(QueryError):
        run(graph, find("said-by"), {"actor": value})
    with pytest.raises(QueryError):
        run(graph, find("said-by"), {"actor": "Russia", "limit": value})


def test_a_users_query_takes_the_place_of_ours(tmp_path):
    written(tmp_path, "MATCH (a:Article) RETURN a.name AS name\n", "said-by")

    assert find("said-by", [tmp_path]) == replace(
        find("said-by", [tmp_path]), path=tmp_path / "said-by.cypher"
    )
