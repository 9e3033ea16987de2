"""The loop on a clock the test sets: what starts, what is passed over, what is remembered."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.pipeline.schedule.entries import Entry, Schedule
from graphkit.pipeline.schedule.memory import Memories
from graphkit.pipeline.schedule.scheduler import Happening, Scheduler

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Run:
    """A run that ends when the test says so, or when it is asked to."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.code = 0

    def wait(self) -> int:
        return 0


class World:
    """A schedule of one entry with a clock and its runs."""

    def __init__(self, folder: Path, **entry: object) -> None:
        self.now = NOON
        self.runs: list[Run] = []
        values = {"batch": "b.yaml", "every": "10m"} | entry
        self.schedule = Schedule(schedules={"news": Entry(**values)})
        self.memories = Memories(folder, Path("schedule.yaml"))
        self.restart()

    def restart(self) -> None:
        self.scheduler = Scheduler(self.schedule, self.memories, self.begin, lambda: self.now)

    def begin(self, name: str, entry: Entry) -> Run:
        self.runs.append(Run())
        return self.runs[-1]

    def look(self, after: timedelta = timedelta(0)) -> list[Happening]:
        self.now += after
        return list(self.scheduler.look())


def kinds(found: list[Happening]) -> list[str]:
    return [each.kind for each in found]


def test_nothing_is_caught_up_from_before_the_first_start(tmp_path: Path):
    world = World(tmp_path)

    assert world.look() == []
    assert kinds(world.look(9 * MINUTE)) == []
    assert kinds(world.look(MINUTE)) == ["started"]


def test_what_was_missed_while_nothing_ran_is_caught_up_once(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.restart()

    assert kinds(world.look(timedelta(hours=5))) == ["started"]
    assert kinds(world.look()) == []
    assert len(world.runs) == 1


def test_without_catching_up_a_missed_run_is_passed_over_and_the_next_runs(tmp_path: Path):
    world = World(tmp_path, catch_up="none")
    world.look()

    assert [(each.kind, each.why) for each in world.look(timedelta(hours=5, minutes=3))] == [
        ("passed", "missed, and catch_up is none")
    ]
    assert kinds(world.look(7 * MINUTE)) == ["started"]


def test_a_run_that_is_not_done_is_not_started_again(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.look(10 * MINUTE)

    found = world.look(10 * MINUTE)
    world.runs[0].code = 1
    after = world.look(10 * MINUTE)

    assert [(each.kind, each.why) for each in found] == [("passed", "its last run isn't done")]
    assert [(each.kind, each.code) for each in after] == [("ended", 1), ("started", None)]


def test_an_entry_that_rests_misses_its_moments_for_good(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.memories.change("news", resting=True)
    assert world.look(timedelta(hours=2)) == []
    world.memories.change("news", resting=False)

    assert world.look(MINUTE) == []
    assert kinds(world.look(9 * MINUTE)) == ["started"]


def test_an_entry_paused_in_the_file_never_runs(tmp_path: Path):
    world = World(tmp_path, paused=True)
    world.look()

    assert world.look(timedelta(hours=2)) == []


def test_a_clock_that_was_wrong_by_years_does_not_stop_the_schedule(tmp_path: Path):
    world = World(tmp_path)
    world.look(timedelta(days=2000))
    world.look(timedelta(days=-2000))

    assert kinds(world.look(10 * MINUTE)) == ["started"]


def test_told_to_finish_it_asks_its_runs_to_end_and_remembers_how(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.look(10 * MINUTE)

    found = list(world.scheduler.finish())

    assert [(each.kind, each.code) for each in found] == [("ended", 0)]
    assert not world.scheduler.busy
    assert world.memories.read()["news"].code == 0


def test_only_one_process_holds_a_schedule(tmp_path: Path):
    one, other = Memories(tmp_path, Path("a.yaml")), Memories(tmp_path, Path("a.yaml"))

    with one.alone() as held, other.alone() as refused:
        assert (held, refused) == (True, False)
    with other.alone() as held:
        assert held


@pytest.mark.parametrize(
    "text", ['{"news": {"handled": ', "[1]", '{"news": {"handled": "soon"}}', '{"news": 5}']
)
def test_a_damaged_memory_is_told_and_does_not_stop_the_schedule(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
):
    memories = Memories(tmp_path, Path("a.yaml"))
    memories.change("news", handled=NOON)
    file = next((tmp_path / "schedules").glob("*.json"))
    file.write_text(text, encoding="utf-8")

    assert memories.read() == {}
    assert f"{file} can't be read" in caplog.text
    assert memories.change("news", handled=NOON).handled == NOON
    assert memories.read()["news"].handled == NOON


def test_a_run_takes_no_less_time_for_a_clock_that_is_set_back(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.look(10 * MINUTE)
    world.runs[0].code = 0

    (ended,) = world.look(timedelta(hours=-2))

    assert ended.seconds >= 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-7200, 7200), max_size=30), st.booleans())
def test_whatever_the_clock_does_no_moment_runs_twice(tmp_path: Path, steps: list[int], restarts: bool):
    world = World(tmp_path / secrets.token_hex(8))
    moments = []
    world.look()
    for step in steps:
        if restarts:
            world.restart()
        found = world.look(timedelta(seconds=step))
        moments += [each.moment for each in found if each.kind == "started"]
        for run in world.runs:
            run.code = 0

    assert len(moments) == len(set(moments))
    assert moments == sorted(moments)
