"""Times of day: at 3pm, at 15:00 GMT, at noon."""

import re

_CLOCK = re.compile(
    r"\b(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))? ?(?P<half>[ap])\.?m\b\.?|"
    r"(?P<hour24>[01]?[0-9]|2[0-3]):(?P<minute24>[0-5][0-9])(?!:)|"
    r"(?P<hour4>[01][0-9]|2[0-3])(?P<minute4>[0-5][0-9])(?= (?:gmt|utc|hours|local))|"
    r"(?P<noon>noon|midday))\b(?P<zone>,? (?:gmt|utc)\b)?",
    re.ASCII,
)
_LOOSE = re.compile(r"\b(?:before|after|around|about|by|until|since|from|to|till|between|nearly) $")


def clock(low: str) -> str:
    """*At 3pm on Tuesday*: T15:00, with GMT or UTC T15:00Z; "" where there is none, or two, or *before 3pm*.

    Other time zones are left out: the time is the local one of the text.
    """
    found = list(_CLOCK.finditer(low))
    if len(found) != 1 or _LOOSE.search(low, 0, found[0].start()):
        return ""
    hour, minute = _time(found[0])
    return f"T{hour:02d}:{minute:02d}{'Z' if found[0]['zone'] else ''}"


def _time(found: re.Match[str]) -> tuple[int, int]:
    if found["noon"]:
        return 12, 0
    if found["half"]:
        return int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0), int(found["minute"] or 0)
    return int(found["hour24"] or found["hour4"]), int(found["minute24"] or found["minute4"])
