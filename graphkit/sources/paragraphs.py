"""Lines to paragraphs: a blank line parts them; lines broken by a typewriter's margin are joined.

A text is hard-wrapped when its lines break in mid-sentence at one width. Elsewhere each line is a paragraph
of its own, as content systems write them. The items of a list keep their lines.
"""

import re
from itertools import pairwise

NARROWEST_WRAP = 30
WIDEST_WRAP = 120
"""Characters: what is longer was never wrapped by hand or by a mailer."""

ITEM = re.compile(r"(?:[-*•·▪‣–+]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# Lines of a page's head stand alone, even where the headline above fills its line.
ALONE = re.compile(
    r"By [A-Z][\w.'’-]+(?:,? (?:and )?[A-Z][\w.'’-]+){1,8}|(?:[A-Z][a-z]+,? )?[A-Z][a-z]+ \d{1,2}, \d{4}"
)
LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: \S")
HYPHENATED = re.compile(r"\w-$")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with plain spaces and line ends, none empty, each without blank lines."""
    blocks = [lines for block in re.split(r"\n\n+", text) if (lines := block.strip("\n").split("\n")) != [""]]
    width = wrap_width(blocks)
    return [paragraph for block in blocks for paragraph in _join(block, width)]


def wrap_width(blocks: list[list[str]]) -> int | None:
    """The margin the text was wrapped at, in characters, or None where it wasn't."""
    breaks = [(line, after) for block in blocks for line, after in pairwise(block) if not ITEM.match(after)]
    if not breaks:
        return None
    lengths = sorted(len(line) for line, _ in breaks)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    wrapped = [line for line, after in breaks if _is_full(line, after, width)]
    in_mid_sentence = sum(1 for line in wrapped if not SENTENCE_END.search(line))
    # Little but an address or a headline goes past a margin; paragraphs on one line do.
    past = sum(1 for block in blocks for line in block if len(line) > 1.2 * width and " " in line)
    is_margin = NARROWEST_WRAP <= width <= WIDEST_WRAP and 3 * past <= len(breaks)
    return width if is_margin and 2 * in_mid_sentence >= len(breaks) else None


def is_item(line: str) -> bool:
    """Whether the line begins like an item of a list."""
    return ITEM.match(line) is not None


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word no longer fitted: a break that is the margin's, not the writer's."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _join(block: list[str], width: int | None) -> list[str]:
    """The block's paragraphs: wrapped lines joined, items of a list kept as lines of one paragraph."""
    joined = [[block[0]]]
    in_list = is_item(block[0])
    for before, line in pairwise(block):
        if width is not None and _continues(before, line, width, in_list):
            joined[-1] += ["" if HYPHENATED.search(before) else " ", line]
        elif in_list and is_item(line):
            joined[-1] += ["\n", line]
        else:
            joined.append([line])
            in_list = is_item(line)
    return ["".join(pieces) for pieces in joined]


def _continues(before: str, line: str, width: int, in_list: bool) -> bool:
    """Whether the line goes on with the paragraph before it. A dash at the margin looks like an item."""
    if ALONE.fullmatch(line) or (LABEL.match(line) and LABEL.match(before)):
        return False
    ended = SENTENCE_END.search(before) is not None
    if is_item(line):
        return _is_full(before, line, width) and not ended and not in_list
    return _is_full(before, line, width) or (not ended and line[:1].islower())
