"""What a rule is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graphkit.nlp.times.cues import cues
from graphkit.nlp.times.period import Period
from graphkit.nlp.times.view import View

Read = Callable[[re.Match[str], View], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """needs: kinds of words without which the pattern can't match, as bits of `cues`.

    The rule whose pattern matches first in the text decides, the earlier one of two at the same place; if it
    gives None the expression has no value.
    """

    needs: int
    pattern: re.Pattern[str]
    read: Read


def rule(needs: str, pattern: str, read: Read) -> Rule:
    """needs: kinds of `cues`, parted by commas. pattern: searched for in lower-case text."""
    return Rule(cues(*needs.split(", ")), re.compile(pattern, re.ASCII), read)
