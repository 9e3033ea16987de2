"""`graphkit schedule`: batches by the clock."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.cli import tables
from graphkit.cli.exits import DONE, PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import Group, click
from graphkit.errors import UsageError

if TYPE_CHECKING:
    from datetime import timedelta

    from graphkit.pipeline.schedule.entries import Entry, Schedule
    from graphkit.pipeline.schedule.memory import Memories

DEFAULTS = (Path("schedule.yaml"), Path("config", "schedule.yaml"))
COLUMNS = ("name", "batch", "when", "zone", "next", "last", "ended")


def found_here() -> Path | None:
    """The schedule of the folder one works in."""
    return next((path for path in DEFAULTS if path.is_file()), None)


file_argument = click.argument(
    "file",
    default=lambda: found_here() or DEFAULTS[-1],
    metavar="[FILE]",
    type=click.Path(path_type=Path, dir_okay=False),
)
name_argument = click.argument("name")


@click.group("schedule", cls=Group)
def group() -> None:
    """Run batches by the clock, unattended.

    FILE says which batch, and when (cron fields with a time zone, or every so long); by default schedule.yaml or
    config/schedule.yaml, whichever is there. What was missed while nothing ran is caught up once.
    """


@group.command("run")
@file_argument
@click.option(
    "--metrics-port",
    type=click.IntRange(1, 65535),
    help="Serve figures for Prometheus on this port of 127.0.0.1.",
)
@with_session
def run(session: Session, file: Path, metrics_port: int | None) -> int:
    """Run the schedule until told to stop: in a container, under systemd, at a terminal.

    SIGTERM or Ctrl-C: batches under way finish the articles in hand, then it ends with 0.
    """
    from graphkit.cli.scheduling import Watch, kept_running

    schedule, memories = _opened(file)
    with memories.alone() as held:
        if not held:
            raise UsageError(f"{file} is being run by another process: one is enough")
        session.note(f"schedule: {len(schedule.schedules)} entries; next: {_soonest(schedule)}")
        kept_running(session, schedule, memories, Watch(session, schedule, metrics_port))
    session.note("schedule stopped; nothing in hand is lost")
    return DONE


@group.command("run-due")
@file_argument
@with_session
def run_due(session: Session, file: Path) -> int:
    """Run what is due now, then end: for cron, once a minute. Exit code 1 where a batch did not end well."""
    from graphkit.cli.scheduling import Watch, run_once

    schedule, memories = _opened(file)
    with memories.alone() as held:
        if not held:
            session.note(f"{file} is being run by another process")
            return DONE
        return DONE if run_once(session, schedule, memories, Watch(session, schedule)) else PARTLY


@group.command("list")
@file_argument
@tables.format_option
@with_session
def list_(session: Session, file: Path, form: str) -> None:
    """List the entries: when each runs next, and how it ended last."""
    schedule, memories = _opened(file)
    kept = memories.read()
    rows = [_row(name, entry, kept.get(name)) for name, entry in sorted(schedule.schedules.items())]
    tables.show(rows, COLUMNS, form, str(file))


@group.command("next")
@file_argument
@click.option("-n", "count", type=click.IntRange(1, 1000), default=5, show_default=True, help="How many.")
@tables.format_option
@with_session
def next_(session: Session, file: Path, count: int, form: str) -> None:
    """List the next starts of all entries, in their own time zones."""
    from zoneinfo import ZoneInfo

    from graphkit.pipeline.schedule.moments import starts

    schedule, _ = _opened(file)
    now = datetime.now(UTC)
    found = sorted(
        (start, name)
        for name, entry in schedule.schedules.items()
        if not entry.paused
        for start in starts(name, entry, now, count)
    )
    rows = [
        {
            "start": start.astimezone(ZoneInfo(schedule.schedules[name].timezone or "UTC")).isoformat(" "),
            "name": name,
        }
        for start, name in found[:count]
    ]
    tables.show(rows, ("start", "name"), form, str(file))


@group.command("pause")
@name_argument
@file_argument
@with_session
def pause(session: Session, name: str, file: Path) -> None:
    """Let an entry rest, also in a schedule that is running; a run under way goes on."""
    _rest(file, name, resting=True)
    session.note(f"{name} rests; go on with: graphkit schedule resume {name}")


@group.command("resume")
@name_argument
@file_argument
@with_session
def resume(session: Session, name: str, file: Path) -> None:
    """Let an entry run again. What fell due while it rested is not caught up."""
    _rest(file, name, resting=False)
    session.note(f"{name} runs again")


@group.command("export")
@file_argument
@click.option("--cron", "form", flag_value="cron", help="A line for crontab.")
@click.option("--systemd", "form", flag_value="systemd", help="A service for systemd, of the user.")
@click.option("--kubernetes", "form", flag_value="kubernetes", help="A CronJob for each entry.")
@click.option("--image", help="Container image the CronJobs run.  [default: graphkit of this version]")
@with_session
def export(session: Session, file: Path, form: str | None, image: str | None) -> None:
    """Write the schedule for another clock, on stdout."""
    from graphkit.pipeline.schedule import exports

    schedule, _ = _opened(file)
    program = str(Path(sys.argv[0]).resolve())
    if form == "cron":
        text = exports.for_cron(file, program)
    elif form == "systemd":
        text = exports.for_systemd(file, program)
    elif form == "kubernetes":
        text = exports.for_kubernetes(schedule, image)
    else:
        raise UsageError("name the clock: --cron, --systemd or --kubernetes")
    click.echo(text, nl=False)


def _opened(file: Path) -> "tuple[Schedule, Memories]":
    from graphkit.pipeline.schedule.entries import read_schedule
    from graphkit.pipeline.schedule.memory import Memories
    from graphkit.settings.folders import find_folders

    return read_schedule(file), Memories(find_folders().state, file)


def _rest(file: Path, name: str, *, resting: bool) -> None:
    schedule, memories = _opened(file)
    if name not in schedule.schedules:
        raise UsageError(f"{file} has no entry {name}: it has {', '.join(sorted(schedule.schedules))}")
    memories.change(name, resting=resting)


def _soonest(schedule: "Schedule") -> str:
    from graphkit.pipeline.schedule.moments import starts

    now = datetime.now(UTC)
    found = [
        (starts(name, entry, now, 1)[0], name)
        for name, entry in schedule.schedules.items()
        if not entry.paused
    ]
    return f"{min(found)[1]} at {min(found)[0]:%Y-%m-%d %H:%M} UTC" if found else "nothing, all rest"


def _row(name: str, entry: "Entry", memory: Any) -> dict[str, Any]:
    from zoneinfo import ZoneInfo

    from cronsim import CronSim

    from graphkit.pipeline.schedule.moments import starts

    zone = ZoneInfo(entry.timezone or "UTC")
    now = datetime.now(UTC)
    resting = entry.paused or (memory is not None and memory.resting)
    last = memory.started if memory else None
    return {
        "name": name,
        "batch": entry.batch.name,
        "when": CronSim(entry.cron, now).explain() if entry.cron else f"Every {_in_words(entry.every)}",
        "zone": entry.timezone if entry.cron else "UTC",
        "next": "resting" if resting else f"{starts(name, entry, now, 1)[0].astimezone(zone):%Y-%m-%d %H:%M}",
        "last": f"{last.astimezone(zone):%Y-%m-%d %H:%M}" if last else None,
        "ended": memory.code if memory else None,
    }


def _in_words(span: "timedelta | None") -> str:
    """6 hours, 90 minutes: in the largest unit that goes into it."""
    seconds = int(span.total_seconds()) if span else 0
    for unit, size in (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)):
        if seconds % size == 0:
            count = seconds // size
            return unit if count == 1 else f"{count} {unit}s"
    return ""
