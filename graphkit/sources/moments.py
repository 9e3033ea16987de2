"""When something was published, as files for machines say it: feeds, page heads, JSON, CSV, mail."""

import re
from datetime import UTC, datetime

from graphkit.sources.dates import published_on

COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
NUMBER = re.compile(r"\d{9,13}(?:\.\d{1,9})?")
SECONDS = (10**8, 10**10)
"""Numbers between these are seconds since 1970, from 1973 on; a thousand times as much, milliseconds."""

LONGEST = 100


def moment(value: object, pattern: str | None = None) -> str | None:
    """The ISO date or date-time in a value, None where it holds none that can be read in one way.

    Numbers are seconds or milliseconds since 1970. pattern: a form of `strptime` to try first.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value).strip()
    if not text or len(text) > LONGEST:
        return None
    return (_by_pattern(text, pattern) if pattern else None) or _since_1970(text) or _written(text)


def _by_pattern(text: str, pattern: str) -> str | None:
    try:
        found = datetime.strptime(text, pattern)
    except ValueError:
        return None
    return found.isoformat() if found.tzinfo else found.date().isoformat()


def _since_1970(text: str) -> str | None:
    if NUMBER.fullmatch(text) is None:
        return None
    seconds = float(text)
    if seconds >= SECONDS[1]:
        seconds /= 1000
    if not SECONDS[0] <= seconds < SECONDS[1]:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _written(text: str) -> str | None:
    compact = COMPACT.fullmatch(text)
    if compact is None:
        return published_on(text)
    year, month, day, hour, minute, second, zone = compact.groups()
    time = f" {hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return published_on(f"{year}-{month}-{day}{time}")
