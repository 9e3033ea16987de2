"""Dates for the time arguments of an article's claims, read in the order of the text, as anchors want it."""

from collections.abc import Iterable

from graphkit.model import Modality
from graphkit.nlp.complements import Complement
from graphkit.nlp.drafts import Draft
from graphkit.nlp.times import Clock
from graphkit.nlp.tree import Word

FIXING = frozenset({
    "adjourn", "announce", "arrange", "be", "book", "bring", "call", "cancel", "confirm", "defer", "delay",
    "expect", "extend", "face", "fix", "have", "move", "name", "plan", "postpone", "promise", "put", "reschedule",
    "say", "schedule", "set", "slate", "time",
})  # fmt: skip
"""Verbs beside which a date may be that of what is to come."""
PAST = frozenset({"had", "was", "were"})
TO_COME = frozenset({Modality.PLANNED, Modality.ORDERED, Modality.CONDITIONAL})


def dated(claims: Iterable[tuple[Draft, Modality]], text: str, clock: Clock) -> dict[int, str | None]:
    """ISO value of each time argument, by its first character; the modality tells which Friday is meant."""
    found: dict[int, tuple[Complement, bool, bool]] = {}
    for made, modality in claims:
        for role, one in made.arguments:
            if role == "time" and one.clause is None:
                future = modality in TO_COME or _present(made.clause.head)
                past = not future and modality is Modality.ASSERTED and _happened(made.clause.verb)
                found.setdefault(one.first.start, (one, future, past))
    return {
        start: clock.when(text[start : one.last.end], future=future, past=past, at=start)
        for start, (one, future, past) in sorted(found.items())
    }


def _happened(verb: Word) -> bool:
    """*married in June*, *was born in July*; what *was announced for June* may be to come."""
    if verb.lemma in FIXING:
        return False
    auxiliaries = [w for w in verb.left if w.dep in {"aux", "auxpass"}]
    return verb.tag == "VBD" or (verb.tag == "VBN" and any(w.low in PAST for w in auxiliaries))


def _present(verb: Word) -> bool:
    """*is meeting on Friday*, *expires this weekend*: the present with a date is yet to come."""
    auxiliary = next((w for w in verb.left if w.dep == "aux"), None)
    if auxiliary is not None and verb.tag == "VBG":
        return auxiliary.tag in {"VBZ", "VBP"}
    return auxiliary is None and verb.tag in {"VBZ", "VBP"}
