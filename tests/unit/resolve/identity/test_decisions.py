"""Decisions, what follows from them, and their file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import SettingsError
from graphkit.model import MACHINE, Decision, Side, Verdict
from graphkit.resolve.identity.decision_file import read_decisions, write_decisions
from graphkit.resolve.identity.decisions import Decisions

NAMES = {"wd:Q1": "Ann Roe", "e:1": "Anne Roe", "e:2": "Ann R. Roe", "e:3": "A. Roe", "e:4": "Roe"}


def decided(one: str, two: str, verdict: str = "same", by: str = "an editor") -> Decision:
    sides = (Side(one, NAMES.get(one, one), "Person"), Side(two, NAMES.get(two, two), "Person"))
    return Decision(Verdict(verdict), *sides, "a reason", by, "2026-01-01", 0.9 if by == MACHINE else None)


def test_same_reaches_on() -> None:
    decisions = Decisions([decided("e:1", "e:2"), decided("e:2", "e:3")])

    assert decisions.verdict("e:1", "e:3") is Verdict.SAME
    assert decisions.groups() == [("e:1", "e:2", "e:3")]
    assert decisions.verdict("e:1", "e:4") is None


def test_a_wikidata_item_stays_else_the_fullest_name() -> None:
    assert Decisions([decided("e:2", "wd:Q1")]).canonical("e:2") == "wd:Q1"
    assert Decisions([decided("e:1", "e:2"), decided("e:3", "e:1")]).canonical("e:3") == "e:2"
    assert Decisions([]).canonical("e:9") == "e:9"


def test_different_reaches_whoever_is_the_same() -> None:
    decisions = Decisions([decided("e:1", "e:2"), decided("e:2", "e:3", "different")])

    assert decisions.verdict("e:1", "e:3") is Verdict.DIFFERENT


def test_the_machines_word_gives_way_to_a_humans() -> None:
    human, machine = decided("e:1", "e:3", "different"), decided("e:2", "e:3", by=MACHINE)

    decisions = Decisions([decided("e:1", "e:2", by=MACHINE), machine, human])

    assert decisions.overruled == (machine,)
    assert decisions.verdict("e:1", "e:3") is Verdict.DIFFERENT


def test_contradicting_human_decisions_are_named_with_their_chain() -> None:
    with pytest.raises(SettingsError) as caught:
        Decisions([decided("e:1", "e:2"), decided("e:2", "e:3"), decided("e:1", "e:3", "different")])

    said = str(caught.value)
    assert "Anne Roe (e:1) is the same as Ann R. Roe (e:2) by an editor" in said
    assert "Ann R. Roe (e:2) is the same as A. Roe (e:3)" in said
    assert "but Anne Roe (e:1) is different from A. Roe (e:3)" in said


def test_the_chain_is_the_shortest() -> None:
    direct = decided("e:1", "e:3")

    decisions = Decisions([decided("e:1", "e:2"), decided("e:2", "e:3"), direct])

    assert decisions.chain("e:1", "e:3") == (direct,)
    assert [d.ids for d in Decisions([decided("e:1", "e:2"), decided("e:2", "e:3")]).chain("e:1", "e:3")] == [
        ("e:1", "e:2"),
        ("e:2", "e:3"),
    ]


@given(
    st.permutations(
        [
            decided("e:1", "e:2"),
            decided("e:2", "wd:Q1"),
            decided("e:3", "e:4"),
            decided("e:1", "e:4", "different"),
        ]
    )
)
def test_the_order_of_decisions_decides_nothing(decisions: list[Decision]) -> None:
    assert Decisions(decisions).merged() == {"e:1": "wd:Q1", "e:2": "wd:Q1", "e:4": "e:3"}


def test_decisions_survive_their_file(tmp_path: Path) -> None:
    path = tmp_path / "config" / "decisions.yaml"
    listed = [
        decided("e:1", "e:2", by=MACHINE),
        Decision(
            Verdict.DIFFERENT,
            Side("e:3", 'D\'Arcy "Q" O’Hara: #1', "Person"),
            Side("e:4", "Ñ — é", "Person"),
            "x: y",
            "z",
            "2026-01-02T03:04:05Z",
        ),
    ]

    write_decisions(path, listed)

    assert read_decisions(path) == listed
    assert path.read_text("utf-8").startswith("# Who is who")


def test_no_file_holds_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.yaml") == []


def entry(**changed: str) -> str:
    """A decision as the file has it, with some of its keys changed."""
    keys = {
        "verdict": "same",
        "one": "{id: e:1, name: A, kind: Person}",
        "other": "{id: e:2, name: B, kind: Person}",
        "reason": "r",
        "by": "b",
        "at": "2026-01-01",
    }
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in (keys | changed).items()) + "\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (entry(verdict="maybe"), "verdict 'maybe' is neither same nor different"),
        ("- verdict: same\n", "at, by, one, other, reason is missing"),
        (entry(one="{id: k:demand, name: A, kind: Concept}"), "one has id 'k:demand'"),
        (entry(one="{id: e:2, name: A, kind: Person}"), "both sides are e:2"),
        (entry(score="high"), "score 'high'"),
        (entry(mood="good"), "unknown key mood"),
        ("- just a word\n", "a decision must have verdict"),
    ],
)
def test_a_malformed_decision_is_refused_with_file_line_and_reason(
    tmp_path: Path, text: str, reason: str
) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(f"# comment\n\n{text}", "utf-8")

    with pytest.raises(SettingsError) as caught:
        read_decisions(path)

    assert f"{path}:3: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize("text", ["verdict: same\n", "- [", "just words\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(SettingsError, match=r"decisions\.yaml"):
        read_decisions(path)
