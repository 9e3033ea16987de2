"""Shares of a whole: a third of, two-thirds, half the population, one in five, nine out of ten."""

from fractions import Fraction

from graphkit.nlp.quantities.numerals import SCALES, SMALL, Number
from graphkit.nlp.quantities.tokens import Token

_PARTS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100,
}  # fmt: skip
_WHOLE = frozenset({"of", "the", "its", "their", "his", "her", "our", "my", "your", "all"})
_MEASURED = frozenset(
    {"than", "about", "nearly", "almost", "over", "under", "around", "roughly", "only", "by", "to"}
)
_ORDINALS = frozenset({"first", "second", "latter", "other"})


def share_at(found: list[Token], i: int) -> Number | None:
    """The share that begins at a token, or None. *A quarter of a million* is a number of its own."""
    return _half(found, i) or _parts(found, i) or _of_so_many(found, i)


def _half(found: list[Token], i: int) -> Number | None:
    """*Half of*, *half the city*; not *the second half*, *half as many*."""
    if _text(found, i) != "half" or _text(found, i - 1) in _ORDINALS:
        return None
    after = _text(found, i + 1)
    return Number(Fraction(1, 2), i + 1, share=True) if not after or after in _WHOLE else None


def _parts(found: list[Token], i: int) -> Number | None:
    """*A third of*, *one third*, *two-thirds*; *a third man* is an ordinal."""
    count = 1 if _text(found, i) in {"a", "an"} else _small(found, i)
    if count is None:
        return None
    at = i + 2 if _text(found, i + 1) == "-" else i + 1
    name = _text(found, at)
    part = _PARTS.get(name.removesuffix("s"))
    if part is None or count >= part or not (name.endswith("s") or _is_share(found, i, at)):
        return None
    share = Fraction(count, part)
    if [token.text for token in found[at + 1 : at + 3]] == ["of", "a"]:
        scale = SCALES.get(_text(found, at + 3))
        return Number(share * scale, at + 4, scale) if scale else None
    return Number(share, at + 1, share=True)


def _is_share(found: list[Token], i: int, at: int) -> bool:
    """*One third*, *a third of*, *about a third*."""
    after = _text(found, at + 1)
    return _text(found, i) == "one" or after == "of" or (not after and _text(found, i - 1) in _MEASURED)


def _of_so_many(found: list[Token], i: int) -> Number | None:
    """*One in five*, *nine out of ten*, *9 out of 10*; digits with a bare *in* are no share: 5 in 2014."""
    count = _small(found, i)
    out_of = [token.text for token in found[i + 1 : i + 3]] == ["out", "of"]
    at = i + 3 if out_of else i + 2
    whole = _small(found, at)
    if count is None or whole is None or not 0 < count < whole:
        return None
    if not out_of and (_text(found, i + 1) != "in" or "number" in {found[i].kind, found[at].kind}):
        return None
    return Number(Fraction(count, whole), at + 1, share=True)


def _small(found: list[Token], i: int) -> int | None:
    text = _text(found, i)
    if text and found[i].kind == "number":
        return int(text) if len(text) <= 4 and "." not in text and "," not in text else None
    return SMALL.get(text)


def _text(found: list[Token], i: int) -> str:
    return found[i].text if 0 <= i < len(found) else ""
