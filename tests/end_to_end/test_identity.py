"""Who is one across articles: proposed, decided, moved in the graph, and undone to the letter."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Program, ProgramWithin

Write = Callable[[str, str | bytes], Path]
ONE = "Mine closed\n\nSergei Dobrolyubov said Kenya closed the mine on Friday. Kenya fined Sergei Dobrolyubov.\n"
TWO = (
    "Mine opened\n\nSergei Dobrolubov visited Kenya on Monday. Ada Quimby met Sergei Dobrolubov in Geneva.\n"
)
THREE = "No mine\n\nAda Quimby visited Oman on Tuesday.\n"
DECISIONS = "config/decisions.yaml"


def rows(program: ProgramWithin | Program, *arguments: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(program(*arguments, "--format", "json").stdout)
    return found


def digest(program: ProgramWithin) -> str:
    return program("fingerprint").stdout.strip()


@pytest.fixture
def loaded(graphkit_on: ProgramWithin, article: Write) -> ProgramWithin:
    """Three articles, two of which spell one man's name differently."""
    for name, text in (("one.txt", ONE), ("two.txt", TWO), ("three.txt", THREE)):
        article(f"news/{name}", text)
    assert graphkit_on("load", "news").returncode == 0
    return graphkit_on


def actors(program: ProgramWithin) -> set[str]:
    return {str(row["actor"]) for row in rows(program, "query", "run", "actors", "-p", "limit=100")}


def test_candidates_are_told_with_score_and_reason(loaded: ProgramWithin) -> None:
    (found,) = rows(loaded, "resolve", "candidates")

    assert {found["name"], found["other"]} == {"Sergei Dobrolyubov", "Sergei Dobrolubov"}
    assert float(str(found["score"])) >= 0.9
    assert "sound alike" in str(found["why"])


def test_the_same_candidates_come_from_files_without_a_database(
    graphkit: Program, article: Write, loaded: ProgramWithin
) -> None:
    from_files = rows(graphkit, "resolve", "candidates", "news")

    assert [row["id"] for row in from_files] == [row["id"] for row in rows(loaded, "resolve", "candidates")]


def test_a_merge_moves_claims_and_undo_restores_the_graph_exactly(loaded: ProgramWithin) -> None:
    before = digest(loaded)

    merged = loaded(
        "resolve", "same", "Sergei Dobrolubov", "Sergei Dobrolyubov", "--reason", "one man", "--by", "desk"
    )
    at_once, sound = digest(loaded), loaded("verify").returncode
    said = rows(loaded, "query", "run", "who-did-what", "-p", "actor=Sergei Dobrolubov")
    shown = rows(loaded, "query", "run", "decisions")
    undone = loaded("resolve", "undo")

    assert (merged.returncode, sound, undone.returncode) == (0, 0, 0)
    assert "articles read again: 2, changed: 1" in merged.stderr
    assert at_once != before
    assert {row["actor"] for row in said} == {"Sergei Dobrolyubov"}
    assert [(row["decision"], row["reason"], row["by"], row["entity"]) for row in shown] == [
        ("SAME_AS", "one man", "desk", "Sergei Dobrolyubov")
    ]
    assert digest(loaded) == before
    assert rows(loaded, "query", "run", "decisions") == []
    assert loaded("verify").returncode == 0


def test_a_merge_before_loading_and_after_it_give_one_graph(loaded: ProgramWithin, article: Write) -> None:
    loaded("resolve", "same", "Sergei Dobrolubov", "Sergei Dobrolyubov", "--reason", "one man")
    after = digest(loaded)
    loaded("retract", "news/two.txt", "--reason", "test", "--yes")
    loaded("retract", "news/two.txt", "--restore")

    loaded("load", "news")

    assert digest(loaded) == after


def test_loading_again_follows_decisions_made_by_hand(loaded: ProgramWithin) -> None:
    before = digest(loaded)
    loaded("resolve", "same", "Sergei Dobrolubov", "Sergei Dobrolyubov", "--reason", "one man")
    after, path = digest(loaded), loaded.folder / DECISIONS
    decided = path.read_text("utf-8")

    path.write_text("", "utf-8")
    loaded("resolve", "apply", "--all")
    without = digest(loaded)
    path.write_text(decided, "utf-8")
    again = loaded("load", "news")

    assert without == before
    assert digest(loaded) == after
    assert again.returncode == 0


def test_decisions_hold_for_extraction_files_too(loaded: ProgramWithin) -> None:
    loaded("resolve", "same", "Sergei Dobrolubov", "Sergei Dobrolyubov", "--reason", "one man")
    after = digest(loaded)

    loaded("extract", "news", "-o", "news.jsonl")
    loaded("load", "news.jsonl")

    assert "Dobrolubov visited" in (loaded.folder / "news.jsonl").read_text("utf-8")
    assert digest(loaded) == after


def test_a_humans_different_keeps_two_apart_whatever_their_score(loaded: ProgramWithin) -> None:
    before = digest(loaded)
    loaded("resolve", "different", "Sergei Dobrolubov", "Sergei Dobrolyubov", "--reason", "two men")

    joined = rows(loaded, "resolve", "candidates", "--join")

    assert joined == []
    assert digest(loaded) == before
    why = loaded("resolve", "explain", "Sergei Dobrolubov", "Sergei Dobrolyubov").stdout
    assert why.startswith("different, by decision:")
    assert "two men" in why
    assert "score 0.9" in why


def test_joining_by_score_is_logged_and_undone_one_by_one(loaded: ProgramWithin) -> None:
    before = digest(loaded)

    (joined,) = rows(loaded, "resolve", "candidates", "--join")
    (listed,) = rows(loaded, "resolve", "list")
    loaded("resolve", "undo", str(joined["id"]), str(joined["other id"]))

    assert listed["by"] == "graphkit"
    assert float(str(listed["score"])) >= 0.9
    assert digest(loaded) == before
    assert rows(loaded, "resolve", "list") == []


def test_contradictions_are_refused_with_the_chain_and_leave_the_file(loaded: ProgramWithin) -> None:
    (pair,) = rows(loaded, "resolve", "candidates")
    one, other = str(pair["id"]), str(pair["other id"])
    loaded("resolve", "same", one, "Ada Quimby", "--reason", "a joke", "--by", "desk")
    loaded("resolve", "same", other, "Oman", "--reason", "a joke", "--by", "desk")
    (joke, _) = rows(loaded, "resolve", "list")
    loaded("resolve", "different", str(joke["other id"]), other, "--reason", "of course", "--by", "desk")
    kept = (loaded.folder / DECISIONS).read_text("utf-8")

    refused = loaded("resolve", "same", one, "wd:Q842", "--reason", "one man", "--by", "desk")

    assert refused.returncode == 2
    assert "the decisions contradict one another" in refused.stderr
    assert f"({one}) is the same as Ada Quimby" in refused.stderr
    assert f"Ada Quimby ({joke['other id']}) is different from" in refused.stderr
    assert (loaded.folder / DECISIONS).read_text("utf-8") == kept


def test_review_shows_both_sides_with_quotes(loaded: ProgramWithin) -> None:
    shown = loaded("resolve", "review").stdout

    assert "Sergei Dobrolyubov said Kenya closed the mine on Friday." in shown
    assert "Sergei Dobrolubov visited Kenya on Monday." in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("same", "Nobody At All", "Ada Quimby", "--reason", "x"),
            "nobody in the graph is called 'Nobody At All'",
        ),
        (("same", "Ada Quimby", "Ada Quimby", "--reason", "x"), "both are Ada Quimby"),
        (("same", "Ada Quimby", "e:0", "--reason", "x"), "nobody in the graph is called 'e:0'"),
        (("undo",), "nothing was decided"),
        (("undo", "Ada Quimby"), "undo takes two entities"),
    ],
)
def test_what_cant_be_decided_is_told(loaded: ProgramWithin, arguments: tuple[str, ...], said: str) -> None:
    done = loaded("resolve", *arguments)

    assert done.returncode == 2
    assert said in done.stderr


def test_an_unknown_may_be_a_known_one_the_graph_has_never_seen(loaded: ProgramWithin) -> None:
    before = digest(loaded)

    loaded("resolve", "same", "Ada Quimby", "wd:Q6279", "--reason", "a test")
    names = actors(loaded)
    loaded("resolve", "undo")

    assert "Joe Biden" in names
    assert "Ada Quimby" not in names
    assert digest(loaded) == before
