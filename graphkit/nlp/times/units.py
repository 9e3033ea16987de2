"""Units counted from the day of publication: two weeks ago, last month, over the past year, in three days."""

import re
from datetime import date
from fractions import Fraction

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, cell, day, moved, shifted, steps, up_to, years
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import ONWARD, View

_FINER = {"day": "day", "week": "day", "month": "day", "year": "month"}
"""*The past year* is known by months, *the past two years* by years."""


def ago(found: re.Match[str], view: View) -> Period | None:
    """Two weeks ago, a year and a half ago: as exact as its unit; *more than a year ago* has an open start.

    A hundred years and more are round numbers, so without a value.
    """
    step = stepped(found)
    if view.today is None or step is None or (step[0] == "year" and step[1] > 99):
        return None
    then = moved(view.today, step[0], -step[1])
    return day(then) if found["today"] else _loosely(found["bound"] or "", cell(then, step[0]), view.today)


def ahead(found: re.Match[str], view: View) -> Period | None:
    """*In two weeks* of a plan, *in two weeks' time*; *within 30 days* of a plan is from now till then.

    Of what has happened, *in two weeks* says how long it took.
    """
    step = stepped(found)
    if view.today is None or step is None or not (view.future or found["time"]):
        return None
    unit, count = step
    end = cell(moved(view.today, unit, count), unit)
    return end if found["how"] == "in" else _from_to(view.today, moved(view.today, unit, count), unit, count)


def from_day(found: re.Match[str], view: View) -> Period | None:
    """A week on Tuesday, two weeks from Friday, a year from now: to the day where that is one."""
    start = view.bounding().looking(ONWARD, view.near).read(found["rest"])
    step = stepped(found)
    if start is None or start.first is None or step is None:
        return None
    return (
        day(moved(start.first, *step))
        if start.single and step[0] in {"day", "week"}
        else shifted(start, *step)
    )


def past_units(found: re.Match[str], view: View) -> Period | None:
    """Over the past three weeks, in the last year: up to today; for the next two days, of a plan: from it."""
    step = stepped(found) if found["number"] else _one(found["unit"])
    if view.today is None or step is None:
        return None
    unit, count = step
    if found["which"] in {"past", "last"}:
        return _from_to(moved(view.today, unit, -count), view.today, unit, count)
    return _from_to(view.today, moved(view.today, unit, count), unit, count) if view.future else None


def this_unit(found: re.Match[str], view: View) -> Period | None:
    """Last month, this year, next week, this decade."""
    if view.today is None:
        return None
    step = {"last": -1, "next": 1, "coming": 1}.get(found["which"], 0)
    return _unit_at(found["unit"], view.today, step)


def earlier_this(found: re.Match[str], view: View) -> Period | None:
    """Earlier this month, so far this year: up to today; later this year: from today."""
    whole = _unit_at(found["unit"], view.today, 0) if view.today else None
    if view.today is None or whole is None or whole.first is None or whole.last is None:
        return None
    if (found["way"] or "") in {"later", "later in", "later on"}:
        return _fine(view.today, whole.last, found["unit"])
    return _fine(whole.first, view.today, found["unit"])


def stepped(found: re.Match[str]) -> tuple[str, int] | None:
    """A COUNT and its unit: *a fortnight* is two weeks; None where that isn't whole (*half a week*)."""
    unit, times = w.unit(found["unit"])
    half = Fraction(1, 2) if found.groupdict().get("and_half") else Fraction(0)
    return steps(unit, times, w.count(found) + half)


def around(period: Period) -> Period:
    """One unit more on either side: *around 2014*."""
    if period.first is None or period.last is None:
        return period
    unit = "week" if period.unit == "day" and not period.single else period.unit
    start, end = moved(period.first, unit, -1), moved(period.last, unit, 1)
    return Period(cell(start, unit).first, cell(end, unit).last, period.unit)


def _one(unit: str) -> tuple[str, int] | None:
    """*The past year*, but not *the past years*."""
    return None if unit.endswith("s") else steps(*w.unit(unit), Fraction(1))


def _from_to(start: date, end: date, unit: str, count: int) -> Period:
    known = (
        unit if unit == "year" and count > 1 else _FINER[unit] if unit != "month" or count == 1 else "month"
    )
    return Period(start, end, known)


def _fine(start: date, end: date, unit: str) -> Period:
    return Period(start, end, {"week": "day", "month": "day", "year": "month"}.get(unit, "year"))


def _unit_at(unit: str, today: date, step: int) -> Period | None:
    if unit == "decade":
        start = today.year // 10 * 10 + 10 * step
        return years(start, start + 9)
    if unit == "century":
        start = (today.year - 1) // 100 * 100 + 1 + 100 * step
        return years(start, start + 99)
    name, times = w.unit(unit)
    return cell(moved(today, name, step * times), name) if times == 1 else None


def _loosely(bound: str, period: Period, today: date) -> Period | None:
    if bound in w.OVER:
        return up_to(period)
    if bound in w.UNDER:
        return Period(period.first, today, period.unit)
    return around(period) if bound in w.ABOUT else period


_UNIT = rf"(?P<unit>{w.UNIT})\b"
_ONE_UNIT = r"(?P<unit>week|month|year|decade|century)\b"
_NOT_OR = r"(?! or\b)"
"""*The next day or two* is no day."""
UNITS: tuple[Rule, ...] = (
    rule("unit, ago", rf"\b{w.COUNT} {_UNIT}(?P<and_half> and a half)? ago\b(?P<today> today)?", ago),
    rule(
        "unit, ahead",
        rf"\b(?P<how>in|within) {w.COUNT} {_UNIT}(?:'s?)?(?P<time> time\b)?"
        r"(?! (?:of|or|ago|after|before|from)\b)",
        ahead,
    ),
    rule(
        "unit, after",
        rf"\b{w.COUNT} {_UNIT} (?:from|on) (?P<rest>(?:now\b|today\b|tomorrow\b|{w.WEEKDAY}|{w.MONTH}).*)",
        from_day,
    ),
    rule(
        "unit, which",
        rf"\b(?:the |these )?(?P<which>past|coming) (?:{w.COUNT} )?{_UNIT}{_NOT_OR}",
        past_units,
    ),
    rule("unit, which", rf"\b(?:the )?(?P<which>last|next) {w.COUNT} {_UNIT}{_NOT_OR}", past_units),
    rule(
        "unit, which",
        rf"\b(?:in|over|within|during|for) the (?P<which>last|next){w.NO_COUNT} {_UNIT}(?! (?:of|or)\b)",
        past_units,
    ),
    rule(
        "unit, which",
        rf"\b(?P<way>so far|already|later(?: in| on)?|earlier(?: in)?) (?:this|the) {_ONE_UNIT}",
        earlier_this,
    ),
    rule("unit, which", rf"\bthis {_ONE_UNIT} so far(?P<way>)\b", earlier_this),
    rule("unit, which", rf"\b(?P<which>last|this|the current|next|coming) {_ONE_UNIT}", this_unit),
)
