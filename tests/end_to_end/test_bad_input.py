"""Whatever is wrong is told by name, with what to do, and has its exit code; nothing is left behind."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Database
from tests.end_to_end.conftest import Program, ProgramWithin, connection_to

Write = Callable[[str, str | bytes], Path]
GOOD = "The United States rejected a Russian demand on Wednesday.\n"
GERMAN = (
    "Die Bundesregierung hat am Mittwoch ihre Pläne für den Haushalt des kommenden Jahres vorgestellt. "
    "Der Finanzminister sagte, dass die Ausgaben nicht weiter steigen sollen, weil die Einnahmen sinken.\n"
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "holds no text"),
        ("blank.txt", b" \n\n\t\n", "holds no text"),
        ("picture.txt", PNG, "PNG"),
        ("nul.txt", b"Troops moved.\0\0Talks failed." * 9, "NUL"),
        ("german.txt", GERMAN, "German"),
        ("long.txt", "Troops moved north. " * 250_000, "split it"),
    ],
)
def test_an_article_that_cant_be_read_is_refused_by_name(
    graphkit: Program, article: Write, name: str, content: str | bytes, said: str
):
    done = graphkit("extract", article(name, content))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert name in done.stderr
    assert said in done.stderr


def test_a_folder_without_articles_is_told(graphkit: Program):
    (graphkit.folder / "empty").mkdir()

    done = graphkit("extract", "empty")

    assert (done.returncode, done.stdout) == (2, "")
    assert "empty holds no articles" in done.stderr


def test_a_file_that_isnt_there_is_told(graphkit: Program):
    done = graphkit("extract", "missing.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert "missing.txt isn't there" in done.stderr


def test_other_encodings_are_guessed_with_a_warning(graphkit: Program, article: Write):
    path = article(
        "latin.txt",
        "President Orbán met Erdoğan’s envoy in Málaga. He praised Señor Núñez.\n".encode("cp1254"),
    )

    done = graphkit("extract", path)

    assert done.returncode == 0
    assert "warning: latin.txt" in done.stderr
    assert "Málaga" in json.loads(done.stdout)["article"]["text"]


def test_a_bad_article_costs_no_other(graphkit: Program, article: Write):
    article("news/a.txt", GOOD)
    article("news/b.txt", PNG)
    article("news/c.txt", GOOD.replace("Wednesday", "Friday"))
    article("news/d.txt", "Troops moved north. " * 60_000)

    done = graphkit("extract", "news", "-o", "out.jsonl")

    lines = (graphkit.folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert done.returncode == 1
    assert [json.loads(line)["article"]["path"] for line in lines] == ["news/a.txt", "news/c.txt"]
    assert done.stderr.count("error: ") == 2


def test_failures_are_json_where_that_is_asked_for(graphkit: Program, article: Write):
    done = graphkit("--log-format", "json", "extract", article("empty.txt", ""))

    line = json.loads(done.stderr.splitlines()[0])
    assert (line["level"], line["place"], line["stage"]) == ("error", "empty.txt", "source")


def test_nothing_done_leaves_no_file(graphkit: Program, article: Write):
    done = graphkit("extract", article("empty.txt", ""), "-o", "out.jsonl")

    assert done.returncode == 2
    assert sorted(path.name for path in graphkit.folder.iterdir()) == ["empty.txt"]


def test_a_file_that_may_not_be_read_is_told(graphkit: Program, article: Write):
    path = article("secret.txt", GOOD)
    (graphkit.folder / path).chmod(0)

    done = graphkit.unprivileged()("extract", path)

    assert done.returncode == 2
    assert "secret.txt can't be read (Permission denied)" in done.stderr


def test_a_folder_that_may_not_be_written_to_is_told_before_any_work(graphkit: Program, article: Write):
    path = article("a.txt", GOOD)
    (graphkit.folder / "locked").mkdir(mode=0o555)

    done = graphkit.unprivileged()("extract", path, "-o", "locked/out.jsonl")

    assert (done.returncode, done.stdout) == (2, "")
    assert "can't write" in done.stderr
    assert "Permission denied" in done.stderr
    assert list((graphkit.folder / "locked").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract"], "Missing argument 'PATH...'"),
        (["extract", "a.txt", "--workers", "0"], "--workers"),
        (["extract", "a.txt", "--published", "someday"], "someday"),
        (["extract", "a.txt", "--rules"], "add --format tuples"),
        (["extrat", "a.txt"], "extract"),
        (["query", "run", "said-by", "-p", "actor"], "write -p NAME=VALUE"),
        (["query", "show", "sayd-by"], "said-by"),
        (["retract", "a.txt"], "add --reason"),
        (["eval", "nowhere"], "nowhere isn't there"),
        (["--settings", "none.yaml", "extract", "a.txt"], "none.yaml isn't there"),
    ],
)
def test_what_cant_be_meant_is_told_with_the_next_step(
    graphkit: Program, article: Write, arguments: list[str], said: str
):
    article("a.txt", GOOD)

    done = graphkit(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_settings_are_told_all_at_once(graphkit: Program, article: Write):
    article("a.txt", GOOD)
    article("graphkit.yaml", "reading:\n  pipline: x\n  workers: 0\n")

    done = graphkit("extract", "a.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert "graphkit.yaml:2: reading.pipline: unknown key, did you mean reading.pipeline?" in done.stderr
    assert "graphkit.yaml:3: reading.workers" in done.stderr


def test_a_missing_pipeline_says_how_to_get_it(graphkit: Program, article: Write):
    path = article("a.txt", GOOD)

    done = graphkit.with_environment(GRAPHKIT_READING_PIPELINE="en_core_web_trf")("extract", path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "'en_core_web_trf' isn't installed" in done.stderr
    assert "python -m spacy download en_core_web_trf" in done.stderr


def test_a_server_that_is_down_is_told(graphkit: Program, article: Write):
    done = graphkit("load", article("a.txt", GOOD))

    assert (done.returncode, done.stdout) == (2, "")
    assert "no Neo4j answers at bolt://127.0.0.1:1" in done.stderr
    assert "graphkit server start" in done.stderr


def test_a_password_that_isnt_set_is_told(graphkit: Program, article: Write):
    done = graphkit.with_environment(NEO4J_PASSWORD="")("load", article("a.txt", GOOD))

    assert done.returncode == 2
    assert "set NEO4J_PASSWORD" in done.stderr


def test_a_wrong_password_is_told_and_not_shown(graphkit: Program, article: Write, database: Database):
    there = graphkit.with_environment(**connection_to(database))

    done = there.with_environment(NEO4J_PASSWORD="wrong-secret")("load", article("a.txt", GOOD))

    assert (done.returncode, done.stdout) == (2, "")
    assert "refuses this user name and password" in done.stderr
    assert "wrong-secret" not in done.stderr


def test_an_old_server_is_told(graphkit: Program, article: Write, old_server: str):
    done = graphkit.with_environment(NEO4J_URI=old_server)("load", article("a.txt", GOOD))

    assert (done.returncode, done.stdout) == (2, "")
    assert "graphkit needs Neo4j 5.13 or newer" in done.stderr


def test_a_line_that_is_no_record_costs_no_other(graphkit_on: ProgramWithin, article: Write):
    record = graphkit_on("extract", article("a.txt", GOOD)).stdout
    path = article("records.jsonl", record + "{}\n" + record.replace("rejected", "accepted") + "not json\n")

    done = graphkit_on("load", path, "--format", "json")

    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["written"] == 1
    for line in (2, 3, 4):
        assert f"records.jsonl:{line}" in done.stderr
