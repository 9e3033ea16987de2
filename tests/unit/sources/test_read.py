"""Reading goes on whatever a single input holds, and says what failed."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graphkit.errors import EmptyArticle, NotText, RecordError, SourceError, UsageError, WrongLanguage
from graphkit.model import Article, Extraction
from graphkit.model.record import write_line
from graphkit.sources import Failure, Input, Limits, Options, Outcome, read, read_input

ENGLISH = "Russia rejected the plan on Friday, and the United States said that it would wait for an answer."
GERMAN = (
    "Russland hat den Plan am Freitag abgelehnt, und die Vereinigten Staaten haben gesagt, dass sie auf eine "
    "Antwort aus Moskau warten werden."
)


def extraction(text: str) -> Extraction:
    return Extraction("graphkit test", Article(text=text, path="old.txt"), (), (), ())


def failures(outcomes: list[Outcome]) -> dict[str, SourceError | RecordError]:
    return {each.name: each.error for each in outcomes if isinstance(each, Failure)}  # type: ignore[misc]


@contextmanager
def nobody() -> Iterator[None]:
    """Without root's right to read everything."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_bad_files_fail_by_name_and_the_good_ones_are_read(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(ENGLISH)
    (tmp_path / "2.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (tmp_path / "3.txt").write_text("  \n\n \t")
    (tmp_path / "4.txt").write_text(GERMAN)
    (tmp_path / "5.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "6.txt").write_text(ENGLISH)
    (tmp_path / "6.yaml").write_text("publishd: 2022-01-21")
    (tmp_path / "7.txt").write_text(ENGLISH)

    outcomes = list(read([tmp_path]))

    errors = {Path(name).name: error for name, error in failures(outcomes).items()}
    assert [each.path for each in outcomes if isinstance(each, Article)] == [
        str(tmp_path / "1.txt"),
        str(tmp_path / "7.txt"),
    ]
    assert {name: type(error) for name, error in errors.items()} == {
        "2.txt": NotText,
        "3.txt": EmptyArticle,
        "4.txt": WrongLanguage,
        "5.txt": SourceError,
        "6.txt": SourceError,
    }
    assert "3.txt holds no text: give a file with an article in it" in str(errors["3.txt"])
    assert "it is a link to nothing" in str(errors["5.txt"])


def test_a_file_nobody_may_read_is_told_with_the_way_out(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(ENGLISH)
    file.chmod(0)

    with nobody():
        (outcome,) = read_input(Input(file))

    assert isinstance(outcome, Failure)
    assert str(outcome.error) == (
        f"{file} can't be read (Permission denied): allow reading it, as with chmod +r, or run as its owner"
    )


def test_articles_come_before_later_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(ENGLISH)
    (tmp_path / "2.txt").write_text(ENGLISH)

    outcomes = read([tmp_path])
    first = next(outcomes)
    (tmp_path / "2.txt").unlink()

    assert isinstance(first, Article)
    assert isinstance(next(outcomes), Failure)


@pytest.mark.parametrize("name", ["records.jsonl", "records.txt"])
def test_extraction_records_are_told_by_content_and_handed_over(tmp_path: Path, name: str) -> None:
    written = [extraction("One."), extraction("Two.")]
    (tmp_path / name).write_text("\n\n".join(write_line(each) for each in written) + "\n")

    assert list(read([tmp_path / name])) == written


def test_a_wrong_record_fails_by_line_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    good = write_line(extraction("One."))
    forged = good.replace('"text": "One."', '"text": "Two."')
    lines = [good, "{not json", '{"format": "graphkit.extraction/9"}', forged, "[" * 100_000, good]
    file.write_text("\n".join(lines))

    outcomes = list(read([file]))

    assert [isinstance(each, Extraction) for each in outcomes] == [True, False, False, False, False, True]
    assert list(failures(outcomes)) == [f"{file}:{number}" for number in (2, 3, 4, 5)]
    assert {type(error) for error in failures(outcomes).values()} == {RecordError}


def test_a_file_of_records_without_any_fails(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("\n")

    (outcome,) = read([tmp_path / "records.jsonl"])

    assert isinstance(outcome, Failure)
    assert "holds no articles: put one into each line" in str(outcome.error)


def test_standard_input_is_read_as_text_or_as_records() -> None:
    record = extraction("One.")

    text = list(read_input(Input(None), stdin=io.BytesIO(ENGLISH.encode())))
    records = list(read_input(Input(None), stdin=io.BytesIO(write_line(record).encode())))

    assert [(each.text, each.path) for each in text if isinstance(each, Article)] == [(ENGLISH, None)]
    assert records == [record]


def test_an_empty_standard_input_fails_by_name() -> None:
    (outcome,) = read_input(Input(None), stdin=io.BytesIO(b""))

    assert isinstance(outcome, Failure)
    assert str(outcome.error).startswith("standard input holds no text")


def test_an_article_over_the_limit_is_refused_without_reading_on(tmp_path: Path) -> None:
    (outcome,) = read_input(Input(Path("/dev/zero")), Options(limits=Limits(largest=2**20)))

    assert isinstance(outcome, Failure)
    assert str(outcome.error) == "/dev/zero is larger than 1 MB: give each article a file of its own"


@pytest.mark.parametrize(
    ("flag", "notes", "front", "name", "published"),
    [
        ("1 May 2021", "2022-02-02", "March 3, 2023", "2024-04-04.txt", "2021-05-01"),
        (None, "2022-02-02", "March 3, 2023", "2024-04-04.txt", "2022-02-02"),
        (None, None, "March 3, 2023", "2024-04-04.txt", "2023-03-03"),
        (None, None, None, "2024-04-04.txt", "2024-04-04"),
        (None, None, None, "talks.txt", None),
    ],
)
def test_the_date_is_the_flags_then_the_notes_then_the_fronts_then_the_names(
    tmp_path: Path, flag: str | None, notes: str | None, front: str | None, name: str, published: str | None
) -> None:
    file = tmp_path / name
    file.write_text(f"Russia rejects the plan\n\n{front or ''}\n\n{ENGLISH}")
    if notes:
        file.with_suffix(".yaml").write_text(f"published: {notes}")

    (article,) = read_input(Input(file), Options(published=flag))

    assert isinstance(article, Article)
    assert article.published == published


def test_an_impossible_date_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="date of publication '2022-02-30' is a day that never was"):
        Options(published="2022-02-30")


def test_notes_can_overrule_the_guess_of_the_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN)
    (tmp_path / "a.yaml").write_text("language: en")
    (tmp_path / "b.txt").write_text(ENGLISH)
    (tmp_path / "b.yaml").write_text("language: de")

    article, refused = read([tmp_path])

    assert isinstance(article, Article)
    assert article.language == "en"
    assert isinstance(refused, Failure)
    assert "b.txt is in German (de)" in str(refused.error)
