"""Where quotations begin and end, and which are titles: nobody says what a book is called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.nlp.tree import Tree, Word

OPENING = frozenset({"“", "``", "«", "„"})
CLOSING = frozenset({"”", "''", "»"})
STRAIGHT = '"'
SINGLE = frozenset({"'", "‘", "’"})
"""Also apostrophes: only a pair of them, outside words, is a quotation."""


TITLE = re.compile(
    r"""(?:\(|\b(?:banner|book|film|headline|headlined|entitled|novel|placard|play|poster|series|slogan|song|titled)\ )
    ["“]""",
    re.VERBOSE,
)
"""Before what is quoted as a title."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words first to last (places in the article, quotation marks included).

    closed: whether its end is marked. opens: whether a paragraph begins with it.
    """

    first: int
    last: int
    closed: bool
    opens: bool

    @property
    def places(self) -> range:
        """Places of its words."""
        return range(self.first, self.last + 1)

    def distance(self, word: Word) -> int:
        """Words between it and a word outside."""
        return min(abs(word.i - self.first), abs(word.i - self.last))


def quotes(trees: Sequence[Tree], text: str) -> Iterator[Quote]:
    """The quotations of an article; one left open ends with its paragraph."""
    start: Word | None = None
    opens = True
    before: Word | None = None
    for word in (w for tree in trees for w in tree.words):
        new_paragraph = before is None or "\n" in text[before.end : word.start]
        if new_paragraph:
            if start is not None and before is not None and start.text not in SINGLE:
                yield Quote(start.i, before.i, closed=False, opens=opens)
            start = None
        if start is not None and _closes(word, start):
            yield Quote(start.i, word.i, closed=True, opens=opens)
            start = None
        elif word.text in OPENING or (start is None and (word.text == STRAIGHT or _opens_single(word, text))):
            start, opens = word, new_paragraph
        before = word
    if start is not None and before is not None and start.text not in SINGLE:
        yield Quote(start.i, before.i, closed=False, opens=opens)


def _opens_single(word: Word, text: str) -> bool:
    """*Guard 'took bribes'*: after a space and before a word."""
    if word.text not in {"'", "‘"}:
        return False
    after = text[word.end : word.end + 1]
    return text[word.start - 1 : word.start].strip() == "" and after.isalnum()


def _closes(word: Word, start: Word) -> bool:
    if start.text in SINGLE:
        return word.text in {"'", "’"} and word.i > start.i + 1
    return word.text in CLOSING or word.text == STRAIGHT


def titled(trees: Sequence[Tree], text: str) -> frozenset[int]:
    """Places of the words of titles: *the book "Putin poisoned the spy"*, *a column ("Mayor beat his wife")*."""
    opened = {found.end() - 1 for found in TITLE.finditer(text)}
    if not opened:
        return frozenset()
    words = {word.i: word for tree in trees for word in tree.words}
    return frozenset(
        i
        for quote in quotes(trees, text)
        if quote.closed
        and words[quote.first].start in opened
        # *He apologised ("We hit the wrong house," he said)*: what is said there goes on behind it.
        and (text[words[quote.first].start - 1] != "(" or text[words[quote.last].end :].startswith(")"))
        for i in quote.places
    )
