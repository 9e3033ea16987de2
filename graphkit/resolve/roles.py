"""Who held an office on the day an article appeared: "the British prime minister" is one person."""

from graphkit.model import Mention
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.offices import PAST, SHORT, owners, whose, words

CHECKED = "2025-06"
"""The month our terms without an end were last checked: whether they still last isn't known later."""
PORTFOLIOS = (["state"], ["defense"], ["defence"])
NOTHING = frozenset({"the", "a", "an", "of", "s", "current", "then", "new"})


def holder(nominal: Mention, context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The one known person who held the office a noun phrase names; None where none or several did.

    The country or body must be said in it, and nothing else: not "the former British prime minister".
    """
    text = _office_of(nominal)
    if context.date is None or not text:
        return None
    said = words(text)
    of = whose(text, gazetteer)
    if len(of) != 1 or said & PAST:
        return None
    (body,) = of
    office = said - NOTHING - owners(text, gazetteer)
    held = {
        term.person
        for term in gazetteer.holders(body)
        if term.held_on(context.date)
        and (term.end is not None or context.date[: len(CHECKED)] <= CHECKED)
        and _means(office, term.office)
    }
    return gazetteer.entry(held.pop()) if len(held) == 1 else None


def _office_of(nominal: Mention) -> str:
    """The phrase up to its head, and whose it is where that follows: "the president of France"."""
    parts = [word.removesuffix("'s").removesuffix("’s") for word in nominal.text.split()]
    heads = [place for place, word in enumerate(parts) if word.lower().strip(",.") == nominal.head]
    if not heads:
        return ""
    end = heads[0] + 1
    if parts[end : end + 1] == ["general"]:
        end += 1
    if parts[end : end + 1] == ["of"] and parts[end + 1 : end + 2] in PORTFOLIOS:
        end += 2
    if parts[end : end + 1] == ["of"]:
        end += 1
        while end < len(parts) and (parts[end][:1].isupper() or parts[end] == "the"):
            end += 1
        if parts[end - 1] in {"of", "the"}:
            return ""
    return " ".join(parts[:end])


def _means(office: frozenset[str], held: str) -> bool:
    if office == words(held) - NOTHING:
        return True
    return len(office) == 1 and any(word in office and held in full for word, full in SHORT.items())
