"""A project as `graphkit init` writes it, run by the clock on a real Neo4j, watched and stopped."""

import json
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from neo4j import Driver

from graphkit.pipeline.schedule.memory import Memories
from tests.conftest import Database
from tests.end_to_end.conftest import Program, connection_to

PATIENCE = 300
"""Seconds: how long to wait for what must come, on a machine with much else to do."""
ARTICLES = "MATCH (article:Article) RETURN count(article) AS number"


@pytest.fixture
def project(graphkit: Program, database: Database) -> Program:
    """The program in a new project, on an empty graph."""
    program = graphkit.with_environment(**connection_to(database))
    done = program("init", "news")
    assert done.returncode == 0, done.stderr
    return Program(program.folder / "news", program.environment)


@pytest.fixture
def memories(project: Program) -> Memories:
    """Of a schedule that last looked at the clock a day ago, has missed two runs, and has none soon."""
    file = project.folder / "schedule.yaml"
    far = (datetime.now(UTC) - timedelta(hours=12)).hour
    written = file.read_text("utf-8")
    assert '"*/30 * * * *"' in written
    file.write_text(written.replace('"*/30 * * * *"', f'"0,30 {far} * * *"'), "utf-8")
    kept = Memories(Path(project.environment["GRAPHKIT_HOME"]) / "state", file)
    kept.change("news", handled=datetime.now(UTC) - timedelta(days=1))
    return kept


def loaded(driver: Driver) -> int:
    return driver.execute_query(ARTICLES).records[0]["number"]


def wait_for(holds: Callable[[], bool], running: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < end
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def served(port: int) -> str:
    return urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60).read().decode()


def test_what_is_due_runs_once_for_all_that_was_missed(
    project: Program, memories: Memories, neo4j_driver: Driver
):
    first = project("schedule", "run-due", "schedule.yaml")
    again = project("schedule", "run-due", "schedule.yaml")

    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert first.stderr.count("news: started") == 1
    assert "started" not in again.stderr
    assert loaded(neo4j_driver) == 3
    assert memories.read()["news"].code == 0


def test_the_schedule_runs_serves_figures_and_stops_in_order(
    project: Program, memories: Memories, neo4j_driver: Driver
):
    port = free_port()
    command = project.command("schedule", "run", "schedule.yaml", "--metrics-port", port)
    running = subprocess.Popen(
        command, cwd=project.folder, env=project.environment, stderr=subprocess.PIPE, text=True
    )
    try:
        wait_for(lambda: memories.read()["news"].ended is not None, running)
        second = project("schedule", "run", "schedule.yaml")
        wait_for(lambda: "graphkit_articles_total{" in served(port), running)
        figures = served(port)
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()

    assert running.returncode == 0, said
    assert "nothing in hand is lost" in said
    assert second.returncode == 2
    assert "is being run by another process" in second.stderr
    assert 'graphkit_runs_total{outcome="done",schedule="news"} 1.0' in figures
    assert 'graphkit_articles_total{became="read",schedule="news"} 3.0' in figures
    assert loaded(neo4j_driver) == 3


def test_a_batch_under_way_finishes_what_it_has_in_hand_and_the_next_goes_on(
    project: Program, memories: Memories, neo4j_driver: Driver
):
    command = project.command("schedule", "run", "schedule.yaml")
    running = subprocess.Popen(
        command, cwd=project.folder, env=project.environment, stderr=subprocess.PIPE, text=True
    )
    try:
        wait_for(lambda: memories.read()["news"].started is not None, running)
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert running.returncode == 0, said

    memories.change("news", handled=datetime.now(UTC) - timedelta(days=1))
    assert project("schedule", "run-due", "schedule.yaml").returncode == 0
    assert loaded(neo4j_driver) == 3


def test_status_says_how_things_stand(project: Program, memories: Memories):
    project("schedule", "run-due", "schedule.yaml")

    done = project("status", "--format", "json")

    known = {each["what"]: each["known"] for each in json.loads(done.stdout)}
    assert done.returncode == 0, done.stderr
    assert known["graph"].startswith("3 articles, ")
    assert known["last run"].startswith("news: done, ")
    assert known["dead letters"] == "none"
    assert known["next"].startswith("news: ")


def test_status_of_a_database_that_is_away_names_the_next_step(graphkit: Program):
    done = graphkit("status")

    assert done.returncode == 1
    assert "-> graphkit doctor" in done.stdout


def test_an_entry_rests_and_runs_again_from_the_command_line(project: Program, memories: Memories):
    assert project("schedule", "pause", "news", "schedule.yaml").returncode == 0
    rested = project("schedule", "run-due")
    listed = project("schedule", "list", "schedule.yaml", "--format", "json")
    assert project("schedule", "resume", "news", "schedule.yaml").returncode == 0
    after = project("schedule", "run-due", "schedule.yaml")

    assert "started" not in rested.stderr + after.stderr
    assert json.loads(listed.stdout)[0]["next"] == "resting"


def test_a_name_that_is_not_there_is_told_with_those_that_are(project: Program):
    done = project("schedule", "pause", "new", "schedule.yaml")

    assert done.returncode == 2
    assert "has no entry new: it has news" in done.stderr
