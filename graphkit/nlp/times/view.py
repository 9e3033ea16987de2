"""What a rule sees: the day of publication, which way to look for a date, and the date mentioned last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from graphkit.nlp.times.period import Period

PAST, FUTURE, BACK, ONWARD = (3, 1), (1, 12), (0, 1), (1, 0)
"""How much a day ahead and a day back weigh when the nearest date is sought (0: not allowed).

News leaves out the year of a date near by: in May *in March* is past, *in June* to come. A plan looks ahead.
"""


@dataclass(frozen=True, slots=True)
class View:
    """today: the day of publication. near: whence the nearest date is sought, in a range its other end.
    anchor: the period the article mentioned last. bounded: what is read is only a beginning or an end.
    reader: reads a part of the expression.
    """

    today: date | None
    near: date | None
    lean: tuple[int, int]
    anchor: Period | None
    reader: Callable[[str, View], Period | None]
    bounded: bool = False

    @property
    def future(self) -> bool:
        return self.lean in {FUTURE, ONWARD}

    def read(self, text: str) -> Period | None:
        """Period of a part of the expression, or None."""
        return self.reader(text, self)

    def bounding(self) -> View:
        return replace(self, bounded=True)

    def looking(self, lean: tuple[int, int], near: date | None) -> View:
        return replace(self, lean=lean, near=near)

    def blind(self) -> View:
        """Without any date to start from: what it reads is absolute."""
        return replace(self, today=None, near=None, anchor=None)

    def nearest(self, candidates: Iterable[Period]) -> Period | None:
        """The candidate nearest to `near`, days ahead and back weighed by `lean`; the earlier of equals."""
        near = self.near
        if near is None:
            return None
        ahead, back = self.lean
        best: tuple[int, Period] | None = None
        for one in candidates:
            if one.first is None or one.last is None:
                continue
            forth, ago = (one.first - near).days, (near - one.last).days
            if (forth > 0 and not ahead) or (ago > 0 and not back):
                continue
            distance = max(forth * ahead, ago * back, 0)
            if best is None or distance < best[0]:
                best = (distance, one)
        return best[1] if best else None
