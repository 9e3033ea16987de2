"""Schedules for other clocks: accepted by the tools that read them."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import UsageError
from graphkit.pipeline.schedule.entries import Entry, Schedule
from graphkit.pipeline.schedule.exports import for_cron, for_kubernetes, for_systemd


def schedule(**entries: dict[str, object]) -> Schedule:
    return Schedule(
        schedules={name: Entry(batch=Path("x.yaml"), **values) for name, values in entries.items()}
    )


PROGRAM = "/opt/graph kit/100%/$HOME/graphkit"
ESCAPED = {"\\": "\\", '"': '"', "'": "'", "s": " ", "n": "\n", "t": "\t"}


def values_of(unit: str) -> dict[str, str]:
    """What a unit file sets, by key: systemd.syntax(7)."""
    lines = [line for line in unit.splitlines() if line and line[0] not in "#;["]
    assert not any(line.endswith("\\") for line in lines)
    found = dict(line.split("=", 1) for line in lines)
    assert len(found) == len(lines)
    return found


def words_of(value: str) -> Iterator[str]:
    """The words of a command as systemd parts them, quotes and escapes undone: systemd.syntax(7)."""
    word, quote, letters = "", "", iter(f"{value} ")
    begun = False
    for letter in letters:
        if letter == "\\":
            word += ESCAPED[next(letters)]
        elif letter == quote:
            quote = ""
        elif not quote and letter in "\"'":
            quote, begun = letter, True
        elif not quote and letter.isspace():
            if begun or word:
                yield word
            word, begun = "", False
        else:
            word += letter
    assert not quote


def meant(word: str, sign: str) -> str:
    """A word without what doubles a sign; a single one would stand for something else."""
    assert sign not in word.replace(sign * 2, ""), word
    return word.replace(sign * 2, sign)


@given(name=st.text("ab %$\"'\\;#{}[]=h~&|", min_size=1).map(lambda name: f"a{name}a"))
def test_systemd_reads_back_the_call_that_was_meant_whatever_the_files_name(name: str):
    file = Path("/srv", f"{name}.yaml")

    values = values_of(for_systemd(file, PROGRAM))
    program, *words = (meant(word, "%") for word in words_of(values["ExecStart"]))

    # Variables are looked for in all words but the program's path: systemd.service(5).
    assert program == PROGRAM
    assert [meant(word, "$") for word in words] == [
        *("--log-format", "json", "schedule", "run"),
        str(file),
    ]
    assert meant(values["Description"], "%") == f"graphkit schedule {name}"


def test_systemd_runs_it_where_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / 'odd "name" 100%h'
    folder.mkdir()
    monkeypatch.chdir(folder)

    values = values_of(for_systemd(Path("schedule.yaml"), PROGRAM))

    assert meant(values["WorkingDirectory"], "%") == str(folder)


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="without systemd its own opinion can't be had; the tests above read the unit by its rules",
)
def test_systemd_finds_no_fault_with_the_service(tmp_path: Path):
    unit = tmp_path / "graphkit.service"
    unit.write_text(for_systemd(tmp_path / 'odd "name" 100%.yaml', "/bin/true"), encoding="utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False
    )

    assert "graphkit.service" not in verified.stderr


def test_kubernetes_accepts_each_job():
    found = list(
        yaml.safe_load_all(
            for_kubernetes(
                schedule(
                    feeds={"cron": "*/30 6-22 * * mon-fri", "timezone": "Europe/London"},
                    night={"every": "6h", "catch_up": "none", "paused": True},
                )
            )
        )
    )

    for job in found:
        kubernetes_validate.validate(job, "1.30", strict=True)
    assert [(job["spec"]["schedule"], job["spec"]["timeZone"], job["spec"]["suspend"]) for job in found] == [
        ("*/30 6-22 * * mon-fri", "Europe/London", False),
        ("0 */6 * * *", "UTC", True),
    ]


@pytest.mark.parametrize(
    ("every", "expression"),
    [("15m", "*/15 * * * *"), ("1h", "0 */1 * * *"), ("12h", "0 */12 * * *"), ("1d", "0 0 * * *")],
)
def test_an_even_span_has_a_cron_expression(every: str, expression: str):
    job = yaml.safe_load(for_kubernetes(schedule(news={"every": every})))

    assert job["spec"]["schedule"] == expression


@pytest.mark.parametrize("every", [timedelta(minutes=7), timedelta(hours=5), timedelta(days=2)])
def test_a_span_kubernetes_cannot_tell_is_refused_by_name(every: timedelta):
    with pytest.raises(UsageError, match="news: Kubernetes has no clock for every"):
        for_kubernetes(schedule(news={"every": every}))


def test_the_crontab_line_is_one_line_that_a_shell_reads_back(tmp_path: Path):
    file = tmp_path / "100% odd's.yaml"

    comment, line = for_cron(file, "/opt/graph kit/bin/graphkit").splitlines()

    assert comment.startswith("#")
    assert line.startswith("* * * * * ")
    command = line.removeprefix("* * * * * ").replace("\\%", "%")
    said = subprocess.run(
        ["sh", "-c", command.replace("'/opt/graph kit/bin/graphkit'", "printf '%s\\n'")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines() == ["-q", "schedule", "run-due", str(file)]
