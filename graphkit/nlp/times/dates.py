"""Days and months of the calendar: 26 January 2022, Jan. 26, 26/01/2022, March of last year."""

import re
from datetime import date

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, day, joined, month
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import View
from graphkit.nlp.times.yearly import WHICH, of_each_year, year_of

_LINK = r"(?P<link> ?[-–—] ?| (?:to|and|or|through|until) )"
_WEEKDAY = rf"(?:{w.WEEKDAY}(?: (?:morning|afternoon|evening|night))?,? \(?(?:the )?)?"
_NOT_IN_NUMBER = r"(?<![0-9,.:/$£€-])"
_NOUN = re.compile(r"(?:'s)? ([a-z]+)", re.ASCII)


def iso_day(found: re.Match[str], _view: View) -> Period | None:
    """2022-01-26, 2022-01-26T15:00Z."""
    one = date.fromisoformat(found["day"])
    clock = f"T{found['clock']}{'Z' if found['zone'] else ''}" if found["clock"] else ""
    return Period(one, one, clock=clock)


def in_numbers(found: re.Match[str], _view: View) -> Period | None:
    """26/01/2022, 1/26/2022, 26.01.2022: without a value where day and month can't be told apart."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12 or first == second:
        return day(date(year, second, first))
    return day(date(year, first, second)) if second > 12 else None


def day_of_month(found: re.Match[str], view: View) -> Period | None:
    """26 January 2022, January 26th, Wednesday, Jan. 26, 8 July this year; without a year, the nearest."""
    return None if _names_an_event(found) else _dated(found, view, found["day"], found["which"])


def days_of_month(found: re.Match[str], view: View) -> Period | None:
    """January 26-28, 26 to 28 January 2022, 26 and 27 January."""
    listed = found["link"].strip() in {"and", "or"} and not found[0].startswith("between ")
    if listed and _number(found["end"]) != _number(found["day"]) + 1:
        return None
    start, end = _dated(found, view, found["day"]), _dated(found, view, found["end"])
    return joined(start, end) if start and end else None


def month_of_year(found: re.Match[str], view: View) -> Period | None:
    """January 2022, in March of last year, next May; without a year, the nearest."""
    number = w.MONTHS[found["month"][:3]]
    if found["year"] or found["rel"]:
        year = year_of(found, view)
        return None if year is None else month(year, number)
    return of_each_year(lambda year: month(year, number), found["which"], view)


def month_years_ago(found: re.Match[str], view: View) -> Period | None:
    """In March two years ago."""
    years = w.count(found)
    if view.today is None or years.denominator != 1:
        return None
    return month(view.today.year - int(years), w.MONTHS[found["month"][:3]])


def last_year_in_month(found: re.Match[str], view: View) -> Period | None:
    """Last year in March; next year, on 5 March."""
    if view.today is None:
        return None
    year = view.today.year + {"last": -1, "this": 0, "next": 1}[found["rel"]]
    return view.read(f"{found['rest']} {year}")


def _dated(found: re.Match[str], view: View, written: str, which: str | None = None) -> Period | None:
    name, number = w.MONTHS[found["month"][:3]], _number(written)
    if found["year"] or found["rel"]:
        year = year_of(found, view)
        return None if year is None else day(date(year, name, number))
    return of_each_year(lambda year: day(date(year, name, number)), which, view)


def _number(written: str) -> int:
    return int(written.rstrip("sthndr"))


def _names_an_event(found: re.Match[str]) -> bool:
    """*The Jan. 6 riot* may be long past: without a year, such a day can't be told."""
    if found["year"] or found["rel"] or not found.string[: found.start()].endswith("the "):
        return False
    noun = _NOUN.match(found.string, found.end())
    return noun is not None and noun[1] not in w.FUNCTION_WORDS


_MONTH = rf"(?P<month>{w.MONTH})"
_D = rf"{_NOT_IN_NUMBER}(?P<day>{w.DAY})"
_DAY_MONTH = rf"(?: of)? {_MONTH}(?![a-z]){w.YEAR_BESIDE}"
_CLOCK = r"(?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9])"
_FROM = "(?:from |between )?"
DAY_RANGES: tuple[Rule, ...] = (
    rule("month, to", rf"\b{_FROM}(?:the )?{_D}{_LINK}(?:the )?(?P<end>{w.DAY}){_DAY_MONTH}", days_of_month),
    rule(
        "month, to",
        rf"\b{_FROM}{_MONTH} {_D}{_LINK}(?P<end>{w.DAY})(?! {w.MONTH}){w.YEAR_BESIDE}",
        days_of_month,
    ),
)
DATES: tuple[Rule, ...] = (
    rule(
        "year",
        rf"\b(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:[t ]{_CLOCK}(?::[0-9]{{2}})?(?P<zone>z)?)?(?![0-9])",
        iso_day,
    ),
    rule("year", rf"{_NOT_IN_NUMBER}\b([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2([0-9]{{4}})\b", in_numbers),
    rule("month, digits", rf"\b{_WEEKDAY}(?:the )?{WHICH}{_D}{_DAY_MONTH}", day_of_month),
    rule("month, digits", rf"\b{_WEEKDAY}{WHICH}{_MONTH} (?:the )?{_D}{w.YEAR_BESIDE}", day_of_month),
    rule("month, ago", rf"\b{_MONTH},? {w.COUNT} years? ago\b", month_years_ago),
    rule(
        "month, unit, which",
        r"\b(?P<rel>last|this|next) year,? (?:in |on )?"
        rf"(?P<rest>(?:{w.DAY} )?{w.MONTH}(?: {w.DAY})?)(?![a-z0-9])",
        last_year_in_month,
    ),
    rule("month", rf"\b{WHICH}{_MONTH}(?![a-z]){w.YEAR_BESIDE}", month_of_year),
)
