"""The two files CaRB compares: gold tuples and extracted tuples, both tab-parted."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.errors import RecordError

RULE_COLUMN = "#rule="
"""Starts the optional last column of an extracted tuple: the name of the language rule that made it."""

CONTEXT_MARK = "C: "
"""Marks a gold argument that holds the speaker's frame; the published reader leaves such arguments out."""

_BRACKETS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")

Tuples = dict[str, list["Tuple"]]
"""Tuples by sentence key (see `sentence_key`), in the order of the file."""


@dataclass(frozen=True, slots=True)
class Tuple:
    """One tuple of words. arguments: subject first. confidence: 1 for gold. line: where it stands, from 1."""

    sentence: str
    predicate: str
    arguments: tuple[str, ...]
    confidence: float = 1.0
    rule: str = ""
    line: int = 0


def sentence_key(sentence: str) -> str:
    """The sentence without spaces and punctuation: tokenisers that differ in those still meet."""
    key = sentence.replace(" ", "")
    for escaped, bracket in _BRACKETS.items():
        key = key.replace(escaped, bracket)
    return _PUNCTUATION.sub("", key)


def read_gold(lines: Iterable[str], place: str = "gold") -> Tuples:
    """Gold: sentence, predicate, argument ... RecordError names `place` and the line."""
    found: Tuples = {}
    for number, line in enumerate(lines, 1):
        columns = line.strip().split("\t")
        if len(columns) < 2:
            raise RecordError(f"{place}:{number} has no predicate: write sentence, predicate, argument ...")
        sentence, predicate, *arguments = (column.strip() for column in columns)
        kept = tuple(argument for argument in arguments if CONTEXT_MARK not in argument)
        one = Tuple(sentence, predicate, kept, line=number)
        found.setdefault(sentence, []).append(one)
    return _by_key(found)


def read_tuples(lines: Iterable[str], place: str = "tuples") -> Tuples:
    """Extracted: sentence, confidence, predicate, subject, object, argument ... [`#rule=NAME`].

    Blank lines are passed over. RecordError names `place` and the line.
    """
    found: Tuples = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        one = _read_tuple(line.strip().split("\t"), number, place)
        found.setdefault(one.sentence, []).append(one)
    return _by_key(found)


def _by_key(by_sentence: Tuples) -> Tuples:
    """As published: of sentences that differ in spaces or punctuation only, the last one counts."""
    return {sentence_key(sentence): tuples for sentence, tuples in by_sentence.items()}


def _read_tuple(columns: list[str], number: int, place: str) -> Tuple:
    rule = columns.pop().removeprefix(RULE_COLUMN) if columns[-1].startswith(RULE_COLUMN) else ""
    if len(columns) < 3:
        raise RecordError(
            f"{place}:{number} has {len(columns)} columns: write sentence, confidence, predicate ..."
        )
    sentence, confidence, predicate, *arguments = columns
    try:
        sure = float(confidence)
    except ValueError as error:
        raise RecordError(f"{place}:{number}: confidence {confidence!r} isn't a number") from error
    return Tuple(sentence, predicate, tuple(arguments), sure, rule, number)
