"""An amount: a number with its unit, or a range of two."""

from dataclasses import dataclass, replace
from fractions import Fraction

from graphkit.nlp.quantities.money import CODES, SIGNS
from graphkit.nlp.quantities.numerals import BEGINNINGS, Number, number_at
from graphkit.nlp.quantities.shares import share_at
from graphkit.nlp.quantities.tokens import Token
from graphkit.nlp.quantities.units import TIMES, per_at, unit_at

_BEFORE_NUMBER = CODES | {"minus", "-", "−"}


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high`, which are the same but in a range; the tokens `start` to `end` (excluded).

    unit: "" for a bare count. vague: `low` is a least value. marked: as of `Number`, or by its unit.
    share: a part of a whole. refused: what looks like a range and is none, a score or a change.
    """

    low: Fraction
    high: Fraction
    unit: str
    start: int
    end: int
    scale: int = 1
    vague: bool = False
    marked: bool = False
    share: bool = False
    refused: bool = False


def amount_at(found: list[Token], i: int) -> Amount | None:
    """The amount that begins at a token, or None."""
    if not _may_begin(found[i]):
        return None
    first = _single(found, i)
    if first is None or first.vague or first.end >= len(found):
        return first
    link = found[first.end].text
    if link in {"to", "or", "-", "–", "—"} or (link == "and" and i and found[i - 1].text == "between"):
        second = _single(found, first.end + 1)
        if second is not None and not second.vague:
            return _range(found, first, second, link)
    return first


def _may_begin(token: Token) -> bool:
    return token.kind in {"number", "money"} or token.text in BEGINNINGS or token.text in _BEFORE_NUMBER


def _single(found: list[Token], i: int) -> Amount | None:
    sign = _sign(found, i)
    at = i + 1 if sign else i
    minus = _minus(found, at)
    number = (not sign and share_at(found, at)) or number_at(found, at + minus, money=bool(sign))
    if not number:
        return None
    unit, end = _unit(found, number, sign)
    marked = number.marked or bool(sign) or (bool(unit) and unit not in TIMES)
    value = -number.value if minus else number.value
    if unit.startswith("penny"):
        # Pence are a pound's hundredths.
        value, unit = value / 100, unit.replace("penny", "GBP")
    return Amount(value, value, unit, i, end, number.scale, number.vague, marked, number.share)


def _sign(found: list[Token], i: int) -> str:
    """Currency before a number: £, US$, EUR."""
    if i >= len(found):
        return ""
    if found[i].kind == "money":
        return SIGNS[found[i].text]
    follows = i + 1 < len(found) and found[i + 1].kind == "number"
    return found[i].text.upper() if follows and found[i].text in CODES else ""


def _minus(found: list[Token], i: int) -> bool:
    """*minus 5*, -5; a hyphen after something is no sign."""
    if i + 1 >= len(found):
        return False
    return found[i].text in {"minus", "−"} or (found[i].text == "-" and i == 0 and found[i + 1].glued)


def _unit(found: list[Token], number: Number, sign: str) -> tuple[str, int]:
    """The unit after a number, *per* what included, with where it ends."""
    unit, end = sign, number.end
    if not sign:
        link = end < len(found) and (found[end].text == "-" or (number.vague and found[end].text == "of"))
        known = unit_at(found, end + link, large=number.value >= 10**6)
        unit, end = known or ("", end)
    per = per_at(found, end) if unit else None
    return (f"{unit}/{per[0]}", per[1]) if per else (unit, end)


def _range(found: list[Token], first: Amount, second: Amount, link: str) -> Amount:
    """*5 to 10*, *$5-7 million*, *5% to 10%*; refused: a score, *2-1*, or a change, *from 5 to 10*."""
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < second.high / second.scale:
        low *= second.scale
    unit = second.unit or first.unit
    marked = first.marked or second.marked
    mixed = bool(first.unit and second.unit and first.unit != second.unit)
    score = link in {"-", "–", "—"} and not (marked or unit or _counted(found, second))
    refused = mixed or score or low >= second.high or _change(found, first.start, link)
    return replace(second, low=low, unit=unit, start=first.start, marked=marked, refused=refused)


def _counted(found: list[Token], second: Amount) -> bool:
    """*20-30 people*, not *2-1*, *98-102*."""
    follows = second.end < len(found) and found[second.end].kind == "word"
    return follows and second.high > 20 and found[second.end].text.endswith(("s", "people", "men", "women"))


def _change(found: list[Token], start: int, link: str) -> bool:
    """*From 5 to 10*, but not *ranging from 5 to 10*."""
    if link != "to" or not start or found[start - 1].text != "from":
        return False
    return start < 2 or found[start - 2].text not in {
        "ranging",
        "range",
        "ranges",
        "ranged",
        "anywhere",
        "varying",
    }
