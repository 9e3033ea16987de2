"""All rules, in the order in which they decide where several match at one place."""

from graphkit.nlp.times.anaphora import ANAPHORA
from graphkit.nlp.times.dates import DATES, DAY_RANGES
from graphkit.nlp.times.nth import NTH
from graphkit.nlp.times.parts import PARTS
from graphkit.nlp.times.ranges import RANGES
from graphkit.nlp.times.rule import Rule
from graphkit.nlp.times.seasons import SEASONS
from graphkit.nlp.times.units import UNITS
from graphkit.nlp.times.weekdays import WEEKDAYS
from graphkit.nlp.times.years import YEARS

RULES: tuple[Rule, ...] = (
    *DAY_RANGES, *RANGES, *NTH, *PARTS, *SEASONS, *ANAPHORA, *DATES, *WEEKDAYS, *UNITS, *YEARS,
)  # fmt: skip
"""Longer readings first: a range before its ends, a holiday before its weekday, a date before its year."""
