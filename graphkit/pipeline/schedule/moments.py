"""When an entry is due: pure functions of the clock, which may jump and be set back.

A *moment* is a time the entry names, in UTC. A run starts at its moment plus its share of the jitter.
Cron expressions are read as Debian's cron reads them: a moment that a clock change skips runs right after the
change; one that it repeats runs once, unless the expression names every hour.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from zoneinfo import ZoneInfo

from cronsim import CronSim

from graphkit.pipeline.schedule.entries import Entry

GRACE = timedelta(minutes=1)
"""A run that starts so late is on time all the same."""
SET_BACK = timedelta(days=1)
"""A clock set back by less waits to reach the last moment again; by more, the earlier clock was wrong."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moments(entry: Entry, after: datetime) -> Iterator[datetime]:
    """The moments later than `after`, in order."""
    if entry.every is not None:
        moment = EPOCH + ((after - EPOCH) // entry.every + 1) * entry.every
        while True:
            yield moment
            moment += entry.every
    yield from _of_cron(entry, after, reverse=False)


def latest(entry: Entry, until: datetime) -> Iterator[datetime]:
    """The moments up to `until`, the last one first."""
    if entry.every is not None:
        moment = EPOCH + ((until - EPOCH) // entry.every) * entry.every
        while True:
            yield moment
            moment -= entry.every
    # Backwards too the library leaves out the time it starts from.
    yield from _of_cron(entry, until + timedelta(seconds=1), reverse=True)


def start(name: str, entry: Entry, moment: datetime) -> datetime:
    """When the run of a moment starts: later by a part of the jitter that is its own and always the same."""
    spread = int(entry.jitter.total_seconds())
    digest = int.from_bytes(sha256(f"{name}\n{moment.isoformat()}".encode()).digest()[:8])
    return moment + timedelta(seconds=digest % (spread + 1))


def starts(name: str, entry: Entry, after: datetime, count: int) -> list[datetime]:
    """The next starts later than `after`."""
    early = moments(entry, after - entry.jitter)
    return sorted(islice((t for m in early if (t := start(name, entry, m)) > after), count))


def due(name: str, entry: Entry, handled: datetime, now: datetime) -> datetime | None:
    """The latest moment after `handled` whose start has come, or None: however many were missed, it is one."""
    for moment in latest(entry, now):
        if moment <= handled:
            return None
        if start(name, entry, moment) <= now:
            return moment
    return None


def is_late(name: str, entry: Entry, moment: datetime, now: datetime) -> bool:
    """Whether a moment's start is so long ago that its run would be one of catching up."""
    return now - start(name, entry, moment) > GRACE


def _of_cron(entry: Entry, origin: datetime, *, reverse: bool) -> Iterator[datetime]:
    zone = ZoneInfo(entry.timezone or "UTC")
    for moment in CronSim(entry.cron or "", origin.astimezone(zone), reverse=reverse):
        yield moment.astimezone(UTC)
