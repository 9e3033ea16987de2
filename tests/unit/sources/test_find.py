"""Paths become inputs in a fixed order; what can't be an input is told and the rest goes on."""

from pathlib import Path

import pytest

from graphkit.sources import Failure, Input, find


def names(*paths: str | Path) -> list[str]:
    """Names of the inputs, and of the failures with an exclamation mark."""
    return [f"!{each.name}" if isinstance(each, Failure) else each.name for each in find(paths)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b/2.txt", "b/1.TXT", "a.txt", "c.jsonl", "b/deep/3.text"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Talks failed.")
    for name in ("a.yaml", "b/photo.png", ".hidden.txt", "b/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_gives_its_articles_sorted_and_with_those_below(folder: Path) -> None:
    assert names(".") == ["a.txt", "b/1.TXT", "b/2.txt", "b/deep/3.text", "c.jsonl"]


def test_paths_keep_the_order_given_and_no_file_comes_twice(folder: Path) -> None:
    assert names("c.jsonl", "b", "b/2.txt", folder / "c.jsonl") == [
        "c.jsonl",
        "b/1.TXT",
        "b/2.txt",
        "b/deep/3.text",
    ]


def test_a_glob_is_expanded_unless_a_file_has_that_name(folder: Path) -> None:
    (folder / "[a].txt").touch()

    assert names("b/*.txt", "**/3.*", "[a].txt") == ["b/2.txt", "b/deep/3.text", "[a].txt"]


def test_a_named_file_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert names("b/photo.png") == ["b/photo.png"]


def test_a_dash_is_standard_input() -> None:
    assert list(find(["-", "-"])) == [Input(None)]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.txt", "nowhere.txt isn't there: check the path"),
        ("no*.txt", "no*.txt isn't there: check the path"),
        ("x" * 5_000, "isn't there"),
        (
            "empty",
            "empty holds no articles: put files into it that end in .txt, .html, .pdf, .json or the like",
        ),
    ],
)
def test_what_is_not_there_is_a_failure_and_the_rest_goes_on(folder: Path, path: str, message: str) -> None:
    (folder / "empty").mkdir()

    failed, found = find([path, "a.txt"])

    assert isinstance(failed, Failure)
    assert message in str(failed.error)
    assert found == Input(Path("a.txt"))


def test_links_to_folders_are_not_followed_round_and_round(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)

    assert names("b") == ["b/1.TXT", "b/2.txt", "b/deep/3.text"]


def test_a_name_that_is_no_text_can_still_be_told(folder: Path) -> None:
    raw = folder / "raw"
    raw.mkdir()
    (raw / "talks\udcff.txt").write_text("Talks failed.")

    assert names("raw") == ["raw/talks�.txt"]
