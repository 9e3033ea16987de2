"""How long, where nothing says when: for three days."""

import re
from fractions import Fraction

from graphkit.nlp.times import words as w

_SHORT = {"minute": 1, "hour": 60, "day": 24 * 60}
_LENGTH = re.compile(
    rf"\b{w.ANY_COUNT}[ -](?P<unit>{w.UNIT}|minutes?|seconds?)(?P<and_half> and a half)?\b"
    r"(?![- ](?:old|olds|of age|ago|later|earlier|before|after|from|on)\b|"
    r" and (?:[0-9]|[a-z]+ (?:second|minute|hour|day|week|month)))",
    re.ASCII,
)
_REPEATED = re.compile(r"\b(?:every|each|per|once|twice|times?)\b", re.ASCII)
_RANGE = re.compile(w.RANGE, re.ASCII)
_LONGEST = 300


def duration(text: str) -> str | None:
    """ISO 8601 duration, or None: *for three days* P3D, *two and a half years* P2Y6M, *half an hour* PT30M.

    *About*, *nearly* and the like are dropped; *more than* and *less than* leave no value, nor do ages,
    repetitions (every two days) and what counts from a date (two days later: that is for `Clock.when`).
    """
    low = " ".join(text[:_LONGEST].lower().replace("’", "'").split())
    found = _LENGTH.search(low)
    if found is None or found["bound"] in _BOUNDS or _REPEATED.search(low) or _ends_range(low, found.start()):
        return None
    count = w.count(found) + (Fraction(1, 2) if found["and_half"] else 0)
    return _iso(count, found["unit"].rstrip("s")) if count else None


def _ends_range(low: str, start: int) -> bool:
    return _RANGE.search(low, max(0, start - 20), start) is not None


def _iso(count: Fraction, unit: str) -> str | None:
    if unit in {"second", "minute", "hour", "day"}:
        return _clocked(count, unit)
    name, times = w.unit(unit)
    total = count * times
    if name == "year":
        months = total * 12
        years, rest = divmod(int(months), 12)
        return "P" + (f"{years}Y" if years else "") + (f"{rest}M" if rest else "")
    if total.denominator == 1:
        return f"P{total}{name[0].upper()}"
    return f"P{total * 7}D" if name == "week" and (total * 7).denominator == 1 else None


def _clocked(count: Fraction, unit: str) -> str:
    if unit == "second":
        return f"PT{int(count)}S"
    if count.denominator == 1:
        return f"P{count}D" if unit == "day" else f"PT{count}{unit[0].upper()}"
    hours, minutes = divmod(int(count * _SHORT[unit]), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")


_BOUNDS = w.OVER | w.UNDER | {"just over", "just under"}
