"""The header of a saved query."""

from pathlib import Path

import pytest

from graphkit.errors import QueryError
from graphkit.store.header import read
from graphkit.store.parameters import Parameter
from graphkit.store.queries import find, saved_queries

GOOD = """// title: Who
// question: Who is $actor?
// param actor: entity, required
// param since: date = 2022-01-26
// param limit: integer = 25
// view: graph
// columns: actor, name
MATCH (n) WHERE n.id IN $actor // $5 and $unheard of stay comments
RETURN n AS actor, n.name + '$name' AS name, date($since) LIMIT $limit
"""


@pytest.fixture
def file(tmp_path):
    def write(text: str, name: str = "who.cypher") -> Path:
        path = tmp_path / "actors" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_header_says_what_a_query_answers_and_wants_to_know(file):
    query = read(file(GOOD))

    assert (query.name, query.topic, query.title, query.view) == ("who", "actors", "Who", "graph")
    assert query.parameters == (
        Parameter("actor", "entity", required=True),
        Parameter("since", "date", default="2022-01-26"),
        Parameter("limit", "integer", default=25),
    )
    assert query.columns == ("actor", "name")
    assert query.text == GOOD


@pytest.mark.parametrize(
    ("change", "line", "complaint"),
    [
        (("// title: Who", "// titel: Who"), 1, "is no header line"),
        (("// title: Who", "// by nobody"), 1, "is no header line"),
        (("// title: Who", "// title:"), 1, "write `// title: VALUE`"),
        (("// view: graph", "// title: Again"), 6, "title is given twice"),
        (("entity, required", "actor, required"), 3, "parameter actor is 'actor, required'"),
        (("entity, required", "entity, required = x"), 3, "is required and has a default"),
        (("integer = 25", "integer = many"), 5, "give a whole number"),
        (("date = 2022-01-26", "date = 26.1.2022"), 4, "give a date such as"),
        (("param actor", "param"), 3, "write `// param NAME: TYPE`"),
        (("n.id IN $actor", "n.id IN $actors"), 8, r"\$actors isn't declared"),
    ],
)
def test_a_wrong_line_is_named_by_file_and_number(file, change, line, complaint):
    path = file(GOOD.replace(*change))

    with pytest.raises(QueryError, match=complaint) as caught:
        read(path)

    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("// title: Who\n", ""), "lacks title"),
        (("// question: Who is $actor?\n", ""), "lacks question"),
        (("// view: graph", "// view: map"), "view is 'map'"),
        ((" LIMIT $limit", ""), "parameter limit is declared, but the query has no"),
        (("// view: graph", "// param limit: integer"), "parameter limit is declared twice"),
    ],
)
def test_what_is_wrong_with_the_whole_names_the_file(file, change, complaint):
    path = file(GOOD.replace(*change))

    with pytest.raises(QueryError, match=complaint) as caught:
        read(path)

    assert str(caught.value).startswith(str(path))


def test_a_file_that_is_no_text_is_named(file, tmp_path):
    path = file("")
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(QueryError, match="can't be read"):
        read(path)


def test_all_shipped_queries_can_be_read_and_have_names_of_their_own():
    queries = saved_queries()

    assert len({query.name for query in queries}) == len(queries) >= 10
    assert all(query.columns and query.question.endswith("?") for query in queries)


def test_a_query_of_ones_own_takes_precedence(file, tmp_path):
    file(GOOD, "said-by.cypher")

    assert find("said-by", [tmp_path]).title == "Who"
    assert find("said-by").title == "What an actor said"


def test_an_unknown_query_gets_the_nearest_name():
    with pytest.raises(QueryError, match=r"'said_by' \(did you mean 'said-by'\?\)"):
        find("said_by")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(QueryError, match="isn't a folder of saved queries"):
        saved_queries([tmp_path / "nowhere"])
