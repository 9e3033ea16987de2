"""What comes round each year: which year a day, month, season or holiday is of."""

import re
from collections.abc import Callable
from datetime import date

from graphkit.nlp.times.period import Period, shifted
from graphkit.nlp.times.view import View

Make = Callable[[int], Period]
WHICH = (
    r"(?:(?P<which>(?:this )?(?:last|past|next|coming)|this|that(?: same)?|"
    r"the (?:same|following|previous|preceding|next|past|coming)) )?"
)
"""*last*, *this*, *next*, *that*, *the following*: which one of many."""
LAST = frozenset({"last", "past", "this last", "this past", "the past"})
NEXT = frozenset({"next", "coming", "this next", "this coming", "the coming"})
SAME = frozenset({"that", "that same", "the same"})
AFTER = frozenset({"the following", "the next"})
BEFORE = frozenset({"the previous", "the preceding"})


def of_each_year(make: Make, which: str | None, view: View) -> Period | None:
    """The nearest one, or the last or next; *that* and *the following one* go by the year mentioned last."""
    if which is None or which == "this":
        return view.nearest(_around(make, view.near))
    if which in LAST:
        return _before(make, view.today)
    if which in NEXT:
        return _after(make, view.today)
    return _from_anchor(make, which, view)


def year_of(found: re.Match[str], view: View) -> int | None:
    """The year written beside a month or day (ZONED_YEAR), or None if it can't be told."""
    if found["year"]:
        return int(found["year"])
    step = (
        -1
        if found["rel"] in {"last", "the previous"}
        else 1
        if found["rel"] in {"next", "the following"}
        else 0
    )
    if found["rel"] in {"last", "this", "next"}:
        return view.today.year + step if view.today else None
    anchored = shifted(view.anchor, "year", step) if view.anchor else None
    return anchored.first.year if anchored and anchored.first else None


def _from_anchor(make: Make, which: str, view: View) -> Period | None:
    if view.anchor is None:
        return None
    if which in AFTER:
        return _after(make, view.anchor.last)
    if which in BEFORE:
        return _before(make, view.anchor.first)
    same = shifted(view.anchor, "year", 0)
    return make(same.first.year) if same and same.first else None


def _around(make: Make, near: date | None) -> list[Period]:
    """Of the years around; a year without it (29 February) is left out."""
    found = []
    for year in range(near.year - 4, near.year + 5) if near else ():
        try:
            found.append(make(year))
        except ValueError:
            continue
    return found


def _before(make: Make, than: date | None) -> Period | None:
    return next((one for one in reversed(_around(make, than)) if than and one.last and one.last < than), None)


def _after(make: Make, than: date | None) -> Period | None:
    return next((one for one in _around(make, than) if than and one.first and one.first > than), None)
