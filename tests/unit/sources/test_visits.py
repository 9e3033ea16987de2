"""What is remembered of pages is written whole or not at all, and forgotten oldest first."""

import json
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.sources import Visit, Visits, visits

URL = "https://news.example.org/a"


def test_what_was_kept_is_known_to_the_next_run(tmp_path: Path) -> None:
    state = tmp_path / "deep" / "visits.json"
    first = Visits(state, clock=lambda: 1_000)

    first.note(URL, Visit('"1"', "Wed, 26 Jan 2022 14:03:00 GMT", "entry:1"))
    before = Visits(state).last(URL)
    first.keep()

    assert before is None
    assert Visits(state).last(URL) == Visit('"1"', "Wed, 26 Jan 2022 14:03:00 GMT", "entry:1", 1_000)
    assert [file.name for file in state.parent.iterdir()] == ["visits.json"]


def test_a_later_visit_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    state = Visits(tmp_path / "visits.json", clock=lambda: 1_000)

    for etag in ('"1"', '"2"'):
        state.note(URL, Visit(etag))
        state.keep()

    assert state.last(URL) == Visit('"2"', seen=1_000)


def test_the_longest_unseen_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "MOST", 2)
    clock = iter([1, 2, 3])
    state = Visits(tmp_path / "visits.json", clock=lambda: next(clock))

    for name in ("a", "b", "c"):
        state.note(name, Visit(name))
        state.keep()

    assert [state.last(name) is not None for name in ("a", "b", "c")] == [False, True, True]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"graphkit.visits/1": 5}',
        '{"graphkit.visits/1": {"a": {"b": 1}}}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_is_a_warning(tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "visits.json").write_text(content)

    state = Visits(tmp_path / "visits.json")

    assert state.last("a") is None
    assert "all pages are fetched again" in caplog.text


def test_a_file_that_cannot_be_written_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    state = Visits(tmp_path / "file" / "visits.json")
    state.note("a", Visit())

    with pytest.raises(SettingsError, match="can't be written"):
        state.keep()


def test_the_same_visits_give_the_same_bytes(tmp_path: Path) -> None:
    for name, order in (("1.json", "abc"), ("2.json", "cba")):
        state = Visits(tmp_path / name, clock=lambda: 1)
        for address in order:
            state.note(address, Visit(address))
        state.keep()

    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()
    assert json.loads((tmp_path / "1.json").read_text())
