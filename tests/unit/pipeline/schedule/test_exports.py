"""Schedules for other clocks: accepted by the tools that read them."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from graphkit.errors import UsageError
from graphkit.pipeline.schedule.entries import Entry, Schedule
from graphkit.pipeline.schedule.exports import for_cron, for_kubernetes, for_systemd


def schedule(**entries: dict[str, object]) -> Schedule:
    return Schedule(
        schedules={name: Entry(batch=Path("x.yaml"), **values) for name, values in entries.items()}
    )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here to ask")
def test_systemd_finds_no_fault_with_the_service(tmp_path: Path):
    unit = tmp_path / "graphkit.service"
    unit.write_text(for_systemd(tmp_path / 'odd "name" 100%.yaml', "/bin/true"), encoding="utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=120, check=False
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
