"""An article's text cut where any mention or part of a claim begins or ends, so that each piece has one look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graphkit.model import Claim, Entity, Extraction, Span

GAP = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one paragraph.

    entity: number of the entity they mention, the innermost where mentions nest; None where there is none.
    kind: how it is mentioned: name, nominal or pronoun.
    claims: numbers of the claims whose predicate they belong to.
    """

    start: int
    end: int
    text: str
    entity: int | None = None
    kind: str = ""
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in paragraphs of pieces; pieces are numbered through."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    pieces: tuple[Piece, ...] = field(repr=False)

    def within(self, span: Span) -> list[int]:
        """Numbers of the pieces a span covers: it is one of those the text was cut at."""
        return [
            n for n, piece in enumerate(self.pieces) if span.start <= piece.start and piece.end <= span.end
        ]


def mark(extraction: Extraction) -> Marked:
    """The article's text with its mentions and predicates, cut at every end of every part."""
    text = extraction.article.text
    cuts = sorted({at for span in _spans(extraction) for at in (span.start, span.end)})
    mentions = _mentions(extraction.entities)
    predicates = [
        (span, number) for number, claim in enumerate(extraction.claims) for span in claim.predicate.spans
    ]
    paragraphs = []
    for paragraph in _paragraphs(text):
        bounds = [paragraph.start, *(c for c in cuts if paragraph.start < c < paragraph.end), paragraph.end]
        pieces = []
        for start, end in pairwise(bounds):
            entity, kind = _mentioned(mentions, start, end)
            claims = tuple(
                dict.fromkeys(n for span, n in predicates if span.start <= start and end <= span.end)
            )
            pieces.append(Piece(start, end, text[start:end], entity, kind, claims))
        paragraphs.append(tuple(pieces))
    return Marked(tuple(paragraphs), tuple(piece for paragraph in paragraphs for piece in paragraph))


def parts(claim: Claim) -> Iterator[Span]:
    """Where anything that takes part in the claim stands."""
    yield from claim.predicate.spans
    for part in (claim.subject, claim.object, claim.speaker, *claim.arguments):
        if part is not None:
            yield Span(part.start, part.end)
    if claim.cue is not None:
        yield claim.cue


def _spans(extraction: Extraction) -> Iterator[Span]:
    for claim in extraction.claims:
        yield from parts(claim)
    for entity in extraction.entities:
        for mention in entity.mentions:
            yield Span(mention.start, mention.end)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in (*GAP.finditer(text), None):
        end = len(text.rstrip()) if gap is None else gap.start()
        if start < end:
            yield Span(start, end)
        start = len(text) if gap is None else gap.end()


def _mentions(entities: tuple[Entity, ...]) -> list[tuple[int, int, int, str]]:
    """Length, start, number of the entity and kind of each mention; the shortest, so the innermost, first."""
    found = [
        (mention.end - mention.start, mention.start, number, mention.kind)
        for number, entity in enumerate(entities)
        for mention in entity.mentions
    ]
    return sorted(found)


def _mentioned(mentions: list[tuple[int, int, int, str]], start: int, end: int) -> tuple[int | None, str]:
    for length, at, number, kind in mentions:
        if at <= start and end <= at + length:
            return number, kind
    return None, ""
