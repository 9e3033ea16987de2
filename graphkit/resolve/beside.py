"""What stands beside a name in the text: the words before and after it on its line."""

import re
from dataclasses import dataclass
from functools import lru_cache

REACH = 60
"""Characters looked at on either side."""
TITLED = 0.6
"""Share of capitalised words from which a line is a headline, where capitals tell nothing."""

_WORDS = re.compile(r"-[LR]RB-|[^\W_](?:[\w&]|[.'’-](?=\w))*\.?|['’]s?|--+|[^\w\s]")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "’s": "'s", "’": "'"}
_LETTERS = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Beside:
    """Words and marks of the same line, as written, in the order of the text.

    opens: whether nothing stands before the name on its line. titled: whether the line is a headline.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: bool
    titled: bool

    @property
    def left(self) -> str:
        """The word or mark right before it in lower case; empty where none."""
        return self.before[-1].lower() if self.before else ""

    @property
    def right(self) -> str:
        """The word or mark right after it in lower case; empty where none."""
        return self.after[0].lower() if self.after else ""

    @property
    def possessive(self) -> bool:
        """Whether the name owns what follows: "Moscow's demand"."""
        return self.right in {"'s", "'"}

    @property
    def owned(self) -> str:
        """The word after the possessive; empty where none."""
        return self.after[1] if self.possessive and len(self.after) > 1 else ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is to be linked: how it is written, what kind the reader takes it for, where it stands.

    company: whether the article gives it a legal form.
    """

    text: str
    kind: str | None
    stands: tuple[Beside, ...] = ()
    company: bool = False


def beside(text: str, start: int, end: int) -> Beside:
    """What stands beside the characters from start to end."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[max(line_start, start - REACH) : start]
    if start - REACH > line_start:
        # A word cut in two tells nothing.
        before = before.partition(" ")[2]
    return Beside(
        _words(before),
        _words(text[end : min(line_end, end + REACH)]),
        not text[line_start:start].strip(" \t\"'“‘*•-–—"),
        _titled(text[line_start:line_end]),
    )


def capital(word: str) -> bool:
    """Whether a word begins with a capital and is no lone letter."""
    return len(word) > 1 and word[0].isupper()


def _words(text: str) -> tuple[str, ...]:
    return tuple(_BRACKETS.get(word, word) for word in _WORDS.findall(text))


@lru_cache(maxsize=64)
def _titled(line: str) -> bool:
    words = _LETTERS.findall(line)
    if line.rstrip(" \t\"'”’").endswith("."):
        return False
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= TITLED * len(words)
