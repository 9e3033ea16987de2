"""Names of months, weekdays, seasons, units and numbers, and the pieces of patterns made of them."""

import re
from fractions import Fraction

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""By their first three letters."""
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""By their first three letters."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each, three months long, as meteorologists of the north count them."""
UNITS = {
    "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2),
    "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centurie": ("year", 100),
}  # fmt: skip
"""Without their s: the unit they are counted in, and how many of it."""
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip

_SHORT_MONTH = "(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    rf"{_SHORT_MONTH}(?:\.|(?= [0-9]))|(?:(?<=[0-9] )|(?<=[0-9](?:st|nd|rd|th) )){_SHORT_MONTH}\b)"
)
"""An abbreviated month has a dot or a number beside it: else *Jan* is a name, *Mar-a-Lago* a place."""
WEEKDAY = (
    "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.)"
)
SEASON = "(?:spring|summer|autumn|fall|winter)"
DIGITS = "(?:1[0-9]{3}|2[01][0-9]{2})"
YEAR = rf"{DIGITS}(?![0-9]|[,.][0-9]|[a-z%])"
"""1000 to 2199, and no part of a longer number."""
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}(?![0-9])|[.:][0-9]|[a-z%])"
UNIT = "(?:hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)"
YEAR_BESIDE = (
    rf"(?:,? ?(?:of |in )?(?P<year>{YEAR})|"
    r",? (?:of )?(?P<rel>last|this|next|that|the same|the following|the previous) year\b)?"
)
"""The year beside a month or day, if any: *2022*, *of last year*, *that year*: read by `yearly.year_of`."""

_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"(?:[0-9]{{1,3}}|(?:{_TENS})(?:[- ](?:{_TO_NINE}))?|{_TEENS}|{_TO_NINE}|"
    "half an?|(?:a |two |three )?dozen|a hundred|an?)"
)
_ABOUT = "about|around|roughly|approximately|some"
_OVER = "more than|over|at least"
_UNDER = "less than|fewer than|under"
ABOUT, OVER, UNDER = (frozenset(words.split("|")) for words in (_ABOUT, _OVER, _UNDER))
LOOSE = ABOUT | OVER | UNDER
_BOUND = f"just over|just under|nearly|almost|only|just|exactly|{_ABOUT}|{_OVER}|{_UNDER}"
_COUNTED = rf"(?P<number>{_NUMBER})(?P<half> and a half)?"
COUNT = rf"(?:(?P<bound>{_BOUND}) |(?<!\bto )(?<!\bor )(?<!\band )(?<![0-9,.-])){_COUNTED}"
"""*two*, *a*, *more than twenty-five*, *two and a half*, no end of a range: read by `count`."""
ANY_COUNT = rf"(?:(?P<bound>{_BOUND}) )?(?<![0-9,.-]){_COUNTED}"
"""The same where a range is told by what stands before."""
RANGE = rf"(?:[0-9]|\b(?:{_TO_NINE}|{_TEENS}|{_TENS}|an?|{UNIT})) ?(?:to|or|and|-|–) ?$"
"""What stands before the second number of a range, or of a sum: *two to*, *an hour and*."""
NO_COUNT = "(?P<bound>)(?P<number>)(?P<half>)"
"""Stands where a rule reads a COUNT, in a pattern without one."""

_FUNCTION_WORDS = (
    "a an and or nor but the this that these those his her its their our my your of in on at by to for from "
    "with within without into during after before since until till when while where which who as because if "
    "though although amid over under through between about against than then so too also alone onward "
    "onwards is was were are has have had will would not"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Before one of these, or at the end, a year or season stands for itself: *2014 after*, not *2014 people*."""

_VALUES = {word: i + 1 for i, word in enumerate(f"{_TO_NINE}|{_TEENS}".split("|"))}
_VALUES |= {word: 10 * (i + 2) for i, word in enumerate(_TENS.split("|"))}
_VALUES |= {"a": 1, "an": 1, "dozen": 12, "hundred": 100}


def count(found: re.Match[str]) -> Fraction:
    """Value of a COUNT: *two and a half* is 5/2."""
    words = found["number"]
    half = Fraction(1, 2) if found["half"] else Fraction(0)
    if words.isdigit():
        return int(words) + half
    if words.startswith("half"):
        return Fraction(1, 2)
    values = [_VALUES[word] for word in re.split("[- ]", words)]
    return half + (values[0] * values[1] if values[-1] in {12, 100} and len(values) > 1 else sum(values))


def unit(word: str) -> tuple[str, int]:
    """*decades*: ten of the unit *year*."""
    return UNITS[word.rstrip("s")]
