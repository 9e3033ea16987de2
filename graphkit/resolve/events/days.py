"""The days an event may have happened on, compared."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day; value: as it was read, of a time of day only the day."""

    first: date
    last: date
    value: str

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def coarseness(self) -> int:
        """0 for a day, then week, month, year and more."""
        length = (self.last - self.first).days
        return sum(length > most for most in (0, 7, 31, 366))

    def agrees(self, other: "Days") -> bool:
        """Whether one lies within the other: *on Monday* and *this week*."""
        return (self.first <= other.first and other.last <= self.last) or (
            other.first <= self.first and self.last <= other.last
        )


def days(value: str | None) -> Days | None:
    """The days of an ISO date, month, year or interval; None where it is none of these, or open."""
    if value is None:
        return None
    start, slash, end = value.partition("/")
    first, last = _span(start), _span(end if slash else start)
    if first is None or last is None or last[1] < first[0]:
        return None
    return Days(first[0], last[1], value if slash else value.partition("T")[0])


def _span(value: str) -> tuple[date, date] | None:
    found = _ONE.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return date(year or 1, 1, 1), date(year or 1, 12, 31)
        last = calendar.monthrange(year, month)[1]
        return date(year, month, day or 1), date(year, month, day or last)
    except ValueError:
        return None
