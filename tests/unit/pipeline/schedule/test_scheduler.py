"""The loop on a clock the test sets: what starts, what is passed over, what is remembered."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.pipeline.schedule.entries import Entry, Schedule
from graphkit.pipeline.schedule.memory import Memories
from graphkit.pipeline.schedule.moments import is_late
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


def test_a_memory_that_may_not_be_read_is_not_forgotten(tmp_path: Path):
    memories = Memories(tmp_path, Path("a.yaml"))
    memories.change("news", handled=NOON)
    file = next((tmp_path / "schedules").glob("*.json"))
    kept = file.read_bytes()
    file.unlink()
    file.mkdir()  # opening it fails for everybody, root too

    with pytest.raises(IsADirectoryError):
        memories.change("other", handled=NOON)

    file.rmdir()
    file.write_bytes(kept)
    assert memories.read()["news"].handled == NOON


def test_a_run_takes_no_less_time_for_a_clock_that_is_set_back(tmp_path: Path):
    world = World(tmp_path)
    world.look()
    world.look(10 * MINUTE)
    world.runs[0].code = 0

    (ended,) = world.look(timedelta(hours=-2))

    assert ended.seconds >= 0


WAITS = st.integers(0, 7200).map(lambda seconds: ("wait", seconds))
EVENTS = st.one_of(
    WAITS,
    st.integers(1, 7200).map(lambda seconds: ("clock set back", seconds)),
    st.integers(1, 20).map(lambda hours: ("machine off", hours * 3600)),
    st.sampled_from([("pause", 0), ("resume", 0), ("run ends", 0), ("stop", 0)]),
    WAITS,
)
ENTRIES = (
    {"every": "10m"},
    {"every": "1h", "jitter": "20m"},
    {"every": None, "cron": "*/15 * * * *", "timezone": "Europe/London"},
    {"every": None, "cron": "30 1 * * *", "timezone": "America/New_York", "jitter": "40s"},
)
BEGINNINGS = (
    NOON,
    datetime(2026, 3, 28, 20, tzinfo=UTC),  # the evening before clocks change in London
    datetime(2026, 10, 31, 20, tzinfo=UTC),  # ... in New York
    datetime(2028, 2, 28, 20, tzinfo=UTC),  # ... before a leap day
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    entry=st.sampled_from(ENTRIES),
    begun=st.sampled_from(BEGINNINGS),
    catch_up=st.sampled_from(["once", "none"]),
    events=st.lists(EVENTS, max_size=25),
)
def test_whatever_happens_no_moment_runs_twice_no_two_runs_overlap_and_nothing_runs_that_rests(
    tmp_path: Path, entry: dict[str, object], begun: datetime, catch_up: str, events: list[tuple[str, int]]
):
    world = World(tmp_path / secrets.token_hex(8), **entry, catch_up=catch_up)
    world.now = begun
    started: list[datetime] = []
    rests = False
    world.look()
    for event, seconds in events:
        match event:
            case "pause" | "resume":
                rests = event == "pause"
                world.memories.change("news", resting=rests)
            case "run ends" if world.runs:
                world.runs[-1].code = 0
            case "stop" | "machine off":
                list(world.scheduler.finish())
                world.restart()
        found = world.look(timedelta(seconds=-seconds if event == "clock set back" else seconds))

        new = [each.moment for each in found if each.kind == "started" and each.moment is not None]
        assert len(new) <= (0 if rests else 1)
        assert all(moment <= world.now for moment in new)
        assert sum(run.code is None for run in world.runs) <= 1
        if catch_up == "none":
            assert not any(is_late("news", world.schedule.schedules["news"], each, world.now) for each in new)
        started += new

    assert started == sorted(set(started))


def test_a_moment_that_is_due_while_nothing_else_is_in_the_way_always_runs(tmp_path: Path):
    world = World(tmp_path, every=None, cron="0 * * * *", timezone="Europe/London")
    world.now = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)  # over a change of the clocks
    world.look()

    for _ in range(5):
        assert kinds(world.look(timedelta(hours=1)))[-1] == "started"
        world.runs[-1].code = 0
