"""Every candidate for a claim: the rule that made or dropped it, and the words behind how it is meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.model import Article, Claim, Cue, Extraction, Reading, Triple
from graphkit.model.reading import NO_EVENT
from graphkit.pipeline.outcome import FAULTS, Failure, Read, failure, place_of
from graphkit.pipeline.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule found in a sentence. start, end: of its predicate's words.

    words: subject, predicate and object as far as they were found. cues: behind speaker, polarity, modality and time.
    reason: why it became no claim. claim: what it became. One of the two is None.
    """

    sentence: int
    start: int
    end: int
    rule: str
    words: tuple[str, ...]
    cues: tuple[Cue, ...] = ()
    reason: str | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An extraction, and the candidates it comes from in the order of the text."""

    extraction: Extraction
    candidates: tuple[Candidate, ...]


def explanation(
    reading: Reading, cues: Sequence[tuple[Cue, ...]], extraction: Extraction, places: Sequence[int]
) -> Explanation:
    """cues: of each triple. places: of each claim, the place of its triple."""
    text = reading.article.text
    made = dict(zip(places, extraction.claims, strict=True))
    found = [
        *(
            _of_triple(triple, heard, made.get(at))
            for at, (triple, heard) in enumerate(zip(reading.triples, cues, strict=True))
        ),
        *(
            Candidate(
                one.sentence, one.start, one.end, one.rule, (text[one.start : one.end],), reason=one.reason
            )
            for one in reading.rejected
        ),
    ]
    return Explanation(extraction, tuple(sorted(found, key=lambda one: (one.sentence, one.start, one.end))))


def explained(articles: Iterable[Read], recipe: Recipe) -> Iterator[Explanation | Failure]:
    """Each article explained, in their order; one that was extracted before is read again, for its words."""
    from graphkit.pipeline.stages import extractor  # noqa: PLC0415 - it brings spaCy with it

    for each in articles:
        if isinstance(each, Failure):
            yield each
            continue
        article = each if isinstance(each, Article) else each.article
        reader = extractor(recipe)
        try:
            found = reader.explain(article)
        except FAULTS as error:
            yield failure(place_of(article), "reading", error, article)
        else:
            yield found


def _of_triple(triple: Triple, cues: tuple[Cue, ...], claim: Claim | None) -> Candidate:
    words = [triple.subject.text, triple.predicate.text, *([triple.object.text] if triple.object else [])]
    spans = triple.predicate.spans
    reason = NO_EVENT if claim is None else None
    return Candidate(
        triple.sentence, spans[0].start, spans[-1].end, triple.rule, tuple(words), cues, reason, claim
    )
