"""What is known beside a text is read from the file next to it, checked, and told apart from articles."""

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.sources.notes import Notes, read_notes, sidecar_of

YAML = "title: Talks fail\npublished: 2022-01-21\nlanguage: en\nplace: Geneva\n"
JSON = '{"title": "Talks fail", "published": "21 January 2022", "language": "en", "place": "Geneva"}'
NOTES = Notes(title="Talks fail", published="2022-01-21", language="en", place="Geneva")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talks.yaml", YAML),
        ("talks.yml", YAML),
        ("talks.txt.yaml", YAML),
        ("talks.json", JSON),
        ("talks.txt.json", JSON),
    ],
)
def test_notes_beside_a_text_are_found_and_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "talks.txt").touch()
    (tmp_path / name).write_text(text)

    side = sidecar_of(tmp_path / "talks.txt")

    assert side == tmp_path / name
    assert read_notes(tmp_path / name) == NOTES


def test_a_gold_file_beside_a_text_is_notes_too(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(YAML + "kind: diplomacy\nsentences:\n- text: Talks failed.\n  claims: []\n")

    assert read_notes(path) == NOTES


def test_a_text_alone_has_no_notes(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").touch()
    (tmp_path / "other.yaml").touch()

    assert sidecar_of(tmp_path / "talks.txt") is None


def test_two_files_of_notes_are_one_too_many(tmp_path: Path) -> None:
    for name in ("talks.txt", "talks.yaml", "talks.txt.json"):
        (tmp_path / name).touch()

    with pytest.raises(SourceError, match=r"two files of notes, talks\.yaml and talks\.txt\.json: keep one"):
        sidecar_of(tmp_path / "talks.txt")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\npublished: ''\n"])
def test_empty_notes_say_nothing(tmp_path: Path, text: str) -> None:
    side = tmp_path / "talks.yaml"
    side.write_text(text)

    assert read_notes(side) == Notes()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("publishd: 2022-01-21", "unknown key 'publishd': did you mean published?"),
        ("colour: red", "unknown key 'colour': known are title, url, publisher, byline, published, place"),
        ("published: 2022-02-30", "published '2022-02-30' is a day that never was"),
        ("published: 03/04/2022", "published '03/04/2022' can be read in two ways: write it as 2022-01-26"),
        ("language: English!", "must be a code of ISO 639-1, such as en"),
        ("title: [a, b]", "title must be a text in quotes, not list"),
        ("- a", "must be a mapping with keys like title or published"),
        ("title: 'a", "isn't YAML in UTF-8"),
        ("title: &a [*a]", "isn't YAML in UTF-8"),
        ("title: " + "[" * 5_000, "isn't YAML in UTF-8"),
        ("title: " + "a" * 70_000, "too large for notes"),
    ],
)
def test_wrong_notes_are_told_with_file_and_key(tmp_path: Path, text: str, problem: str) -> None:
    side = tmp_path / "talks.yaml"
    side.write_text(text)

    with pytest.raises(SourceError) as refusal:
        read_notes(side)

    assert str(refusal.value).startswith(str(side))
    assert problem in str(refusal.value)


def test_the_texts_of_notes_are_repaired_too(tmp_path: Path) -> None:
    side = tmp_path / "talks.json"
    side.write_text('{"title": "Russia\\u00a0s  demand \\ud800", "byline": "Anna\\u200b Berg"}')

    assert read_notes(side) == Notes(title="Russia's demand �", byline="Anna Berg")
