"""The pieces an expression of quantity is made of."""

import re
from dataclasses import dataclass

LONGEST = 300
"""Characters of an expression that are looked at."""
_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)|"
    r"(?P<money>(?:US|AU|CA|NZ|HK|NT|[ACS])?\$|R\$|[£€¥₹₽₴₩₺₦₪])|"
    r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|"
    r"(?P<mark>%|°|[-–—−/+~<>#.,:])"
)
_DIGITS = 18
"""Longer numbers are no counts but keys."""


@dataclass(frozen=True, slots=True)
class Token:
    """kind: "number", "money", "word" or "mark". text: in lower case but of money. glued: no space before."""

    kind: str
    text: str
    glued: bool
    capital: bool = False


def tokens(text: str) -> list[Token]:
    """The pieces of an expression, at most its first LONGEST characters; other signs are left out."""
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rsplit(maxsplit=1)[0][:LONGEST]
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text.replace("’", "'")):
        kind = match.lastgroup or ""
        said = match[0] if kind == "money" else match[0].lower()
        if kind == "number" and len(said.replace(",", "")) > _DIGITS:
            kind = "word"
        found.append(Token(kind, said, match.start() == end, match[0][:1].isupper()))
        end = match.end()
    return found
