"""How exact a number is meant: more than, at least, up to, about, or so."""

from graphkit.nlp.quantities.tokens import Token

BEFORE = {
    ">": "more than|over|above|exceeding|in excess of|greater than|higher than|larger than|upwards of|beyond",
    ">=": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum",
    "<": "fewer than|less than|under|below|lower than|smaller than|short of",
    "<=": "up to|as many as|as much as|as high as|at most|no more than|not more than|a maximum of|maximum",
    "~": "about|around|roughly|approximately|some|an estimated|estimated|nearly|almost|close to|approaching|"
    "circa|near|in the region of|an average of|on average",
}
AFTER = {">=": "or more|or higher|plus|- plus|+", "<=": "or less|or fewer|or lower", "~": "or so|odd|- odd"}
_BEFORE = {tuple(phrase.split()): sign for sign, phrases in BEFORE.items() for phrase in phrases.split("|")}
_AFTER = {tuple(phrase.split()): sign for sign, phrases in AFTER.items() for phrase in phrases.split("|")}
_SKIPPED = (
    "the a an this that these those his her its their our my your whose of by for to at with from on into "
    "between all both another additional other first last next further extra only just exactly even total "
    "sum well slightly record full whole ranging ranged range ranges anywhere varying - ~ < >"
)
SKIPPED = frozenset(_SKIPPED.split()) | {word for phrase in _BEFORE for word in phrase}
"""What may stand before a bare number; after any other word it may be a name's or a page's."""


def before(found: list[Token], start: int) -> str:
    """Sign of the words that end before a token: ">", ">=", "<", "<=", "~", or ""."""
    for length in (4, 3, 2, 1):
        words = tuple(token.text for token in found[max(0, start - length) : start])
        if len(words) == length and words in _BEFORE:
            return _BEFORE[words]
    return found[start - 1].text if start and found[start - 1].text in {"<", ">", "~"} else ""


def after(found: list[Token], end: int) -> str:
    """Sign of the words that begin at a token."""
    for length in (2, 1):
        words = tuple(token.text for token in found[end : end + length])
        if words in _AFTER:
            return _AFTER[words]
    return ""
