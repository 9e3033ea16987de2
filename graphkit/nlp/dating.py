"""Dates for the time arguments of an article's claims, read in the order of the text, as anchors want it."""

from collections.abc import Iterable

from graphkit.model import Modality
from graphkit.nlp.complements import Complement
from graphkit.nlp.drafts import Draft
from graphkit.nlp.times import Clock
from graphkit.nlp.tree import Word

TO_COME = frozenset({Modality.PLANNED, Modality.ORDERED, Modality.CONDITIONAL})


def dated(claims: Iterable[tuple[Draft, Modality]], text: str, clock: Clock) -> dict[int, str | None]:
    """ISO value of each time argument, by its first character; the modality tells which Friday is meant."""
    found: dict[int, tuple[Complement, bool]] = {}
    for made, modality in claims:
        for role, one in made.arguments:
            if role == "time" and one.clause is None:
                future = modality in TO_COME or _present(made.clause.head)
                found.setdefault(one.first.start, (one, future))
    return {
        start: clock.when(text[start : one.last.end], future=future, at=start)
        for start, (one, future) in sorted(found.items())
    }


def _present(verb: Word) -> bool:
    """*is meeting on Friday*, *expires this weekend*: the present with a date is yet to come."""
    auxiliary = next((w for w in verb.left if w.dep == "aux"), None)
    if auxiliary is not None and verb.tag == "VBG":
        return auxiliary.tag in {"VBZ", "VBP"}
    return auxiliary is None and verb.tag in {"VBZ", "VBP"}
