"""The schedule as a user writes it: which batch, when, and what of missed runs."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from graphkit.settings.checked import read_checked
from graphkit.settings.values import Section

HINT = "a schedule has `schedules:` and under it a name for each, with `batch:` and `cron:` or `every:`"
FIELDS = 5
SHORTEST, LONGEST_JITTER = timedelta(minutes=1), timedelta(hours=1)
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


def _seconds(value: Any) -> Any:
    """ "90s", "30m", "6h", "1d" as pydantic's own durations are: seconds, or ISO 8601."""
    written = re.fullmatch(r"\s*(\d+)\s*([smhdw])\s*", value) if isinstance(value, str) else None
    return int(written[1]) * UNITS[written[2]] if written else value


def _cron(expression: str) -> str:
    if len(expression.split()) != FIELDS:
        raise ValueError("should have five fields: minute, hour, day of month, month, day of week")
    try:
        CronSim(expression, datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError as error:
        raise ValueError(f"isn't a cron expression: {str(error).lower()}") from error
    return " ".join(expression.split())


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("isn't a time zone such as Europe/London") from error
    return name


Duration = Annotated[timedelta, BeforeValidator(_seconds)]
Zone = Annotated[str, AfterValidator(_zone)]


class Entry(Section):
    """One batch and when it runs: by `cron` in a time zone, or `every` so long."""

    batch: Path = Field(description="Batch file; a path counts from the schedule's own folder.")
    cron: Annotated[str, AfterValidator(_cron)] | None = Field(
        default=None, description="Five cron fields: minute, hour, day of month, month, day of week."
    )
    every: Duration | None = Field(
        default=None,
        description="Time from run to run: 30m, 6h, 1d; counted in UTC.",
    )
    timezone: Zone | None = Field(
        default=None, description="Time zone of `cron`; the schedule's own by default."
    )
    jitter: Duration = Field(
        default=timedelta(0),
        description="Runs start up to so much later, each by its own fixed part of it.",
    )
    catch_up: Literal["once", "none"] = Field(
        default="once", description="What of runs missed while nothing ran: one for all, or none."
    )
    paused: bool = Field(
        default=False, description="Whether it rests; what falls due meanwhile is not caught up."
    )

    @model_validator(mode="after")
    def _one_clock(self) -> "Entry":
        if (self.cron is None) == (self.every is None):
            raise ValueError("needs `cron:` or `every:`, and only one of them")
        if self.every is not None and self.every < SHORTEST:
            raise ValueError("every should be a minute or more")
        if not timedelta(0) <= self.jitter <= LONGEST_JITTER:
            raise ValueError("jitter should be an hour or less")
        if self.every is not None and self.jitter >= self.every:
            raise ValueError("jitter should be less than every")
        return self


class Schedule(Section):
    """The whole file: its time zone, and its entries by name."""

    timezone: Zone = Field(default="UTC", description="Time zone of every `cron` that names none.")
    schedules: dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,51}$")], Entry] = Field(min_length=1)


def read_schedule(path: Path) -> Schedule:
    """A schedule, its batches' paths made whole and its time zone given to each entry; SettingsError if wrong."""
    read = read_checked(path, Schedule, "schedule", HINT)
    folder = path.resolve().parent
    entries = {
        name: entry.model_copy(
            update={"batch": folder / entry.batch.expanduser(), "timezone": entry.timezone or read.timezone}
        )
        for name, entry in read.schedules.items()
    }
    return read.model_copy(update={"schedules": entries})
