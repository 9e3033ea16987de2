"""Days by name: yesterday, on Wednesday, Tuesday of last week, the following Monday, over the weekend."""

import re
from datetime import date, timedelta

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, cell, day, shifted, week, weekend
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import View
from graphkit.nlp.times.yearly import AFTER, BEFORE, LAST, NEXT, SAME, WHICH

_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this lunchtime": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def named_day(found: re.Match[str], view: View) -> Period | None:
    """Yesterday, tonight, the day after tomorrow."""
    return day(view.today + timedelta(days=_DAYS[found["day"]])) if view.today else None


def overnight(_found: re.Match[str], view: View) -> Period | None:
    """The night before publication, which is of two days; no plan's."""
    if view.today is None or view.future:
        return None
    return Period(view.today - timedelta(days=1), view.today)


def weekday(found: re.Match[str], view: View) -> Period | None:
    """*On Wednesday* is the last one up to today, of a plan the next; *the following Monday* is anchored."""
    number = w.WEEKDAYS[found["weekday"][:3]]
    which = found["which"]
    if found["week"]:
        return _in_week(number, found["week"], view)
    if which in AFTER | BEFORE | SAME:
        return _from_anchor(number, which, view)
    if found["later"]:
        return _week_on(number, view.today)
    if which is None:
        return _toward(number, view.near, ahead=view.future)
    return _which(number, which, view.today)


def week_then_weekday(found: re.Match[str], view: View) -> Period | None:
    """Last week on Tuesday."""
    return _in_week(w.WEEKDAYS[found["weekday"][:3]], found["week"], view)


def the_weekend(found: re.Match[str], view: View) -> Period | None:
    """Next weekend, last weekend; *over the* and *this weekend* are the last begun, of a plan the next."""
    which = found["which"]
    if which is None and not found[0].startswith("the "):
        return None
    if which in SAME | AFTER | BEFORE:
        anchored = shifted(view.anchor, "week", (which in AFTER) - (which in BEFORE)) if view.anchor else None
        return weekend(anchored.first) if anchored and anchored.first else None
    if view.near is None:
        return None
    step = (which in NEXT - {"coming", "this coming"}) - (which in LAST)
    if which in {None, "this"} and not view.future and view.near.weekday() < 5:
        step = -1
    return weekend(view.near + timedelta(days=7 * step))


def _toward(number: int, near: date | None, *, ahead: bool) -> Period | None:
    if near is None:
        return None
    return day(
        near + timedelta(days=(number - near.weekday()) % 7 - (0 if ahead or number == near.weekday() else 7))
    )


def _week_on(number: int, today: date | None) -> Period | None:
    """*Tuesday week*: a week after the next one."""
    return day(today + timedelta(days=(number - today.weekday()) % 7 + 7)) if today else None


def _which(number: int, which: str, today: date | None) -> Period | None:
    """*Last* is before today, *next* after it, *this* the nearer one."""
    if today is None:
        return None
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    if which in LAST:
        return day(today - timedelta(days=back or 7))
    if which in NEXT:
        return day(today + timedelta(days=ahead or 7))
    return day(today + timedelta(days=ahead if ahead < back else -back))


def _in_week(number: int, which: str, view: View) -> Period | None:
    """Tuesday last week, Tuesday of that week."""
    deictic = which in {"last", "this", "next"}
    step = (which in NEXT | AFTER) - (which in LAST | BEFORE)
    start = cell(view.today, "week") if deictic and view.today else None if deictic else view.anchor
    found = shifted(start, "week", step) if start else None
    return day(found.first + timedelta(days=number)) if found and found.first else None


def _from_anchor(number: int, which: str, view: View) -> Period | None:
    """The following Monday, that Monday."""
    anchor = view.anchor
    if anchor is None or anchor.first is None or anchor.last is None or anchor.unit != "day":
        return None
    if which in SAME:
        return next((day(d) for d in (anchor.first, anchor.last) if d.weekday() == number), None)
    return _which(number, "next", anchor.last) if which in AFTER else _which(number, "last", anchor.first)


def week_of(found: re.Match[str], view: View) -> Period | None:
    """The week of January 24, the weekend of 22 January, the week ending Friday."""
    inside = view.bounding().read(found["rest"])
    if inside is None or inside.last is None:
        return None
    return week(inside.last) if found["unit"] == "week" else weekend(inside.last)


_NAME = rf"(?P<weekday>{w.WEEKDAY})"
_WEEK = r"(?P<week>last|this|next|that|the same|the following|the previous) week\b"
_NAMED = "|".join(_DAYS)
_DATE = rf"{w.MONTH} {w.DAY}|{w.DAY} {w.MONTH}"
_WEEK_OF = "of|beginning|starting|commencing|ending"
WEEKDAYS: tuple[Rule, ...] = (
    rule("month", rf"\b(?:the )?(?P<unit>weekend|week) (?:{_WEEK_OF}) (?P<rest>(?:{_DATE}).*)", week_of),
    rule("day", rf"\b(?P<day>{_NAMED})\b", named_day),
    rule("day", r"\bovernight\b(?! (?:on|from|between))", overnight),
    rule("weekday, unit, which", rf"\b{_WEEK},? (?:on )?{_NAME}", week_then_weekday),
    rule(
        "weekday",
        rf"(?<!\ba )(?<!\bone )\b{WHICH}{_NAME}(?![a-z])(?P<later> week\b(?!-))?(?:,? (?:of )?{_WEEK})?",
        weekday,
    ),
    rule("weekend", rf"\b(?:the )?{WHICH}(?:the )?weekend\b", the_weekend),
)
