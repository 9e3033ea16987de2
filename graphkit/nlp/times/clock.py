"""A time expression's value, seen from the day an article was published."""

import re
from bisect import bisect_left, insort
from dataclasses import replace
from datetime import date

from graphkit.nlp.times import words as w
from graphkit.nlp.times.cues import cues, found_in
from graphkit.nlp.times.oclock import clock
from graphkit.nlp.times.period import Period, cell
from graphkit.nlp.times.refused import ODD, refused
from graphkit.nlp.times.rule import Rule
from graphkit.nlp.times.rules import RULES
from graphkit.nlp.times.view import BACK, FUTURE, PAST, View

LONGEST = 300
"""Characters of an expression that are looked at: none that tells a date is longer."""
REACH = 600
"""Characters, about two paragraphs: what was mentioned longer ago is no longer what *that year* means."""
_CLOCK = cues("clock")
_LOWER_CASE_WORDS = re.compile(r"\b(?:may|march|august|sun|sat|wed|mon|fri|mar|dec|sep)\b")
"""In lower case these are no month and no day: *may*, *on the march*, *in the sun*."""
_SET_FOR = re.compile(rf"(?:for|to) (?:the )?(?:{w.WEEKDAY}|{w.MONTH}(?: {w.DAY})?|{w.DAY} {w.MONTH})$")
"""*Set for Sept. 12*, *put off to Friday*: to come, however the sentence is meant."""


class Clock:
    """Dates the expressions of one article. published: ISO date or date-time, or None where unknown.

    It remembers which date was mentioned last, for *that year* and *a month later*.
    """

    def __init__(self, published: str | None) -> None:
        self._today = _day(published)
        self._said: dict[int, Period] = {}
        self._places: list[int] = []

    def when(
        self, text: str, *, future: bool = False, past: bool = False, at: int | None = None
    ) -> str | None:
        """ISO 8601 value of a time expression, or None where it can't be told.

        A day (2022-01-26), minute (2022-01-26T15:00), month (2022-01), year (2014), or an interval of
        these, both ends included (2010/2014); ".." is an open end (2014/..).

        future: it dates a plan, an order or a condition, so *on Friday* is to come. past: it dates what has
        happened, so *in June* is no June to come.
        at: where it stands in the text. *A month later* goes by the date nearest before it, no farther
        than REACH; asked again about the same place, the answer is the same. Without `at`, calls must follow
        the order of the text, each expression once.
        """
        low = _normal(text)
        ahead = future or _SET_FOR.match(low) is not None
        place = at if at is not None else self._places[-1] + 1 if self._places else 0
        lean = FUTURE if ahead else BACK if past else PAST
        view = View(self._today, self._today, lean, self._anchor(place), _read)
        try:
            found = view.read(low)
        except (ValueError, OverflowError):
            # 30 February, or so many years ago that the calendar doesn't reach.
            return None
        if found is None:
            return None
        self._remember(place, found)
        return found.iso()

    def _anchor(self, place: int) -> Period | None:
        index = bisect_left(self._places, place)
        said = self._places[index - 1] if index else None
        return None if said is None or place - said > REACH else self._said[said]

    def _remember(self, place: int, found: Period) -> None:
        if place not in self._said:
            insort(self._places, place)
        self._said[place] = _closed(found)


def _read(low: str, view: View) -> Period | None:
    kinds = found_in(low)
    if kinds & ODD and refused(low):
        return None
    best = _first(low, kinds)
    found = best[0].read(best[1], view) if best else None
    if found is not None and kinds & _CLOCK and found.single and not found.clock:
        return replace(found, clock=clock(low))
    return found


def _first(low: str, kinds: int) -> tuple[Rule, re.Match[str]] | None:
    """The rule whose pattern matches first in the text, with its match."""
    best = None
    for rule in RULES:
        if kinds & rule.needs == rule.needs:
            match = rule.pattern.search(low)
            if match is not None and (best is None or match.start() < best[1].start()):
                best = (rule, match)
                if match.start() == 0:
                    break
    return best


def _normal(text: str) -> str:
    """Lower case, single spaces, straight apostrophes; at most LONGEST characters, the last word whole."""
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rsplit(maxsplit=1)[0][:LONGEST]
    text = _LOWER_CASE_WORDS.sub("_", text)
    low = " ".join(text.lower().replace("’", "'").split())
    # Of text with its tokens parted by spaces: "January 26 , 2022", "today 's".
    return low.replace(" ,", ",").replace(" 's", "'s")


def _closed(period: Period) -> Period:
    """Of an open interval, the end that is known."""
    known = period.first or period.last
    if known is None or (period.first and period.last):
        return period
    return cell(known, period.unit)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
