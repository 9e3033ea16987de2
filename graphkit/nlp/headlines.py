"""Headlines In Capitals: written as a sentence would be, so that the parser can tell names from verbs.

The letters alone change, never their number: what is read keeps the article's offsets.
"""

import re

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.words import CALENDAR, listed

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INSIDE = re.compile(r"(?<=[\w,;] )[A-Z]\w+")
"""Capitals in the middle of a sentence: of names."""
DATES = CALENDAR - listed("march may today yesterday tomorrow am pm")
FUNCTION = listed(
    """
    a an the of in on at by for to from with over after before as and or but nor if amid against into about near
    under until till while than that this these those it its his her their he she they we is are was were be been
    has have had not no says said say will may can could would
    """
)
"""Words that are no name whatever their capital, but at the start."""
LEAST = 4
"""Words of which capitals may tell a headline."""
SHARE = 0.65
"""Share of capitalised words from which capitals tell nothing."""
LONGEST = 160
"""Characters of a headline, at most."""


def sentence_case(text: str, lexicon: Lexicon) -> str:
    """The text with its headline, where that is in capitals, as if it were a sentence; other texts as they are."""
    headline, gap, body = text.partition("\n\n")
    if not gap or len(headline) > LONGEST or "\n" in headline or not _capitalised(headline):
        return text
    names = frozenset(INSIDE.findall(body))
    words = frozenset(WORD.findall(body))
    shouting = headline.isupper()
    first = WORD.search(headline)
    opens = first.start() if first else 0

    def cased(found: re.Match[str]) -> str:
        word = found[0]
        acronym = len(word) > 1 and word.isupper()
        if acronym and (not shouting or word in names or lexicon.kind(word) is not None):
            return word
        return _cased(word, words, names, lexicon, opens=found.start() == opens)

    return WORD.sub(cased, headline) + gap + body


def _capitalised(headline: str) -> bool:
    words = WORD.findall(headline)
    return len(words) >= LEAST and sum(word[0].isupper() for word in words) >= SHARE * len(words)


def _cased(word: str, words: frozenset[str], names: frozenset[str], lexicon: Lexicon, *, opens: bool) -> str:
    """A word as the body has it; one the body lacks is no name, unless the lexicon knows it as one."""
    title, lowered = word[0] + word[1:].lower(), word.lower()
    if len(lowered) != len(word) or len(title) != len(word):
        return word
    if opens or word == "I" or lowered in DATES:
        return title
    if lowered in FUNCTION:
        return lowered
    if title in names:
        return title
    known = title in words or lexicon.kind(title) is not None or lexicon.is_demonym(title)
    return title if known and lowered not in words and word[0].isupper() else lowered
