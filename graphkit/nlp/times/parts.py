"""Thirds and halves: early 2020, mid-February, the end of March, late last year, the first half of 2023."""

import re
from collections.abc import Callable, Iterator

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, cell, cut, moved
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import View

_THIRD = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_HALF = {"first": 0, "second": 1, "latter": 1}
_YEAR_BESIDE = w.YEAR_BESIDE.replace("?P<year>", "").replace("?P<rel>", "")
CONTAINER = (
    rf"(?P<rest>(?:(?:last|next|this) )?{w.MONTH}(?![a-z]){_YEAR_BESIDE}|"
    rf"(?:the year )?{w.YEAR}\b|(?:the )?[12][0-9][0-9]0'?s\b|the '?[3-9]0'?s\b|"
    rf"(?:the )?[a-z0-9-]+[ -]century\b|(?:the |this |that |last |next )?{w.SEASON}\b(?: (?:of )?{w.YEAR})?|"
    r"(?:(?:the|this|last|next|that|the same|the following|the previous|the current) )?"
    r"(?:year|month|week|decade|century)\b)"
)
"""What can have a beginning and an end: a month, year, decade, century, season."""


def third(found: re.Match[str], view: View) -> Period | None:
    """Early 2020, mid-February, late last year, the end of March: a third of it; of a week, all of it."""
    return _third(found["rest"], _THIRD[found["part"]], view)


def year_end(_found: re.Match[str], view: View) -> Period | None:
    """By year-end, by the year's end."""
    return _third("the year", 2, view)


def half(found: re.Match[str], view: View) -> Period | None:
    """The first half of 2023, of this month, of the year."""
    return part_of(found["rest"], lambda whole: _half(whole, _HALF[found["nth"]]), view)


def half_in_short(found: re.Match[str], view: View) -> Period | None:
    """H1 2023."""
    return part_of(found["rest"], lambda whole: _half(whole, int(found["number"]) - 1), view)


def part_of(rest: str, make: Callable[[Period], Period | None], view: View) -> Period | None:
    """A part of what `rest` names; *of the year*, *of the month*: the part nearest to publication."""
    if rest in {"the year", "the month"}:
        return view.nearest(part for whole in _around(rest[4:], view) if (part := make(whole)))
    whole = view.read(rest)
    return make(whole) if whole else None


def _third(rest: str, number: int, view: View) -> Period | None:
    whole = _whole(rest, number, view)
    pieces = cut(whole, 3) if whole else None
    return pieces[number] if pieces else whole


def _half(whole: Period, number: int) -> Period | None:
    pieces = cut(whole, 2)
    return pieces[number] if pieces else None


def _around(unit: str, view: View) -> Iterator[Period]:
    if view.near is not None:
        for step in (0, -1, 1):
            yield cell(moved(view.near, unit, step), unit)


def _whole(rest: str, number: int, view: View) -> Period | None:
    """*The end of the year* is this year's in a deadline or a plan, *the start of the year* in the past."""
    if not re.fullmatch("(?:the )?(?:year|month|week|decade|century)", rest):
        return view.read(f"in {rest}")
    if not (view.bounded or view.future != (number == 0)):
        return None
    return view.read("this " + rest.removeprefix("the "))


_PART = "(?P<part>early|mid|late|beginning|start|middle|end|close)"
PARTS: tuple[Rule, ...] = (
    rule("part", rf"\b(?:the )?{_PART}[ -](?:in |on |of )*{CONTAINER}", third),
    rule("part", r"\b(?:the )?year(?:'s)?[ -]end\b", year_end),
    rule("nth", rf"\b(?:the )?(?P<nth>first|second|latter) half (?:of|in) {CONTAINER}", half),
    rule("digits", rf"\bh(?P<number>[12]) (?:of )?(?P<rest>{w.YEAR})", half_in_short),
)
