"""Times the graph keeps: when an event happened, as days that can be compared; when we saw something."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

YEAR = re.compile(r"(\d{4})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
OPEN = ".."
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day it may have happened; None where it is open to that side.

    precision: "day", "month", "year" or "interval".
    """

    first: date | None
    last: date | None
    precision: str


def period(value: str | None) -> Period | None:
    """The days an ISO date, month, year or interval covers ("2014/.." is open); None where it is none of these."""
    if value is None:
        return None
    start, slash, end = value.partition("/")
    first, last = _single(start), _single(end)
    if not slash:
        return first
    opens, closes = _bound(first, start), _bound(last, end)
    if not (opens and closes) or (first is None and last is None):
        return None
    from_, to = (None if first is None else first.first), (None if last is None else last.last)
    if from_ is not None and to is not None and to < from_:
        return None
    return Period(from_, to, "interval")


def day(value: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it isn't one."""
    found = _single(value or "")
    return found.first if found is not None and found.precision == "day" else None


def moment(at: datetime) -> str:
    """A time of ours in UTC, as text of one form: it sorts, and any program reads it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _bound(day: Period | None, text: str) -> bool:
    """Whether the text is a bound of an interval: a date, or open, as ISO 8601-2 writes it."""
    return day is not None or text == OPEN


def _single(value: str) -> Period | None:
    try:
        if found := DAY.fullmatch(value):
            return Period(date.fromisoformat(found[1]), date.fromisoformat(found[1]), "day")
        if found := MONTH.fullmatch(value):
            year, month = int(found[1]), int(found[2])
            return Period(
                date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
            )
        if found := YEAR.fullmatch(value):
            return Period(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31), "year")
    except ValueError:
        return None
    return None
