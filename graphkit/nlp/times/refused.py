"""What looks like a date and is none: every Monday, fiscal 2023, the worst day since 2014, Black Friday."""

import re

from graphkit.nlp.times import words as w
from graphkit.nlp.times.cues import cues

ODD = cues("odd")
_SUPERLATIVE = (
    "times?|most|least|worst|best|highest|lowest|biggest|largest|deadliest|heaviest|strongest|weakest|longest"
)
_DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
_REFUSED = (
    r"\b(?:every|each|daily|weekly|monthly|yearly|annually|nightly|hourly)\b",
    r"\b(?:per|once an?|twice an?|times an?|times in an?) ",
    rf"\b(?:{_DAYS})days\b",
    r"\bfiscal|\b(?:financial|tax|academic|school) year|\bfy ?[0-9]",
    r"[0-9] ?b\.?c\b",
    r"\banniversary of\b|\bturn of the\b|\bbefore last\b",
    rf"\b(?:{_SUPERLATIVE})\b.{{0,60}} since\b",
    rf"\btime in (?:[a-z0-9-]+ ){{1,4}}?{w.UNIT}\b",
    rf"\b(?:black|cyber|super|bloody|giving|holy) (?:{_DAYS})day\b",
)
_PATTERN = re.compile("|".join(_REFUSED), re.ASCII)


def refused(low: str) -> bool:
    """Whether an expression of the kind ODD tells no date: repetition, financial years, comparison."""
    return _PATTERN.search(low) is not None
