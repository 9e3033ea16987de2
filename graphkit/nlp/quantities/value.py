"""A number with its unit, as a value."""

from fractions import Fraction

from graphkit.nlp.quantities.amounts import Amount, amount_at
from graphkit.nlp.quantities.bounds import SKIPPED, after, before
from graphkit.nlp.quantities.tokens import Token, tokens

_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_MONTH = frozenset(_MONTHS.split())
_NO_COUNT = frozenset({"am", "pm", "o'clock", "a.m", "p.m", "times", "time", "fold", "old"}) | _MONTH
"""After one of these a number says when, how often or how old."""
_AFTER_PRONOUN = "of another that who which in on at to or and by for with is was were has had"
_PRONOUN = frozenset(_AFTER_PRONOUN.split())
"""Before one of these, *one* counts nothing."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def quantity(text: str) -> str | None:
    """Value of the first quantity in an expression, or None where there is none or it can't be told."""
    found = tokens(text)
    i = 0
    while i < len(found):
        amount = amount_at(found, i)
        if amount is not None and amount.refused:
            return None
        if amount is not None and _counts(found, amount):
            return _written(found, amount)
        i = amount.end if amount is not None else i + 1
    return None


def _counts(found: list[Token], amount: Amount) -> bool:
    """Whether it is a quantity: no date, time, age, score, or number in a name."""
    if not (amount.marked or amount.share) and not _begins(found[: amount.start]):
        return False
    following = [token.text for token in found[amount.end : amount.end + 2]]
    if following and (following[0] in _NO_COUNT or (following[0] == "-" and following[-1] in _NO_COUNT)):
        return False
    if amount.unit or amount.marked or amount.share:
        return True
    return not (_continued(found, amount.end) or _dated(found, amount) or _pronoun(found, amount))


def _begins(before: list[Token]) -> bool:
    """Whether nothing stands before a number but what may: *the*, *about*, *the nation's*."""
    owners = [i for i, token in enumerate(before) if token.text == "s" or token.text.endswith("'s")]
    return all(token.text in SKIPPED for token in before[owners[-1] + 1 if owners else 0 :])


def _continued(found: list[Token], end: int) -> bool:
    """Part of something else: 10:30, 9/11, 3.8.0, 3 in 10, 4 1/2, 450 and 452, a 30-member team."""
    if end < len(found) and found[end].kind == "number":
        return True
    if end + 1 >= len(found):
        return False
    link, follow = found[end], found[end + 1]
    if link.text == "-":
        return follow.kind == "word" and follow.text not in {"plus", "odd"}
    joins = link.text in {"in", "and", "/"} or (link.text in {":", "."} and follow.glued)
    return joins and follow.kind == "number"


def _dated(found: list[Token], amount: Amount) -> bool:
    """A day after its month, or four digits without a comma: so years are written, and seldom people."""
    if amount.start and found[amount.start - 1].text in _MONTH:
        return True
    return found[amount.end - 1].kind == "number" and _FIRST_YEAR <= amount.high < _LAST_YEAR


def _pronoun(found: list[Token], amount: Amount) -> bool:
    """*One of them*, *one that*: no count."""
    if amount.low != 1 or found[amount.end - 1].text != "one":
        return False
    return amount.end >= len(found) or found[amount.end].text in _PRONOUN or found[amount.end].kind != "word"


def _written(found: list[Token], amount: Amount) -> str:
    sign = before(found, amount.start) or after(found, amount.end)
    if amount.vague:
        sign = ">="
    value = str(amount.low) if amount.share else written(amount.low)
    if amount.high != amount.low:
        value += f"..{written(amount.high)}"
    return f"{sign}{value} {amount.unit}".rstrip()


def written(value: Fraction) -> str:
    """A number as `Fraction` reads it: 8500, 4.25, 1/3; from a million on 2.1e9 where that is shorter."""
    if value.denominator == 1:
        return _integer(int(value))
    twos, fives, rest = 0, 0, value.denominator
    while rest % 2 == 0:
        twos, rest = twos + 1, rest // 2
    while rest % 5 == 0:
        fives, rest = fives + 1, rest // 5
    if rest != 1:
        return str(value)
    places = max(twos, fives)
    digits = f"{abs(value) * 10**places}".zfill(places + 1)
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _integer(value: int) -> str:
    plain = str(value)
    digits = str(abs(value)).rstrip("0")
    if abs(value) < 10**6:
        return plain
    power = len(str(abs(value))) - 1
    mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    short = f"{'-' if value < 0 else ''}{mantissa}e{power}"
    return short if len(short) < len(plain) else plain
