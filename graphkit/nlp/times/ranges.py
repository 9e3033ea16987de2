"""From one date to another: between now and mid-February, 2010 to 2014, since 2014, by Friday."""

import re
from datetime import timedelta

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, day, joined, onward, up_to
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.units import around
from graphkit.nlp.times.view import BACK, ONWARD, PAST, View
from graphkit.nlp.times.years import stands


def span(found: re.Match[str], view: View) -> Period | None:
    """*Between A and B*, *from A to B*: what A lacks is taken from B, or the other way round."""
    if view.bounded:
        # A range inside a range has no sense, and reading each end of each twice would take 2^n steps.
        return None
    start, end = _ends(found["start"], found["end"], view.bounding())
    if start and end:
        return joined(start, end)
    if start and found["how"] == "from" and not re.search("[0-9]", found["end"]):
        return onward(start)
    return None


def dash(found: re.Match[str], view: View) -> Period | None:
    """Monday to Friday, March-June 2021, 2010–2014; not 1500 to 2000 people."""
    if not _stands(found):
        return None
    start, end = _ends(found["start"], found["end"], view.bounding())
    return joined(start, end) if start and end else None


def listed(found: re.Match[str], view: View) -> Period | None:
    """Saturday and Sunday, 2014, 2015 and 2016: where each follows the other."""
    if not _stands(found):
        return None
    names = _NAME.findall(found[0])
    start, _ = _ends(names[0], names[-1], view.bounding())
    end = start
    for name in names[1:]:
        if end is None or end.last is None:
            return None
        after = end.last + timedelta(days=1)
        end = view.looking(ONWARD, after).read(name)
        if end is None or end.first != after:
            return None
    return joined(start, end) if start and end else None


def _stands(found: re.Match[str]) -> bool:
    """Whether a range that ends in a bare year is one of years."""
    return not found["end"].isdigit() or stands(found, (found["the"] or "").strip())


def begin(found: re.Match[str], view: View) -> Period | None:
    """Since 2014, from Friday, starting in March, after the vote in May: included, with an open end."""
    if re.match(r"(?:a|the same) [a-z]+ (?:ago|earlier|before|last|of)\b", found["rest"]):
        return None
    back = found["how"] in {"since", "ever since"}
    period = (view.looking(PAST, view.near) if back else view).bounding().read(found["rest"])
    return onward(period) if period else None


def end(found: re.Match[str], view: View) -> Period | None:
    """Until Friday, by 2030, before the vote in May: included, with an open beginning."""
    period = view.bounding().read(found["rest"])
    return up_to(period) if period else None


def near(found: re.Match[str], view: View) -> Period | None:
    """Around 2014: one unit more on either side."""
    period = view.read(found["rest"])
    return around(period) if period else None


def now(_found: re.Match[str], view: View) -> Period | None:
    """Only as a beginning or an end: else *now* means little more than *these days*."""
    return day(view.today) if view.today and view.bounded else None


def _ends(first: str, last: str, view: View) -> tuple[Period | None, Period | None]:
    blind = view.blind()
    if (end := blind.read(last)) is not None:
        start = blind.read(first) or view.looking(BACK, end.last).read(first)
        return start, end
    start = blind.read(first) or view.read(first)
    return start, None if start is None else view.looking(ONWARD, start.first).read(last)


_DAYPART = (
    r"(?:dawn|midnight|noon|midday|sunrise|sunset|dusk|nightfall|daybreak|"
    r"[0-9][0-9:.]* ?(?:[ap]\.?m\b|gmt|utc|o'clock))"
)
_SIMPLE = (
    rf"(?:{w.MONTH} {w.DAY}(?:,? {w.YEAR})?|{w.DAY} {w.MONTH}(?:,? {w.YEAR})?|{w.MONTH}(?:,? {w.YEAR})?|"
    rf"{w.DIGITS}s\b|{w.YEAR}|{w.WEEKDAY})"
)
_NAME = re.compile(_SIMPLE, re.ASCII)
_START = rf"(?<![0-9,.$£€])\b(?:(?P<the>the |its |his |her |their ))?(?P<start>{_SIMPLE})"
_BEGIN = (
    "ever since|since|starting(?: from| on| in)?|beginning(?: on| in)?|effective(?: from)?|as early as|"
    "as soon as|as from|not until|not before|no earlier than|no sooner than|following"
)
_END = "up until|until|till|'til|through|by|no later than|not later than|prior to|ahead of|up to"
_LEAST = "(?:at least |at the latest |as far back as |as early as |sometime in )?"
RANGES: tuple[Rule, ...] = (
    rule("range, to", rf"\b(?P<how>between) (?!{_DAYPART})(?P<start>.+?) and (?P<end>.+)", span),
    rule(
        "range, to",
        rf"\b(?P<how>from) (?!{_DAYPART})(?P<start>.+?) (?:to|until|till|through|thru|up to) (?P<end>.+)",
        span,
    ),
    rule(
        "to",
        rf"{_START}(?: ?[-–—] ?| (?:to|through|thru|until|till) )(?P<end>{_SIMPLE})(?![a-z0-9-])",
        dash,
    ),
    rule("to", rf"{_START}(?:, {_SIMPLE})*,? (?:and|or) (?:the )?(?P<end>{_SIMPLE})(?![a-z0-9-])", listed),
    rule("bound", rf"(?<!the )\b(?P<how>{_BEGIN}) {_LEAST}(?P<rest>.+)", begin),
    rule("bound", rf"\b(?P<how>from|after) (?!{_DAYPART}){_LEAST}(?P<rest>.+)", begin),
    rule("bound", rf"\b(?:{_END}) {_LEAST}(?P<rest>.+)", end),
    rule("bound", rf"\bbefore (?!{_DAYPART}){_LEAST}(?P<rest>.+)", end),
    rule("bound", rf"\b(?:around|circa|c\.) (?!{_DAYPART})(?P<rest>.+)", near),
    rule("open", r"^(?:right )?(?:now|the present)\b", now),
)
