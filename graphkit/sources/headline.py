"""Which of the lines above an article is its headline, and which belongs to another story.

Pages put kickers, decks and headlines of other stories beside the headline. A headline sums up its article,
so its words come back in it, most of all in the lead, and its names nearly always do; another story's mostly
don't. A deck (the line under the headline that says more) is about the same, longer, and doesn't repeat the
headline's names, as two headlines of one day do.

Measured on 98 news texts: 7% of their headlines have a name the text lacks, but 95% of the headlines of
other texts that have a name at all. Of 22 decks two had a name of their headline.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graphkit.sources.paragraphs import is_item

LONGEST_HEADLINE = 30
"""Words."""

LONGEST_CHARACTERS = 300

KICKER = 3
"""Words: what is no longer is a section's name where something longer stands beside it."""

MARGIN = 0.3
"""Shares further apart than this are hardly of one story, unless the better line is a deck."""

BELONGS = 0.45
"""A line belongs to an article that repeats so much of it."""

TITLE_CASE = 0.65
"""Above this share of capitalised words capitals tell no names."""

STEM = 5
"""Letters that tell words apart well enough: Ukraine, Ukrainian."""

LEAD_PARAGRAPHS = 3
LEAD_CHARACTERS = 2_000
BODY_CHARACTERS = 30_000

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s\b")
SENTENCE_END = re.compile(r"[.…,;:][\"'”’»)\]]*$")
CAPITALISED = re.compile(r"(?<=[^\W_] )[\"'“‘(]?([A-Z][\w.'’-]*)")
CAPITALS = re.compile(r"\b[A-Z][\w.'’-]*")
NAME_RUN = re.compile(r"\b[A-Z][a-z]+(?: (?:of |the |and )?[A-Z][a-z]+){1,4}")
FUNCTION_WORDS = """
a about after again against all also amid an and any are as at be been before between but by can could did do
does for from had has have he her his how if in into is it its may more most new no not now of off on or our
out over says said say she should so than that the their them then they this to up was were what when where
which who why will with would you your
"""
EMPTY_WORDS = frozenset(FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True)
class Choice:
    """title: the headline, or "". decks: further headlines of the same article, in order."""

    title: str
    decks: tuple[str, ...] = ()


def is_headline_like(paragraph: str) -> bool:
    """One short line that isn't a sentence with its full stop."""
    return (
        len(paragraph) <= LONGEST_CHARACTERS
        and "\n" not in paragraph
        and SENTENCE_END.search(paragraph) is None
        and not is_item(paragraph)
        and len(paragraph.split()) <= LONGEST_HEADLINE
    )


def choose(candidates: Sequence[str], body: Sequence[str]) -> Choice:
    """The headline of the body among the lines above it: the first of those that belong to it."""
    lines = _without_kickers(list(dict.fromkeys(candidates)))
    if len(lines) < 2:
        return Choice(lines[0] if lines else "")
    article = _Article(body)
    judged = [_Line(line, place, article) for place, line in enumerate(lines)]
    own = [line.text for line in judged if not any(line.is_anothers(beside=other) for other in judged)]
    return Choice(own[0], tuple(own[1:]))


def belonging(body: Sequence[str]) -> Callable[[str], bool]:
    """Tells whether the body repeats enough of a line's words for the line to be about the same."""
    article = _Article(body)
    return lambda line: article.share(line) >= BELONGS


def _without_kickers(lines: list[str]) -> list[str]:
    return [line for line in lines if len(line.split()) > KICKER] or lines


class _Article:
    """The stems in an article's lead and in all of it."""

    def __init__(self, body: Sequence[str]) -> None:
        lead = "\n".join(body[:LEAD_PARAGRAPHS])[:LEAD_CHARACTERS]
        text = "\n".join(_first(body, BODY_CHARACTERS))
        self.lead = frozenset(_stems(lead)) | _initials(lead)
        self.whole = frozenset(_stems(text)) | _initials(text)

    def share(self, line: str) -> float:
        """Share of the line's content words that come back, those in the lead counting double; 0 to 1."""
        stems = sorted(set(_stems(line)))
        if not stems:
            return 0.0
        found = sum(2 * (stem in self.lead) + (stem in self.whole) for stem in stems)
        return found / (3 * len(stems))


class _Line:
    """A line above the article, with what tells whose it is."""

    def __init__(self, text: str, place: int, article: _Article) -> None:
        self.text, self.place, self.words = text, place, len(text.split())
        self.share = article.share(text)
        self.capitalised = frozenset(_stems(" ".join(CAPITALS.findall(text))))
        stems = [stem for name in _names(text) for stem in _stems(name)]
        self.lacks_a_name = any(stem not in article.whole for stem in stems)

    def is_anothers(self, beside: "_Line") -> bool:
        """Whether this is another story's headline if the line beside it is the article's own."""
        if beside.lacks_a_name or beside.share <= self.share:
            return False
        if self.lacks_a_name:
            return True
        gap = beside.share - self.share
        upper, lower = sorted((self, beside), key=lambda line: line.place)
        is_deck = lower.words > upper.words and not self.capitalised & beside.capitalised
        if is_deck:
            return gap >= MARGIN and self.share < BELONGS
        return beside is lower or gap >= MARGIN / 2


def _first(body: Sequence[str], characters: int) -> Iterable[str]:
    for paragraph in body:
        if characters <= 0:
            return
        yield paragraph[:characters]
        characters -= len(paragraph)


def _names(line: str) -> list[str]:
    """The capitalised words behind the first. In Title Case they tell nothing, so there are none."""
    words = [word for word in WORD.findall(line) if len(word) > 3]
    if sum(word[0].isupper() for word in words) > TITLE_CASE * len(words):
        return []
    return [name.replace(".", "") for name in CAPITALISED.findall(line)]


def _stems(text: str) -> Iterable[str]:
    """The content words, cut so that "rejects", "rejected" and "rejecting" are one."""
    for word in WORD.findall(POSSESSIVE.sub("", text)):
        lower = word.lower()
        if lower not in EMPTY_WORDS:
            yield lower if len(lower) <= 3 else _stem(lower)


def _stem(word: str) -> str:
    ending = next((e for e in ("ing", "ed", "es", "s") if word.endswith(e) and len(word) > len(e) + 2), "")
    word = word.removesuffix(ending).removesuffix("e")[:STEM]
    if word[-1:] == word[-2:-1]:
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") else word


def _initials(text: str) -> frozenset[str]:
    """Short forms a headline may have for names in the text: "eu" for European Union."""
    runs = (match[0].removeprefix("The ").split() for match in NAME_RUN.finditer(text))
    return frozenset("".join(word[0] for word in run if word[0].isupper()).lower() for run in runs)
