"""Dates of publication as news writes them, to ISO 8601. Nothing is guessed: no year, no date.

01/26/2022 can be read one way only; 03/04/2022 can't, and is no date here. A time without a zone is no
moment: only its day is kept.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        rf"\b{MONTH} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{MONTH},?[ -](?P<year>\d{{4}})\b",
        r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d)",
    )
)
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "hkt": 480, "sgt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip
"""Minutes east of Greenwich. CST and IST mean several zones, ET two: with them only the day is known."""

TIME = re.compile(
    rf"(?<![\d:])(?P<hour>\d{{1,2}})(?:[:.]|(?=\d\d ?(?:{'|'.join(ZONES)})\b))"
    r"(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r" ?(?P<half>[ap]\.?m\b\.?)? ?(?P<zone>z\b|[a-z]{2,4}\b|[+-]\d{2}:?\d{2}\b)?",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:date|first|last|originally|published|publication|posted|updated|modified|created"
    r"|on|at|as of|hrs?|hours|ist|cst|et|ct|mt|pt|local time"
    r"|\d{1,3}[- ]min(?:ute)?s?(?: read)?)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:published|posted|publication)\b", re.IGNORECASE)
IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?!\d)")
LONGEST = 200
"""Characters of a line that is nothing but dates."""


class ImpossibleDate(ValueError):
    """There is no such day, or it can be read in two ways, or it is no date at all."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day or moment a line names.

    value: ISO date, or date-time with its offset. updated: the text was changed then, not published.
    labelled: the line says which.
    """

    value: str
    updated: bool = False
    labelled: bool = False


def parse_date(text: str) -> str:
    """The ISO date or date-time in a text that is nothing but that; ImpossibleDate says what is wrong."""
    line = text.strip()
    found = _first_form(line[:LONGEST])
    if found is None or not _is_only_dates(line):
        raise ImpossibleDate("is no date: write it as 2022-01-26")
    if _day(found) is None:
        raise ImpossibleDate(
            "can be read in two ways: write it as 2022-01-26"
            if _is_ambiguous(found)
            else "is a day that never was: check day and month"
        )
    return _moment(line, found) or ""


def published_on(text: str) -> str | None:
    """The ISO date or date-time in a text that is nothing but that, else None."""
    try:
        return parse_date(text)
    except ImpossibleDate:
        return None


def date_line(line: str) -> Stamp | None:
    """When a line that says nothing else says the text was published, or else updated."""
    if len(line) > LONGEST or not any(map(str.isdigit, line)) or not _is_only_dates(line):
        return None
    stamps, end = [], 0
    for found in _forms(line):
        labels, end = line[end : found.start()].lower(), found.end()
        if (value := _moment(line, found)) is not None:
            is_updated, is_published = (
                UPDATED.search(labels) is not None,
                PUBLISHED.search(labels) is not None,
            )
            stamps.append(Stamp(value, is_updated and not is_published, is_updated or is_published))
    return min(stamps, key=lambda stamp: stamp.updated, default=None)


def cut_date(line: str) -> tuple[str, str | None]:
    """A line without the first full date in it, and that date: for bylines and datelines."""
    found = _first_form(line[:LONGEST])
    value = _moment(line, found) if found else None
    if found is None or value is None:
        return line, None
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    return AROUND.sub(" ", TIME.sub(" ", rest)), value


def date_in_name(name: str) -> str | None:
    """The day in a file name: 2022-01-26-talks.txt, talks_20220126.txt."""
    for match in IN_NAME.finditer(name):
        day = _calendar(int(match[1]), int(match[3]), int(match[4]))
        if day is not None:
            return day.isoformat()
    return None


def _first_form(line: str) -> re.Match[str] | None:
    return next(iter(_forms(line)), None)


def _forms(line: str) -> list[re.Match[str]]:
    """Whatever looks like a date, in order."""
    found = [match for form in FORMS for match in form.finditer(line)]
    return sorted(found, key=lambda match: match.start())


def _is_only_dates(line: str) -> bool:
    """Whether nothing is left of the line without dates, times and the words around them."""
    if len(line) > LONGEST:
        return False
    rest = re.sub(r"(?<=\d)T(?=\d)", " ", line)
    for form in FORMS:
        rest = form.sub(" ", rest)
    rest = AROUND.sub(" ", TIME.sub(_without_zone, rest))
    return not any(map(str.isalnum, rest))


def _without_zone(time: re.Match[str]) -> str:
    """What of a time is no time: a word after it that is no zone."""
    zone = time["zone"] or ""
    return " " if _offset(zone) is not None or not zone else f" {zone}"


def _moment(line: str, found: re.Match[str]) -> str | None:
    day = _day(found)
    if day is None:
        return None
    time = TIME.search(line, found.end()) or TIME.search(line[: found.start()])
    offset = _offset(time["zone"] or "") if time else None
    if time is None or offset is None:
        return day.isoformat()
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + 12 * (time["half"][0].lower() == "p")
    minute, second = int(time["minute"]), int(time["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day.isoformat()
    zone = timezone(timedelta(minutes=offset)) if offset else UTC
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone).isoformat()


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if parts.get("month"):
        return _calendar(year, MONTHS.index(parts["month"][:3].lower()) + 1, int(parts["day"]))
    if parts.get("m"):
        return _calendar(year, int(parts["m"]), int(parts["day"]))
    if _is_ambiguous(found):
        return None
    a, b = int(parts["a"]), int(parts["b"])
    return _calendar(year, b, a) or _calendar(year, a, b)


def _is_ambiguous(found: re.Match[str]) -> bool:
    parts = found.groupdict()
    return (
        bool(parts.get("a")) and parts["a"] != parts["b"] and int(parts["a"]) <= 12 and int(parts["b"]) <= 12
    )


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year > 1600 else None
    except ValueError:
        return None


def _offset(zone: str) -> int | None:
    """Minutes east of Greenwich, or None for an unknown zone."""
    if zone[:1] in ("+", "-") and zone:
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1) if hours < 15 and minutes < 60 else None
    return ZONES.get(zone.lower())
