"""Words copied from an article, back to where they stand in it."""

import re

from graphkit.model import Span

ELISION = " ... "
_OCCURRENCE = re.compile(r"(?P<words>.*\S)\s*@(?P<number>[1-9]\d*)", re.DOTALL)


def occurrences(snippet: str, text: str, within: Span) -> list[Span]:
    """Every place of the snippet between the offsets; any white space in it meets any in the text."""
    words = snippet.split()
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    after = r"(?!\w)" if re.search(r"\w$", words[-1]) else ""
    found = re.compile(before + pattern + after).finditer(text, within.start, within.end)
    return [Span(match.start(), match.end()) for match in found]


def split_occurrence(snippet: str) -> tuple[str, int | None]:
    """`Russia@2` is ("Russia", 2); without a number ("Russia", None)."""
    match = _OCCURRENCE.fullmatch(snippet)
    return (match["words"], int(match["number"])) if match else (snippet, None)


def find(snippet: str, text: str, within: Span) -> tuple[Span | None, bool]:
    """The place the snippet means, and whether it could mean another (no number, several places)."""
    words, number = split_occurrence(snippet)
    places = occurrences(words, text, within)
    if len(places) < (number or 1):
        return None, False
    return places[(number or 1) - 1], number is None and len(places) > 1


def find_pieces(snippet: str, text: str, within: Span) -> tuple[tuple[Span, ...], str | None, bool]:
    """The places of the pieces parted by ` ... `, each looked for behind the one before.

    Gives the places, the piece that wasn't found, and whether the first piece could stand elsewhere.
    """
    places: list[Span] = []
    doubtful = False
    start = within.start
    for piece in snippet.split(ELISION):
        place, several = find(piece, text, Span(start, within.end))
        if place is None:
            return tuple(places), piece, doubtful
        doubtful = doubtful or (several and not places)
        places.append(place)
        start = place.end
    return tuple(places), None, doubtful


def find_nearest(snippet: str, text: str, sentence: Span) -> Span | None:
    """In the sentence; else the last place before it; else the first behind it."""
    here, _ = find(snippet, text, sentence)
    if here is not None:
        return here
    words, number = split_occurrence(snippet)
    before = occurrences(words, text, Span(0, sentence.start))
    if before:
        steps = number or 1
        return before[-steps] if len(before) >= steps else None
    return find(snippet, text, Span(sentence.end, len(text)))[0]


def find_sentence(snippet: str, text: str, start: int) -> Span | None:
    """The first stretch from `start` on with these words, or those at its start and end around ` ... `."""
    rest = Span(start, len(text))
    whole = occurrences(snippet, text, rest)
    if whole:
        return whole[0]
    places, missing, _ = find_pieces(snippet, text, rest)
    return Span(places[0].start, places[-1].end) if missing is None and places else None
