"""Seasons and the days that have names: last winter, in the summer of 2020, Christmas Eve, Good Friday."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, day, months
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import View
from graphkit.nlp.times.yearly import WHICH, of_each_year, year_of

_FIXED = {
    "new year's day": (1, 1), "epiphany": (1, 6), "orthodox christmas": (1, 7), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17), "may day": (5, 1), "juneteenth": (6, 19),
    "fourth of july": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11),
    "veterans day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
_BY_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter sunday": 0, "easter monday": 1, "easter": 0, "ascension day": 39, "pentecost": 49,
    "whit monday": 50,
}  # fmt: skip
_BEFORE_SEASON = re.compile(
    r"(?:\b(?:in|the|by|since|until|till|of|from|before|after|during|and|to|early|late|mid))[ -]?$"
)
_AFTER = re.compile(r"\s*([a-z]+)", re.ASCII)


def season(found: re.Match[str], view: View) -> Period | None:
    """This winter, in the summer of 2020; a winter of one year might be either end of it, so has no value."""
    if not _free(found):
        return None
    name = found["season"]
    start = w.SEASONS[name]
    if found["from"]:
        return months(int(found["from"]), start, 3) if name == "winter" else None
    if found["year"] or found["rel"]:
        year = year_of(found, view) if name != "winter" else None
        return None if year is None else months(year, start, 3)
    return of_each_year(lambda year: months(year, start, 3), found["which"], view)


def holiday(found: re.Match[str], view: View) -> Period | None:
    """Christmas Day, New Year's Eve, Good Friday 2021; without a year, the nearest."""
    make = _maker(found["holiday"])
    if found["year"] or found["rel"]:
        year = year_of(found, view)
        return None if year is None else make(year)
    return of_each_year(make, found["which"], view)


def september_11(_found: re.Match[str], _view: View) -> Period | None:
    """The attacks of that day."""
    return day(date(2001, 9, 11))


def _maker(name: str) -> Callable[[int], Period]:
    if name in _FIXED:
        return lambda year: day(date(year, *_FIXED[name]))
    if name.startswith("orthodox "):
        return lambda year: day(easter(year, EASTER_ORTHODOX))
    return lambda year: day(easter(year) + timedelta(days=_BY_EASTER[name]))


def _free(found: re.Match[str]) -> bool:
    """Whether it is the time of year, not *the Arab Spring*, *the Winter Olympics*, *the fall of Kabul*."""
    before, after = found.string[: found.start()], _AFTER.match(found.string, found.end())
    if after and after[1] not in w.FUNCTION_WORDS - {"of"} | {"season", "months", "holidays", "break"}:
        return False
    dated = found["which"] or found["from"] or found["year"] or found["rel"]
    return bool(dated or _BEFORE_SEASON.search(before))


_HOLIDAY = "|".join(
    re.escape(name) for name in sorted([*_FIXED, *_BY_EASTER, "orthodox easter"], key=len, reverse=True)
)
_SEASON = rf"(?P<season>{w.SEASON})\b(?: (?:of )?(?P<from>{w.DIGITS})[-–/][0-9]{{2,4}}\b)?"
_NOT_LONGER = r"(?!'| (?:season|period|holidays?|break|truce|weekend|rising)\b)"
SEASONS: tuple[Rule, ...] = (
    rule("season", rf"\b{WHICH}{_SEASON}{w.YEAR_BESIDE}", season),
    rule("holiday", rf"\b{WHICH}(?P<holiday>{_HOLIDAY})\b{_NOT_LONGER}{w.YEAR_BESIDE}", holiday),
    rule(
        "holiday",
        r"\b(?:the )?(?:september|sept\.?) 11(?:th)?(?: terror(?:ist)?)? attacks\b|\b9/11\b",
        september_11,
    ),
)
