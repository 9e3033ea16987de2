"""`graphkit explain` and `graphkit why-not`: what they tell of made articles."""

import json
from pathlib import Path
from typing import Any

import pytest

from graphkit.cli.main import run

TEXT = """Russia annexed Crimea.

Kenya denied arming Sudan. Wendy Sherman said Egypt may invade Libya on Monday. France met Germany.

Mali and Chad were praised. Oman arrived. Yemen rested.

Who bribed Peru? Oman was ready to invade Iran.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def answer(capfd: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(["-q", *arguments, "--published", "2022-01-26", "--format", "json"]) == 0
    (found,) = json.loads(capfd.readouterr().out)
    return found


def reasons(
    capfd: pytest.CaptureFixture[str], one: str, other: str, path: Path
) -> list[tuple[str, int | None]]:
    found = answer(capfd, "why-not", one, other, str(path))
    return [(reason["kind"], reason["sentence"]) for reason in found["reasons"]]


def test_a_claim_is_told_with_its_rule_and_the_words_behind_it(article: Path, capfd):
    found = answer(capfd, "explain", str(article))

    (sentence,) = [one for one in found["sentences"] if "Sherman" in one["text"]]
    (invasion,) = [
        one for one in sentence["candidates"] if one["claim"] and one["claim"]["modality"] == "possible"
    ]
    assert invasion["words"] == ["Egypt", "may invade", "Libya"]
    assert invasion["rule"] == "content clause"
    assert [(cue["part"], cue["text"], cue["by"], cue["gives"]) for cue in invasion["cues"]] == [
        ("modality", "may", "modal", "possible"),
        ("speaker", "said", "reporting word", "Wendy Sherman"),
        ("time", "on Monday", "time expression", "2022-01-24"),
    ]
    assert invasion["claim"]["happened"] == "2022-01-24"
    assert invasion["dropped"] is None


def test_every_claim_of_the_record_is_explained_once_and_every_reject_told(
    article: Path, tmp_path: Path, capfd
):
    assert (
        run(["-q", "extract", "--published", "2022-01-26", str(article), "-o", str(tmp_path / "r.jsonl")])
        == 0
    )
    record = json.loads((tmp_path / "r.jsonl").read_text("utf-8"))

    told = [one for each in answer(capfd, "explain", str(article))["sentences"] for one in each["candidates"]]

    assert [one["claim"]["id"] for one in told if one["claim"]] == [claim["id"] for claim in record["claims"]]
    dropped = sorted(
        (one["start"], one["end"], one["rule"], one["dropped"]["reason"]) for one in told if not one["claim"]
    )
    assert dropped == sorted(
        (one["start"], one["end"], one["rule"], one["reason"]) for one in record["rejected"]
    )
    assert {reason for *_, reason in dropped} == {"asks", "no event of the ontology"}


def test_the_text_marks_what_was_made_and_what_was_dropped(article: Path, capfd):
    assert run(["-q", "explain", str(article)]) == 0

    lines = capfd.readouterr().out.splitlines()
    assert "   + Russia | annexed | Crimea  [main clause]" in lines
    assert "   - bribed  [main clause]" in lines
    assert "     = dropped, asks: its subject is a question word: it asks who or what" in lines


def test_an_extraction_is_explained_as_its_article_is(article: Path, tmp_path: Path, capfd):
    records = tmp_path / "records.jsonl"
    assert run(["-q", "extract", "--published", "2022-01-26", str(article), "-o", str(records)]) == 0

    assert answer(capfd, "explain", str(records)) == answer(capfd, "explain", str(article))
    assert answer(capfd, "why-not", "Egypt", "Libya", str(records)) == answer(
        capfd, "why-not", "Egypt", "Libya", str(article)
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Russia", "Crimea", [("edge", 1)]),
        ("Crimea", "Russia", [("other way round", 1)]),
        ("Germany", "France", [("edge", 4)]),
        ("Kenya", "Sudan", [("only a claim", 2)]),
        ("Egypt", "libya", [("only a claim", 3)]),
        ("Sherman", "Libya", [("not its two ends", 3)]),
        ("Mali", "Chad", [("not linked", 5)]),
        ("Russia", "Yemen", [("not in one sentence", None)]),
        ("Russia", "Bhutan", [("not mentioned", None)]),
        ("wd:Q159", "wd:Q7835", [("edge", 1)]),
        ("Oman", "Iran", [("only a claim", 9), ("candidate dropped", 9)]),
    ],
)
def test_why_there_is_no_edge(
    one: str, other: str, expected: list[tuple[str, int | None]], article: Path, capfd
):
    assert reasons(capfd, one, other, article) == expected


def test_a_denied_claim_is_told_as_denied(article: Path, capfd):
    assert run(["-q", "why-not", "Kenya", "Sudan", str(article)]) == 0

    assert "denied, asserted, and only what is affirmed and asserted draws an edge" in capfd.readouterr().out


def test_an_article_that_cannot_be_read_fails_alone(article: Path, tmp_path: Path, capfd):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")

    assert run(["-q", "explain", str(tmp_path / "empty.txt"), str(article)]) == 1
    assert "Russia | annexed | Crimea" in capfd.readouterr().out


def test_what_is_no_fault_of_the_article_is_not_told_as_one(
    article: Path, tmp_path: Path, monkeypatch, capfd
):
    (tmp_path / "graphkit.yaml").write_text("reading: {pipeline: no_such_pipeline}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert run(["explain", str(article)]) == 2
    assert "no_such_pipeline" in capfd.readouterr().err
