"""A stretch of days with the precision it is known in, and how to move and cut it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

_LENGTH = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; None is an open end. unit: "day", "month" or "year".

    end_unit: precision of `last` where it isn't `unit`.
    middle: the day to take where the period is only a beginning or an end ("since mid-February").
    clock: time of a single day, as "T15:00" or "T15:00Z".
    """

    first: date | None
    last: date | None
    unit: str = "day"
    end_unit: str | None = None
    middle: date | None = None
    clock: str = ""

    def iso(self) -> str:
        """ISO 8601: 2022-01-26, 2022-01, 2022 or an interval of these; ".." (ISO 8601-2) is an open end."""
        first = self.first.isoformat()[: _LENGTH[self.unit]] if self.first else ".."
        last = self.last.isoformat()[: _LENGTH[self.end_unit or self.unit]] if self.last else ".."
        return f"{first}{self.clock}" if first == last else f"{first}/{last}"

    @property
    def ends(self) -> tuple[date, date] | None:
        """First and last day, or None where an end is open."""
        return None if self.first is None or self.last is None else (self.first, self.last)

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.unit == "day" and self.first is not None and self.first == self.last


def day(one: date) -> Period:
    return Period(one, one)


def week(of: date) -> Period:
    """Monday to Sunday."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6))


def weekend(of: date) -> Period:
    """Saturday and Sunday of the week."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Period:
    return months(year, number, 1)


def months(year: int, first: int, count: int) -> Period:
    """So many whole months; `first` may be below 1 or above 12, and counts on from that year."""
    year, first = year + (first - 1) // 12, (first - 1) % 12 + 1
    end_year, end = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return Period(date(year, first, 1), date(end_year, end, calendar.monthrange(end_year, end)[1]), "month")


def years(first: int, last: int | None = None) -> Period:
    return Period(date(first, 1, 1), date(last or first, 12, 31), "year")


def cell(one: date, unit: str) -> Period:
    """The day, week, month or year a day lies in."""
    if unit == "day":
        return day(one)
    if unit == "week":
        return week(one)
    return month(one.year, one.month) if unit == "month" else years(one.year)


def moved(one: date, unit: str, count: int) -> date:
    """The day so many units on; of a shorter month, its last day."""
    if unit in {"day", "week"}:
        return one + timedelta(days=count * (7 if unit == "week" else 1))
    index = one.year * 12 + one.month - 1 + count * (12 if unit == "year" else 1)
    year, number = divmod(index, 12)
    return date(year, number + 1, min(one.day, calendar.monthrange(year, number + 1)[1]))


def steps(unit: str, times: int, count: Fraction) -> tuple[str, int] | None:
    """A count of units as whole steps: two and a half years are 30 months; None where it can't be told."""
    total = count * times
    if total.denominator != 1 and unit == "year":
        unit, total = "month", total * 12
    if unit == "hour":
        unit, total = "day", total / 24
    return (unit, int(total)) if total.denominator == 1 else None


def shifted(period: Period, unit: str, count: int) -> Period | None:
    """The day, week, month or year `count` units away; None where the period is too vague to tell."""
    if period.ends is None:
        return None
    first, last = (cell(moved(one, unit, count), unit) for one in period.ends)
    return first if first == last else None


def joined(start: Period, end: Period) -> Period | None:
    """From the beginning of one to the end of the other; None where that runs backwards."""
    first, last = start.middle or start.first, end.middle or end.last
    if first is None or last is None or first > last:
        return None
    return Period(first, last, start.unit, end.end_unit or end.unit)


def onward(period: Period) -> Period | None:
    """From its beginning on; None where that is open."""
    first = period.middle or period.first
    return Period(first, None, period.unit) if first else None


def up_to(period: Period) -> Period | None:
    """Up to its end; None where that is open."""
    last = period.middle or period.last
    return Period(None, last, period.end_unit or period.unit) if last else None


def cut(period: Period, parts: int) -> list[Period] | None:
    """Early, middle and late of 3 parts, or halves; None of a day or week.

    Four or six months of a year, days 1 to 10, 11 to 20 and the rest or 1 to 15 and the rest of a month; of a
    decade or century whole years, as near to equal as can be. The middle of three knows its own middle: the
    15th of a month, June of a year.
    """
    if period.ends is None or period.unit == "day":
        return None
    first, last = period.ends
    span = 12 * (last.year - first.year) + last.month - first.month + 1
    if span == 1:
        return _cut_month(first, last, parts)
    if span == 12 or period.unit == "month":
        edges = [round(span / parts * i) for i in range(parts + 1)]
        pieces = [months(first.year, first.month + i, j - i) for i, j in pairwise(edges)]
        middle = months(first.year, first.month + (span - 1) // 2, 1).first
    else:
        edges = [first.year + round(span / 12 / parts * i) for i in range(parts + 1)]
        pieces = [years(i, j - 1) for i, j in pairwise(edges)]
        middle = date(first.year + span // 24, 1, 1)
    return _with_middle(pieces, middle)


def _cut_month(first: date, last: date, parts: int) -> list[Period]:
    ends = [date(first.year, first.month, number) for number in ((10, 20) if parts == 3 else (15,))]
    starts = [first, *(end + timedelta(days=1) for end in ends)]
    pieces = [Period(start, end) for start, end in zip(starts, [*ends, last], strict=True)]
    return _with_middle(pieces, date(first.year, first.month, 15))


def _with_middle(pieces: list[Period], middle: date | None) -> list[Period]:
    return [pieces[0], replace(pieces[1], middle=middle), pieces[2]] if len(pieces) == 3 else pieces
