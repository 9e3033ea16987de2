"""The whole path: articles in, a graph in a real Neo4j, questions answered, articles taken out again."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.conftest import Program, ProgramWithin

Write = Callable[[str, str | bytes], Path]
TALKS = """\
Talks in Geneva

Russia rejected the American proposal on Friday. Sergei Lavrov said Ukraine attacked Russia.
"""
MORE = "No deal\n\nOn Saturday, Russia attacked Ukraine. The minister visited Geneva.\n"
AGAIN = "Second day\n\nRussia attacked Ukraine, the ministry announced. Kenya sent troops to Haiti.\n"
EACH_WAY = """\
A case in seven ways

Maria Silva denied that Tom Baker bribed Anna Reed. Tom Baker allegedly bribed Carl Jones.
Tom Baker did not bribe Dana White. Tom Baker will bribe Erik Stone.
If Tom Baker bribes Fiona Hall, she will resign. Maria Silva urged Tom Baker to bribe George Lee.
Tom Baker bribed Helen Ward.
"""
BRIBED = {
    "Anna Reed": ("negated", "asserted"),
    "Carl Jones": ("affirmed", "possible"),
    "Dana White": ("negated", "asserted"),
    "Erik Stone": ("affirmed", "planned"),
    "Fiona Hall": ("affirmed", "conditional"),
    "George Lee": ("affirmed", "ordered"),
    "Helen Ward": ("affirmed", "asserted"),
}


def rows(program: ProgramWithin, *arguments: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(program(*arguments, "--format", "json").stdout)
    return found


def digest(program: ProgramWithin) -> str:
    return program("fingerprint").stdout.strip()


def test_an_article_becomes_an_answer_with_its_quote(graphkit_on: ProgramWithin, article: Write):
    loaded = graphkit_on("load", article("talks.txt", TALKS), "--published", "2022-01-28")
    said = rows(graphkit_on, "query", "run", "said-by", "-p", "actor=Sergei Lavrov")
    did = rows(graphkit_on, "query", "run", "who-did-what", "-p", "actor=Russia")

    assert (loaded.returncode, graphkit_on("verify").returncode) == (0, 0)
    assert [row["quote"] for row in said] == ["Sergei Lavrov said Ukraine attacked Russia."]
    assert "Russia rejected the American proposal on Friday." in [row["quote"] for row in did]
    assert {row["published"] for row in said} == {"2022-01-28"}


def test_extracting_first_and_loading_later_is_the_same(graphkit_on: ProgramWithin, article: Write):
    article("news/talks.txt", TALKS)
    article("news/more.txt", MORE)

    graphkit_on("extract", "news", "-o", "records.jsonl")
    graphkit_on("load", "records.jsonl")
    by_records = digest(graphkit_on)
    again = rows(graphkit_on, "load", "news")
    by_articles = digest(graphkit_on)

    assert by_records == by_articles
    assert (again[0]["written"], again[0]["not read again"]) == (0, 2)


def test_records_are_the_same_bytes_for_any_number_of_workers_and_any_hash_seed(
    graphkit: Program, article: Write
):
    for number in range(5):
        article(f"news/{number}.txt", TALKS.replace("Friday", f"Friday the {number + 1}th"))
    few = graphkit.with_environment(GRAPHKIT_READING_BATCH_ARTICLES="2", PYTHONHASHSEED="1")

    alone = few("extract", "news")
    two = few.with_environment(PYTHONHASHSEED="2")("extract", "news", "--workers", "2")

    assert (alone.returncode, two.returncode) == (0, 0)
    assert alone.stdout == two.stdout
    assert len(alone.stdout.splitlines()) == 5


def test_records_go_through_a_pipe(graphkit_on: ProgramWithin, article: Write):
    record = graphkit_on("extract", "-", given=TALKS).stdout

    loaded = graphkit_on("load", "-", given=record)

    assert loaded.returncode == 0
    assert len(rows(graphkit_on, "query", "run", "articles")) == 1


def test_a_dry_run_writes_nothing(graphkit_on: ProgramWithin, article: Write):
    empty = digest(graphkit_on)

    rehearsed = rows(graphkit_on, "load", article("talks.txt", TALKS), "--dry-run")

    assert rehearsed[0]["would be written"] == 1
    assert digest(graphkit_on) == empty


def test_an_edge_stays_while_one_article_supports_it(graphkit_on: ProgramWithin, article: Write):
    graphkit_on("load", article("more.txt", MORE), article("again.txt", AGAIN))
    before = digest(graphkit_on)

    shown = graphkit_on("retract", "more.txt", "--reason", "withdrawn", "--dry-run")
    after_showing = digest(graphkit_on)
    unasked = graphkit_on("retract", "more.txt", "--reason", "withdrawn")
    graphkit_on("retract", "more.txt", "--reason", "withdrawn", "--yes")
    one_left = graphkit_on("why", "Russia", "Ukraine")
    graphkit_on("retract", "again.txt", "--reason", "withdrawn", "--yes")
    none_left = graphkit_on("why", "Russia", "Ukraine")

    assert "article would go: No deal" in shown.stdout
    assert after_showing == before
    assert (unasked.returncode, "add --yes" in unasked.stderr) == (2, True)
    assert (one_left.returncode, "the ministry announced" in one_left.stdout) == (0, True)
    assert none_left.returncode in {1, 2}
    assert graphkit_on("verify").returncode == 0


def test_a_retracted_article_stays_out_until_it_is_restored(graphkit_on: ProgramWithin, article: Write):
    graphkit_on("load", article("talks.txt", TALKS))
    whole = digest(graphkit_on)
    graphkit_on("retract", "talks.txt", "--reason", "withdrawn", "--yes")

    again = graphkit_on("load", "talks.txt")
    graphkit_on("retract", "talks.txt", "--restore")
    graphkit_on("load", "talks.txt")

    assert "talks.txt stays out" in again.stderr
    assert digest(graphkit_on) == whole


def test_only_what_is_affirmed_and_asserted_draws_an_edge(graphkit_on: ProgramWithin, article: Write):
    path = article("ways.txt", EACH_WAY)
    record = json.loads(graphkit_on("extract", path).stdout)
    graphkit_on("load", path)

    flags = {
        claim["object"]["text"]: (claim["polarity"], claim["modality"])
        for claim in record["claims"]
        if claim["predicate"]["lemma"] == "bribe"
    }
    edges = {name: graphkit_on("why", "Tom Baker", name).returncode == 0 for name in BRIBED}

    assert flags == BRIBED
    assert [name for name, drawn in edges.items() if drawn] == ["Helen Ward"]


def test_rebuilding_a_sound_graph_changes_nothing(graphkit_on: ProgramWithin, article: Write):
    graphkit_on("load", article("talks.txt", TALKS), article("more.txt", MORE))
    before = digest(graphkit_on)

    done = graphkit_on("rebuild")

    assert done.returncode == 0
    assert digest(graphkit_on) == before


def test_answers_come_as_csv_and_as_a_table(graphkit_on: ProgramWithin, article: Write):
    graphkit_on("load", article("talks.txt", TALKS))
    ask = ("query", "run", "said-by", "-p", "actor=Sergei Lavrov")

    table = graphkit_on(*ask).stdout
    found = list(csv.DictReader(io.StringIO(graphkit_on(*ask, "--format", "csv").stdout)))

    assert found[0]["quote"] == "Sergei Lavrov said Ukraine attacked Russia."
    assert found[0]["quote"] in table


def test_the_browser_link_carries_the_query_and_no_password(graphkit_on: ProgramWithin, article: Write):
    graphkit_on("load", article("talks.txt", TALKS))

    link = graphkit_on("browser", "actor-ties", "-p", "actor=Russia", "--no-open").stdout

    assert link.startswith("http://127.0.0.1:")
    assert "wd%3AQ159" in link
    assert graphkit_on.environment["NEO4J_PASSWORD"] not in link


def test_the_schema_is_shown_and_applied(graphkit_on: ProgramWithin):
    before = graphkit_on("schema", "show")
    applied = graphkit_on("schema", "apply")
    after = graphkit_on("schema", "show")

    assert (before.returncode, applied.returncode, after.returncode) == (1, 0, 0)


def test_the_doctor_finds_all_well_on_a_server_that_runs(graphkit_on: ProgramWithin):
    done = graphkit_on("doctor")

    assert done.returncode == 0
    assert "FAILS" not in done.stdout
    assert "Neo4j/5.26" in done.stdout


def test_the_doctor_names_the_next_step_where_the_server_is_down(graphkit: Program):
    done = graphkit("doctor", "--format", "json")

    failing = [row for row in json.loads(done.stdout) if not row["holds"]]
    assert done.returncode == 1
    assert [row["check"] for row in failing] == ["database"]
    assert "graphkit server start" in failing[0]["next"]


def test_the_doctor_looks_at_what_a_local_server_needs_and_starts_none(graphkit: Program):
    local = graphkit.with_environment(NEO4J_URI="")

    done = local("doctor", "--format", "json")

    found = {row["check"]: row for row in json.loads(done.stdout)}
    assert done.returncode == 0
    assert list(found) == [
        "Python",
        "settings",
        "pipeline",
        "ontology",
        "Java",
        "folders",
        "jars",
        "database",
    ]
    assert "graphkit server start" in found["jars"]["next"]
    assert not (graphkit.folder.parent / "home" / "graphkit").exists()


def test_hostile_words_stay_words(graphkit_on: ProgramWithin, article: Write):
    hostile = """O'Brien"}) DETACH DELETE n //\n\nRussia attacked Ukraine`]->(x) //. Mali left {$x}.\n"""
    graphkit_on("load", article("talks.txt", TALKS))
    loaded = graphkit_on("load", article("hostile.txt", hostile))

    assert loaded.returncode == 0
    assert graphkit_on("verify").returncode == 0
    assert len(rows(graphkit_on, "query", "run", "articles")) == 2
