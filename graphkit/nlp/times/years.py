"""Years, decades and centuries: in 2014, 2010-14, the 1990s, the nineties, the 19th century."""

import re

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, month, years
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.view import View

_ORDINALS = (
    "eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    "twenty-first"
)
_DECADES = "thirties|forties|fifties|sixties|seventies|eighties|nineties"
_DETERMINERS = frozenset({"the", "a", "this", "that", "its", "their", "his", "her", "s"})
_PLACES = (
    "in of since by during for from until till to before after and or between throughout through around "
    "circa c back year years early mid late"
)
_BEFORE_YEAR = _DETERMINERS | frozenset(_PLACES.split())
"""What may stand before a bare year; elsewhere four digits are a number, a flight or a room."""
EARLIEST = 1700
"""With nothing before it, a smaller number is hardly a year."""
_WORD_BEFORE = re.compile(r"([a-z]+)\.?[ -]$", re.ASCII)
_WORD_AFTER = re.compile(r"(?:'s)?\s*([a-z]+)", re.ASCII)
_OPENING = " ,;:([\"'“‘"


def years_in_short(found: re.Match[str], _view: View) -> Period | None:
    """2010-14, the 2014/15 season; 2014-03 is a month, since no range runs backwards."""
    start, tail = int(found["start"]), int(found["tail"])
    if tail > start % 100 or tail == (start + 1) % 100:
        end = start - start % 100 + tail
        return years(start, end if end > start else end + 100)
    return month(start, tail) if found["dash"] == "-" else None


def decade(found: re.Match[str], _view: View) -> Period | None:
    """The 1990s; the 1800s are a hundred years."""
    start = int(found["decade"])
    return years(start, start + (99 if start % 100 == 0 and start < 2000 else 9))


def decade_in_short(found: re.Match[str], _view: View) -> Period | None:
    """The '90s, the nineties, of the 20th century; the '20s might be either."""
    start = 1900 + (
        int(found["short"]) if found["short"] else 30 + 10 * _DECADES.split("|").index(found["name"])
    )
    return years(start, start + 9)


def century(found: re.Match[str], _view: View) -> Period | None:
    """The 19th century: 1801 to 1900."""
    number = int(found["number"]) if found["number"] else 11 + _ORDINALS.split("|").index(found["word"])
    return years(number * 100 - 99, number * 100) if number else None


def bare_year(found: re.Match[str], _view: View) -> Period | None:
    """2014, in 2014, in 1066, the 2014 vote; not 2014 people, no. 2014, over 2000."""
    before, year = _word_before(found), int(found["year"])
    if before is None or not stands(found, before) or (not before and year < EARLIEST):
        return None
    return years(year)


def stands(found: re.Match[str], before: str = "") -> bool:
    """Whether what follows a year lets it be one: *in 2014, people*, *the 2014 vote*; not *2014 people*."""
    after = _WORD_AFTER.match(found.string, found.end())
    return after is None or after[1] in w.FUNCTION_WORDS or before in _DETERMINERS


def _word_before(found: re.Match[str]) -> str | None:
    """The word before a year, "" where there is none; None where it can't stand before a year."""
    start = found.string[max(0, found.start() - 20) : found.start()]
    word = _WORD_BEFORE.search(start)
    if word is None:
        return "" if not start.strip(_OPENING) else None
    return word[1] if word[1] in _BEFORE_YEAR else None


_CENTURY = rf"(?:(?P<number>2[01]|1?[0-9])(?:st|nd|rd|th)|(?P<word>{_ORDINALS}))[ -]century\b"
_SHORT = rf"(?P<start>{w.DIGITS})(?P<dash>[-–—/])(?P<tail>[0-9]{{2}})(?![0-9]|[-/][0-9])\b"
YEARS: tuple[Rule, ...] = (
    rule("year, to", rf"(?<![0-9,.])\b{_SHORT}", years_in_short),
    rule("s, digits", r"\b(?:the )?(?P<decade>1[0-9]{2}0|20[0-9]0)'?s\b", decade),
    rule("s, digits", r"\bthe '?(?P<short>[3-9]0)(?P<name>)'?s\b", decade_in_short),
    rule("decade", rf"\bthe (?P<short>)(?P<name>{_DECADES})\b", decade_in_short),
    rule("century", rf"\b(?:the )?{_CENTURY}", century),
    rule("year", rf"(?<![0-9,.:/$£€#])\b(?P<year>{w.YEAR})\b(?!-[a-z]| (?:gmt|utc|hours)\b)", bare_year),
)
