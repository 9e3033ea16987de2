"""Seen from the date the article mentioned last: that year, the following day, a month later, since then."""

import re
from fractions import Fraction

from graphkit.nlp.times import words as w
from graphkit.nlp.times.period import Period, shifted, steps
from graphkit.nlp.times.rule import Rule, rule
from graphkit.nlp.times.units import stepped
from graphkit.nlp.times.view import View


def that_unit(found: re.Match[str], view: View) -> Period | None:
    """That year, the same day, that evening."""
    return _from_anchor(found["unit"], 0, view)


def following_unit(found: re.Match[str], view: View) -> Period | None:
    """The following day, the previous month; *the next year* only once the anchor is past."""
    if found["way"] == "next" and found["unit"] not in _DAY_PARTS | {"day"} and not _past(view):
        return None
    return _from_anchor(found["unit"], 1 if found["way"] in {"following", "next"} else -1, view)


def units_later(found: re.Match[str], view: View) -> Period | None:
    """A month later, two days earlier: as exact as its unit, which may be no finer than the anchor.

    *More than a month later* could be any time after.
    """
    step = stepped(found)
    if step is None or view.anchor is None or found["bound"] in w.LOOSE:
        return None
    later = found["way"] in {"later", "after"}
    return _happened(shifted(view.anchor, step[0], step[1] if later else -step[1]), view)


def day_before(found: re.Match[str], view: View) -> Period | None:
    """The day before, the week after."""
    return _from_anchor(found["unit"], 1 if found["way"] == "after" else -1, view)


def units_after(found: re.Match[str], view: View) -> Period | None:
    """Two days after the vote on Monday, the year before 2014: counted from the date that follows."""
    start = view.bounding().read(found["rest"])
    step = stepped(found) if found["number"] else steps(*_unit(found["unit"]), Fraction(1))
    if start is None or step is None or found["bound"] in w.LOOSE:
        return None
    return shifted(start, step[0], -step[1] if found["way"] in {"before", "prior to"} else step[1])


def later_that(found: re.Match[str], view: View) -> Period | None:
    """Later that year, earlier the same month: from or up to the anchor; of a day, the day."""
    whole, anchor = _from_anchor(found["unit"], 0, view), view.anchor
    if whole is None or anchor is None or whole.single:
        return whole
    if found["way"] == "later":
        return Period(anchor.last, whole.last, _known(whole, anchor))
    return Period(whole.first, anchor.first, _known(whole, anchor))


def then(_found: re.Match[str], view: View) -> Period | None:
    """*Since then*, *until that point*: only as a beginning or an end."""
    return view.anchor if view.bounded else None


def _past(view: View) -> bool:
    """Whether the date mentioned last lies before publication, and no plan is told."""
    last = view.anchor.last if view.anchor else None
    return not view.future and view.today is not None and last is not None and last < view.today


def _known(whole: Period, anchor: Period) -> str:
    return "month" if whole.unit == "year" and anchor.unit != "year" else anchor.unit


def _from_anchor(unit: str, count: int, view: View) -> Period | None:
    if view.anchor is None:
        return None
    name, times = _unit(unit)
    return _happened(shifted(view.anchor, name, count * times), view) if times == 1 else None


def _happened(found: Period | None, view: View) -> Period | None:
    """None where what has happened would come after publication: then it goes by another date."""
    if found is None or found.first is None or view.today is None or view.future:
        return found
    return found if found.first <= view.today else None


def _unit(word: str) -> tuple[str, int]:
    return ("day", 1) if word in _DAY_PARTS else w.unit(word)


_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_UNIT = rf"(?P<unit>{w.UNIT})\b"
_ONE = r"(?P<unit>day|morning|afternoon|evening|night|week|month|year|decade)\b"
_END = r"(?= *(?:$|[,.;:)]|(?:and|in|at|on|when|with|by)\b))"
ANAPHORA: tuple[Rule, ...] = (
    rule("that", rf"\b(?P<way>earlier|later)(?: in| on)? (?:that|the same|that same) {_ONE}", later_that),
    rule("that", rf"\b(?:that|the same|that same) {_ONE}", that_unit),
    rule("that", rf"\bthe (?P<way>following|next|previous|preceding|prior) {_ONE}(?! or\b)", following_unit),
    rule(
        "unit, after",
        rf"\b{w.COUNT} {_UNIT} (?P<way>after|before|prior to|following) (?P<rest>.+)",
        units_after,
    ),
    rule(
        "unit, after", rf"\bthe {w.NO_COUNT}{_ONE} (?P<way>after|before|following) (?P<rest>.+)", units_after
    ),
    rule("unit, later", rf"\b{w.COUNT} {_UNIT} (?P<way>later|earlier|after|before){_END}", units_later),
    rule("unit, later", rf"\bthe {_ONE} (?P<way>after|before){_END}", day_before),
    rule("open", r"^(?:then|that (?:time|point|date))\b", then),
)
