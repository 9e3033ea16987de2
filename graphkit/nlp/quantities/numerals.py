"""Numbers in digits and words: 8,500, 2.1bn, two hundred and fifty, half a million, tens of thousands."""

from dataclasses import dataclass
from fractions import Fraction

from graphkit.nlp.quantities.tokens import Token
from graphkit.nlp.quantities.units import LENGTHS, unit_at

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_ONES.split())}
SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_GROUPS = SCALES | {"hundred": 100, "dozen": 12}
_SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
"""Right after the number, or after an amount of money: *5bn*, *$5 bn*."""
_MANY = {f"{word}s": value for word, value in _GROUPS.items()} | {"scores": 20, "tens": 10}
_FEW = frozenset({"several", "few", "many"})
BEGINNINGS = frozenset(SMALL) | frozenset(_MANY) | _FEW | {"a", "an", "half"}
"""Words a number may begin with."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value and the token after it.

    scale: the power it ends with (of *5 million* 10^6), else 1. vague: no more than a least value (*dozens*).
    marked: it can't be a score, a number plate or a page, for it has a comma, a scale or many in it.
    share: a part of a whole.
    """

    value: Fraction
    end: int
    scale: int = 1
    vague: bool = False
    marked: bool = True
    share: bool = False


def number_at(found: list[Token], i: int, *, money: bool = False) -> Number | None:
    """The number that begins at a token, or None. money: a sign of money stands before it."""
    if i >= len(found):
        return None
    if found[i].kind == "number":
        return _digits(found, i, money=money)
    return (_many(found, i) or _half_a(found, i) or _words(found, i)) if found[i].kind == "word" else None


def _digits(found: list[Token], i: int, *, money: bool) -> Number | None:
    value, end = Fraction(found[i].text.replace(",", "")), i + 1
    comma = "," in found[i].text
    after = _text(found, end)
    if after == "-" and _text(found, end + 1) in SCALES:
        end, after = end + 1, _text(found, end + 1)
    if after in _GROUPS:
        return Number(value * _GROUPS[after], end + 1, _GROUPS[after])
    glued = end < len(found) and found[end].glued and found[end].kind == "word"
    if after in _SHORT and (glued or money) and not _metres(found, end, money=money):
        return Number(value * _SHORT[after], end + 1, _SHORT[after])
    if glued and unit_at(found, end, large=False) is None:
        # An ordinal, a time, a name: 21st, 3pm, 4chan.
        return None
    return Number(value, end, marked=comma)


def _metres(found: list[Token], end: int, *, money: bool) -> bool:
    """*5m* is metres before *tall*; alone it may be either, and is then no number at all."""
    after = _text(found, end + 1)
    return _text(found, end) == "m" and not money and (after in LENGTHS or not after.isalpha())


def _many(found: list[Token], i: int) -> Number | None:
    """*Dozens*, *tens of thousands*, *several hundred*, *a few million*: at least two of them."""
    if _text(found, i) == "a" and _text(found, i + 1) in {"few", "couple"}:
        i += 1
    text, after = _text(found, i), _text(found, i + 1)
    if text == "couple" and after == "of":
        i, text, after = i + 1, "few", _text(found, i + 2)
    if text in _FEW and (after in _GROUPS or after in _MANY):
        scale = SCALES.get(_text(found, i + 2), 1)
        value = 2 * scale * (_GROUPS.get(after) or _MANY[after])
        return Number(Fraction(value), i + 2 + (scale > 1), vague=True)
    if text not in _MANY or (text in {"scores", "tens"} and after != "of"):
        return None
    value, end = 2 * _MANY[text], i + 1
    while _text(found, end) == "of" and _text(found, end + 1) in _MANY:
        value, end = value * _MANY[_text(found, end + 1)], end + 2
    return Number(Fraction(value), end, vague=True) if text != "tens" or value > 20 else None


def _half_a(found: list[Token], i: int) -> Number | None:
    """*Half a million*, *half a dozen*, *half a mile*."""
    if _text(found, i) != "half" or _text(found, i + 1) not in {"a", "an"}:
        return None
    group = _GROUPS.get(_text(found, i + 2))
    if group is not None:
        return Number(Fraction(group, 2), i + 3, group)
    return Number(Fraction(1, 2), i + 2) if unit_at(found, i + 2, large=False) else None


def _words(found: list[Token], i: int) -> Number | None:
    """*Two hundred and fifty thousand*, *twenty-five*, *a million*, *two and a half million*, *two dozen*."""
    total, current, scale, end = Fraction(0), Fraction(0), 1, i
    if _text(found, i) in {"a", "an"} and _text(found, i + 1) in _GROUPS:
        current, end = Fraction(1), i + 1
    while end < len(found):
        text = found[end].text
        if text in SMALL and _fits(SMALL[text], int(current)):
            current, end = current + SMALL[text], end + 1
        elif text in {"hundred", "dozen"} and current:
            current, end = current * _GROUPS[text], end + 1
        elif text in SCALES and current:
            total, current, scale, end = total + current * SCALES[text], Fraction(0), SCALES[text], end + 1
        elif _half(found, end) and end > i:
            current, end = current + Fraction(1, 2), end + 3
        elif text in {"-", "and"} and end > i and _text(found, end + 1) in SMALL and _joins(found, end):
            end += 1
        else:
            break
    return Number(total + current, end, scale, marked=scale > 1) if end > i else None


def _fits(value: int, before: int) -> bool:
    """*Twenty five*, *two hundred five*, but not *five ten*."""
    return (
        before == 0
        or (before % 100 == 0 and before > 0)
        or (value < 10 and before % 100 >= 20 and before % 10 == 0)
    )


def _joins(found: list[Token], i: int) -> bool:
    """*Twenty-five*, *two hundred and five*; *two-five* and *two and five* are two numbers."""
    before = _text(found, i - 1)
    if _text(found, i) == "-":
        return SMALL.get(before, 0) >= 20
    return before in _GROUPS and before != "dozen"


def _half(found: list[Token], i: int) -> bool:
    return [token.text for token in found[i : i + 3]] == ["and", "a", "half"]


def _text(found: list[Token], i: int) -> str:
    return found[i].text if 0 <= i < len(found) else ""
