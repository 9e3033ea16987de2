"""The schedule file: read whole, or refused with every problem and its line."""

from datetime import timedelta
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.pipeline.schedule.entries import read_schedule


def written(folder: Path, text: str) -> Path:
    path = folder / "schedule.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_takes_the_schedules_time_zone_and_counts_its_batch_from_the_file(tmp_path: Path):
    path = written(
        tmp_path,
        "timezone: Europe/Berlin\nschedules:\n"
        "  feeds: {batch: batches/feeds.yaml, cron: '*/30 6-22 * * mon-fri', jitter: 90s}\n"
        "  night: {batch: night.yaml, every: 1d, timezone: UTC, catch_up: none}\n",
    )

    found = read_schedule(path).schedules

    assert found["feeds"].timezone == "Europe/Berlin"
    assert found["feeds"].batch == tmp_path / "batches" / "feeds.yaml"
    assert found["feeds"].jitter == timedelta(seconds=90)
    assert found["night"].timezone == "UTC"
    assert found["night"].every == timedelta(days=1)


def test_every_problem_is_told_at_once_with_its_line(tmp_path: Path):
    path = written(
        tmp_path,
        "timezone: Mars/Olympus\nschedules:\n"
        "  feeds:\n    batch: feeds.yaml\n    cron: '61 * * * *'\n"
        "  night:\n    batch: night.yaml\n    every: 1h\n    cron: '0 * * * *'\n"
        "  Bad Name: {batch: x.yaml, every: 1h}\n"
        "  late: {batch: x.yaml, every: 10m, jitter: 20m}\n"
        "  odd: {batch: x.yaml, every: 10m, colour: red}\n",
    )

    with pytest.raises(SettingsError) as caught:
        read_schedule(path)

    said = str(caught.value)
    for line, words in (
        (1, "isn't a time zone"),
        (5, "isn't a cron expression: bad minute"),
        (6, "only one of them"),
        (10, "Bad Name"),
        (11, "jitter should be less than every"),
        (12, "colour: unknown key"),
    ):
        assert any(f":{line}: " in each and words in each for each in said.splitlines()), said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "schedules"),
        ("- a list", "a schedule has `schedules:`"),
        ("schedules: {}", "at least 1 item"),
        ("schedules: {a: {batch: x, cron: '0 0 30 2 *'}}", "isn't a cron expression"),
        ("schedules: {a: {batch: x, cron: '* * * * * *'}}", "five fields"),
        ("schedules: {a: {batch: x, every: 10s}}", "a minute or more"),
        ("schedules: {a: {every: 10m}}", "a.batch: Field required"),
        ("schedules:\n  a: {batch: x, every: 1h}\n  a: {batch: y, every: 1h}", "stands on line 2 too"),
        ("schedules: [", "isn't YAML"),
    ],
)
def test_a_wrong_schedule_is_refused_with_what_is_wrong(tmp_path: Path, text: str, words: str):
    with pytest.raises(SettingsError, match="schedule") as caught:
        read_schedule(written(tmp_path, text))

    assert words in str(caught.value)


def test_a_schedule_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"schedule .*none\.yaml isn't there"):
        read_schedule(tmp_path / "none.yaml")
