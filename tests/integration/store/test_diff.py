"""What a diff tells is what changed between two times, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from graphkit.errors import UsageError
from graphkit.store.diff import SECTIONS, between, diff, since
from graphkit.store.load import load
from graphkit.store.retract import retract
from graphkit.store.run import new_run
from tests.factories import Told, extraction, organization, person

ADA, BO, CY, COURT = person("Ada Lum"), person("Bo Mott"), person("Cy Nye"), organization("Court")
BRIBE = Told(ADA, "bribed", BO, "BRIBE", "bribe")
MEET = Told(ADA, "met", CY, "MEET", "meet")
RUNS = [new_run(datetime(2026, 1, day, 12, tzinfo=UTC)) for day in (1, 5, 9)]


@pytest.fixture(scope="module")
def changed(session_connection, ontology):
    """A first load; a second that states, meets and edits; a retraction; a third load."""
    graph = session_connection
    graph.declare("MATCH (node) DETACH DELETE node")
    said = replace(BRIBE, speaker=COURT)
    first = [
        extraction(("Ada Lum bribed Bo Mott, Court said.", [said]), url="https://news.example/1"),
        extraction(("Bo Mott left.", [Told(BO, "left")]), url="https://news.example/2"),
        extraction(("Bo Mott wept.", [Told(BO, "wept")]), url="https://news.example/3"),
    ]
    load(graph, first, ontology, run=RUNS[0])
    second = [
        extraction(("Ada Lum bribed Bo Mott.", [BRIBE]), url="https://news.example/4"),
        extraction(("Ada Lum met Cy Nye.", [MEET]), url="https://news.example/5"),
        extraction(("Bo Mott stayed.", [Told(BO, "stayed")]), url="https://news.example/2"),
    ]
    load(graph, second, ontology, run=RUNS[1])
    retract(
        graph,
        "https://news.example/3",
        "made up",
        ontology,
        at=datetime(2026, 1, 6, tzinfo=UTC),
        by="the desk",
    )
    third = [extraction(("Bo Mott slept.", [Told(BO, "slept")]), url="https://news.example/6")]
    load(graph, third, ontology, run=RUNS[2])
    return graph


def told(found, title: str, *columns: str) -> list[tuple]:
    return sorted(tuple(row[column] for column in columns) for row in found[title])


def test_since_a_day_everything_of_that_day_and_later_is_new(changed):
    found = diff(changed, since(date(2026, 1, 5)))

    assert told(found, "new actors", "actor") == [("Cy Nye",)]
    assert told(found, "new edges", "relation") == [("MEET",)]
    assert told(found, "new claims", "claim") == [
        ("Ada Lum bribed Bo Mott (stated)",),
        ("Ada Lum met Cy Nye (stated)",),
        ("Bo Mott slept (stated)",),
        ("Bo Mott stayed (stated)",),
    ]
    assert told(found, "edges with more origins", "relation", "origins_before", "origins") == [
        ("BRIBE", 1, 2)
    ]
    assert told(found, "certainty moved", "certainty_before", "certainty") == [("attributed", "stated")]
    assert told(found, "retracted articles", "reason", "by") == [("made up", "the desk")]
    assert told(found, "edited articles", "dropped", "added") == [
        (["Bo Mott left (stated)"], ["Bo Mott stayed (stated)"])
    ]


def test_between_two_runs_only_what_the_second_brought_is_new(changed):
    found = diff(changed, between(changed, f"{RUNS[0].id}..{RUNS[1].id}"))
    later = diff(changed, between(changed, f"{RUNS[1].id}.."))

    assert len(found["new claims"]) == 3
    assert [title for title in SECTIONS if later[title]] == ["new claims", "retracted articles"]
    assert told(later, "new claims", "claim") == [("Bo Mott slept (stated)",)]


def test_after_the_last_load_nothing_changed(changed):
    found = diff(changed, between(changed, f"{RUNS[2].id}.."))

    assert found == {title: [] for title in SECTIONS}


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ("yesterday", "write A..B"),
        ("..", "write A..B"),
        ("20250101..", "no run begins with '20250101'"),
        ("run:2026..", "more than one run"),
        (f"{RUNS[1].id}..{RUNS[0].id}", "turn them round"),
    ],
)
def test_a_run_that_is_none_is_told(changed, runs, words):
    with pytest.raises(UsageError, match=words):
        between(changed, runs)
