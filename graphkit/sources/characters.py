"""Characters as they were meant: repairs that look at no word's meaning, in a fixed order.

1. line ends become line feeds
2. mojibake, entities, control codes and ligatures are undone, and Unicode is composed (NFC)
3. what nobody sees is dropped
4. lost apostrophes come back: before step 5, which would hide them
5. every other space is a plain one

Typographic quotes and dashes stay as they are.
"""

import re

import ftfy

from graphkit.sources.apostrophes import restore_apostrophes

LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\v\f\x1c-\x1e]")
BLANK_LINES = re.compile(r"\n{3,}")
# Controls, soft hyphen, fillers, zero-width characters, bidi controls, variation selectors, tags.
UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u115f\u1160\u3164\uffa0\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
SPACES = re.compile("[^\\S\n]+")
# Only such lines can hold anything to undo; ftfy looks long at each line, and most are plain.
NOT_PLAIN = re.compile("[^\t -~]|&")
MOJIBAKE = ftfy.TextFixerConfig(uncurl_quotes=False, fix_line_breaks=False, explain=False)


def repair(text: str) -> str:
    """The text with all repairs, in order; the cost grows with its length alone."""
    for step in REPAIRS:
        text = step(text)
    return text


def unify_line_ends(text: str) -> str:
    """Any line end is one line feed, a paragraph separator (U+2029) two; more blank lines are one."""
    return BLANK_LINES.sub("\n\n", LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n"))


def undo_mojibake(text: str) -> str:
    """Russiaâ€™s -> Russia’s; &amp; -> &; a lone surrogate -> U+FFFD."""
    return "\n".join(
        ftfy.fix_text(line, MOJIBAKE) if NOT_PLAIN.search(line) else line for line in text.split("\n")
    )


def drop_unseen(text: str) -> str:
    """Characters without a shape of their own would part words from their look-alikes."""
    return UNSEEN.sub("", text)


def plain_spaces(text: str) -> str:
    """Any run of spaces within a line is one space; none at the ends of lines."""
    return "\n".join(line.strip() for line in SPACES.sub(" ", text).split("\n"))


REPAIRS = (unify_line_ends, undo_mojibake, drop_unseen, restore_apostrophes, plain_spaces)
