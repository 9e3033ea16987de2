"""Numbered parts: the first week of May, the last day of 2022, the first quarter; the year to March."""

import re
from datetime import timedelta

from graphkit.nlp.times import words as w
from graphkit.nlp.times.parts import CONTAINER, part_of
from graphkit.nlp.times.period import Period, day, months, moved
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import BACK, View
from graphkit.nlp.times.yearly import of_each_year, year_of

_NUMBERS = w.ORDINALS | {"last": -1, "final": -1, "opening": 1, "closing": -1}
_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92}
"""At most, of each."""


def nth(found: re.Match[str], view: View) -> Period | None:
    """The first week of May (days 1 to 7), the last day of 2022, the first three months of the year."""
    number, unit = _NUMBERS[found["nth"]], found["unit"]
    count = w.count(found) if found["number"] else 1
    if count != int(count) or (count > 1 and number not in {1, -1}):
        return None
    return part_of(found["rest"], lambda whole: _block(whole, unit, number, int(count)), view)


def nth_weekday(found: re.Match[str], view: View) -> Period | None:
    """The second Tuesday in November."""
    number, name = _NUMBERS[found["nth"]], w.WEEKDAYS[found["weekday"][:3]]
    return part_of(found["rest"], lambda whole: _nth_weekday(whole, name, number), view)


def quarter(found: re.Match[str], view: View) -> Period | None:
    """The first quarter (of 2023), Q1; without a year, the nearest."""
    number = int(found["number"]) if found["number"] else w.ORDINALS[found["nth"]]
    if number > 4:
        return None
    if found["year"] or found["rel"]:
        year = year_of(found, view)
        return None if year is None else months(year, 3 * number - 2, 3)
    if not view.future:
        # Of a quarter to come, news tells plans and forecasts only.
        view = view.looking(BACK, view.near)
    return of_each_year(lambda year: months(year, 3 * number - 2, 3), None, view)


def this_quarter(found: re.Match[str], view: View) -> Period | None:
    """Last quarter, this quarter."""
    if view.today is None:
        return None
    step = {"last": -1, "next": 1}.get(found["which"], 0)
    return months(view.today.year, (view.today.month - 1) // 3 * 3 + 1 + 3 * step, 3)


def ended(found: re.Match[str], view: View) -> Period | None:
    """The year to March 2022, the three months ended June 30: so long, up to there."""
    end = view.bounding().read(found["rest"])
    count = w.count(found) if found["number"] else 1
    length = int(count * {"year": 12, "quarter": 3, "month": 1}[found["unit"].rstrip("s")])
    if end is None or end.last is None or end.last.day < 28 or end.unit == "year":
        return None
    return Period(moved(end.last.replace(day=1), "month", 1 - length), end.last, end.unit)


def _block(whole: Period, unit: str, number: int, count: int) -> Period | None:
    """Days, weeks, months or quarters of a month or year."""
    if whole.ends is None or not _DAYS[unit] * count < _days(whole) <= 366:
        return None
    first, last = whole.ends
    size = {"week": 7, "quarter": 3}.get(unit, 1)
    if unit in {"month", "quarter"}:
        if number > 0:
            return months(first.year, first.month + size * (number - 1), size * count)
        return months(last.year, last.month + 1 - size * count, size * count)
    skipped = size * (number - 1) if number > 0 else _days(whole) - size * count
    start = first + timedelta(days=skipped)
    end = start + timedelta(days=size * count - 1)
    return Period(start, end) if end <= last else None


def _nth_weekday(whole: Period, name: int, number: int) -> Period | None:
    if whole.ends is None or not 28 <= _days(whole) <= 31:
        return None
    first, last = whole.ends
    if number < 0:
        return day(last - timedelta(days=(last.weekday() - name) % 7))
    found = first + timedelta(days=(name - first.weekday()) % 7 + 7 * (number - 1))
    return day(found) if found <= last else None


def _days(whole: Period) -> int:
    return 0 if whole.ends is None else (whole.ends[1] - whole.ends[0]).days + 1


_NTH = "(?P<nth>first|second|third|fourth|fifth|last|final|opening|closing|1st|2nd|3rd|4th|5th)"
_QUARTER = "(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|q(?P<number>[1-4]))"
NTH: tuple[Rule, ...] = (
    rule(
        "nth, unit",
        rf"\b(?:the )?{_NTH} (?:{w.COUNT} )?(?P<unit>day|week|month)s? (?:of|in) {CONTAINER}",
        nth,
    ),
    rule("nth, quarter", rf"\b(?:the )?{_NTH}{w.NO_COUNT} (?P<unit>quarter) (?:of|in) {CONTAINER}", nth),
    rule("nth, weekday", rf"\b(?:the )?{_NTH} (?P<weekday>{w.WEEKDAY}) (?:of|in) {CONTAINER}", nth_weekday),
    rule("quarter", rf"\b(?:the )?{_QUARTER}\b{w.YEAR_BESIDE}", quarter),
    rule("quarter, which", r"\b(?P<which>last|this|the current|next) quarter\b", this_quarter),
    rule(
        "unit, ended",
        rf"\b(?:the |a )?(?:{w.COUNT} )?(?P<unit>years?|quarters?|months?) "
        r"(?:to|ended|ending|through)(?: on| in)? "
        rf"(?P<rest>(?:the end of )?(?:{w.MONTH}|{w.DAY} {w.MONTH}).*)",
        ended,
    ),
)
