"""Words as scorers compare them."""

import re
from collections.abc import Iterable, Mapping

from graphkit.model import Span

_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = frozenset(
    _WORD.findall(
        """a an the this that these those some any its it his her their our my your he she they we i you
        him them us of in on at by for from to with into onto upon over under about against between
        among through during before after as than and or but nor if while because so not no be is am
        are was were been being has have had having do does did will would shall should can could may
        might must who whom whose which what there here s t re ve ll"""
    )
)
_PRONOUNS = re.compile(
    "i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|who|whom|whose|which|that|this",
    re.IGNORECASE,
)


def word_spans(text: str) -> list[Span]:
    """Runs of letters and digits, in order."""
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """Words in lower case, in order."""
    return _WORD.findall(text.lower())


def content_words(text: str) -> frozenset[str]:
    """Words in lower case without function words; all of them where nothing else is left."""
    words = frozenset(words_of(text))
    return words - _FUNCTION_WORDS or words


def shares_half(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether at least half of the shorter side's words are on the other side too."""
    shorter = min(len(one), len(other))
    return shorter > 0 and 2 * len(one & other) >= shorter


def covered(spans: Iterable[Span], words: list[Span]) -> frozenset[int]:
    """Indices of the words any of the spans touches."""
    wanted = list(spans)
    return frozenset(
        index
        for index, word in enumerate(words)
        if any(span.start < word.end and word.start < span.end for span in wanted)
    )


def most_common(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """By falling count, then by name: the same order everywhere."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def around(text: str, span: Span, width: int = 40) -> str:
    """The words at a span with some to either side, on one line."""
    return " ".join(text[max(0, span.start - width) : span.end + width].split())


def is_pronoun(words: str) -> bool:
    """Whether the words are one personal, possessive or relative pronoun."""
    return _PRONOUNS.fullmatch(words) is not None
