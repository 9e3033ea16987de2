"""A time expression's value, seen from the day an article was published."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from graphkit.nlp.times import words as w

Rule = Callable[[re.Match[str], date | None], str | None]


class Clock:
    """Dates expressions of an article. published: ISO date or date-time, or None where unknown."""

    def __init__(self, published: str | None) -> None:
        self.today = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None

    def when(self, text: str) -> str | None:
        """ISO value: a day (2022-01-26), month (2022-01), year (2014) or an interval (2014/..); None if unknown."""
        low = " ".join(text.lower().replace("’", "'").split())
        for pattern, rule in RULES:
            found = pattern.search(low)
            if found is not None:
                value = rule(found, self.today)
                return None if value is None else _interval(low, value)
        return None


def _interval(low: str, value: str) -> str:
    """*since 2014*, *until Friday*: a beginning without an end, or an end without a beginning."""
    if "/" in value:
        return value
    if re.match(r"(ever )?since\b|from\b", low):
        return f"{value}/.."
    if re.match(r"(un)?till?\b", low):
        return f"../{value}"
    return value


def _full(found: re.Match[str], today: date | None) -> str | None:
    """26 January 2022, January 26, 2022, Jan. 26."""
    month = w.MONTHS[found["month"].rstrip(".")[:3]]
    year = int(found["year"]) if found["year"] else _nearest_year(month, int(found["day"]), today)
    if year is None:
        return None
    try:
        return date(year, month, int(found["day"])).isoformat()
    except ValueError:
        return None


def _nearest_year(month: int, day: int, today: date | None) -> int | None:
    """Without a year, the one that brings the date nearest to the day of publication."""
    if today is None:
        return None
    distance: dict[int, int] = {}
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            distance[year] = abs((date(year, month, day) - today).days)
        except ValueError:
            continue
    return min(distance, key=lambda y: (distance[y], y)) if distance else None


def _month(found: re.Match[str], today: date | None) -> str | None:
    month = w.MONTHS[found["month"][:3]]
    year = int(found["year"]) if found["year"] else _nearest_year(month, 15, today)
    return None if year is None else f"{year:04d}-{month:02d}"


def _iso(found: re.Match[str], _today: date | None) -> str | None:
    return found[0]


def _year(found: re.Match[str], _today: date | None) -> str | None:
    return found["year"]


def _decade(found: re.Match[str], _today: date | None) -> str | None:
    start = int(found["decade"])
    return f"{start}/{start + 9}"


def _between(found: re.Match[str], _today: date | None) -> str | None:
    return f"{found['from']}/{found['to']}"


def _weekday(found: re.Match[str], today: date | None) -> str | None:
    """*on Wednesday* is the last one up to today; *next Wednesday* the one to come."""
    if today is None:
        return None
    day = w.WEEKDAYS[found["weekday"][:3]]
    if found["which"] in {"next", "coming", "this coming"}:
        return (today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)).isoformat()
    back = (today.weekday() - day) % 7
    if found["which"] in {"last", "past"} and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _day(found: re.Match[str], today: date | None) -> str | None:
    return None if today is None else (today + timedelta(days=w.DAYS[found["day"]])).isoformat()


def _ago(found: re.Match[str], today: date | None) -> str | None:
    """*two weeks ago*, *in three days*: as exact as its unit."""
    count = w.number(found["count"])
    if today is None or count is None:
        return None
    sign = 1 if "forward" in found.re.groupindex and found["forward"] else -1
    return _shifted(today, found["unit"], sign * count)


def _which(found: re.Match[str], today: date | None) -> str | None:
    """*last month*, *this year*, *next week*."""
    if today is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[
        found["which"]
    ]
    return _shifted(today, found["unit"], step)


def _shifted(today: date, unit: str, count: int) -> str:
    if unit.startswith("day"):
        return (today + timedelta(days=count)).isoformat()
    if unit.startswith("week"):
        monday = today + timedelta(days=7 * count - today.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit.startswith("month"):
        moved = today + relativedelta(months=count)
        return f"{moved.year:04d}-{moved.month:02d}"
    if unit.startswith("decade"):
        count *= 10
    return f"{today.year + count:04d}"


_MONTH = rf"(?P<month>{w.MONTH})"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\b\d{4}-\d{2}-\d{2}\b", _iso),
        (rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b\.?(?:,? {_YEAR})?", _full),
        (rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? {_YEAR})?", _full),
        (rf"\b(?:between|from) (?P<from>{_YEAR[8:-1]}) (?:and|to|until) (?P<to>{_YEAR[8:-1]})", _between),
        (rf"\b{_MONTH}\b\.?(?:,? (?:of )?{_YEAR})?", _month),
        (r"\b(?P<decade>(?:1[0-9]|20)[0-9]0)'?s\b", _decade),
        (rf"\b(?:(?P<which>last|past|next|coming|this coming|this) )?(?P<weekday>{w.WEEKDAY})\b", _weekday),
        (
            r"\b(?P<day>today|yesterday|tomorrow|tonight|last night|this morning|this afternoon|this evening)\b",
            _day,
        ),
        (rf"\b(?P<count>{w.COUNT}) (?P<unit>days?|weeks?|months?|years?|decades?) (?:ago|earlier)\b", _ago),
        (
            rf"\b(?P<forward>in|within) (?P<count>{w.COUNT}) (?P<unit>days?|weeks?|months?|years?)('|'s)?( time)?\b",
            _ago,
        ),
        (
            r"\b(?P<which>last|past|previous|this|current|next|coming) (?P<unit>week|month|year|decade)\b",
            _which,
        ),
        (rf"\b{_YEAR}\b", _year),
    )
)
