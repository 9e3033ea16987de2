"""What `explain` and `why-not` found, as lines for people and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from graphkit.model import Cue, Extraction
from graphkit.model.naming import sentence
from graphkit.model.reading import REASONS
from graphkit.pipeline.explain import Candidate, Explanation
from graphkit.pipeline.outcome import place_of
from graphkit.pipeline.tuples import flat
from graphkit.pipeline.why_not import Reason

Json = dict[str, Any]


def as_text(found: Explanation) -> Iterator[str]:
    """Sentence by sentence: "+" before what became a claim, "-" before what was dropped."""
    yield place_of(found.extraction.article)
    for number, quote in enumerate(_quotes(found.extraction)):
        yield f"\n{number + 1}  {quote}"
        for candidate in found.candidates:
            if candidate.sentence == number:
                yield from _lines(candidate, found.extraction)


def as_json(found: Explanation) -> Json:
    """The same by names; offsets are those of the article's text."""
    return {
        "article": place_of(found.extraction.article),
        "id": found.extraction.article.id,
        "sentences": [
            {
                "number": number + 1,
                "text": quote,
                "candidates": [
                    _record(one, found.extraction) for one in found.candidates if one.sentence == number
                ],
            }
            for number, quote in enumerate(_quotes(found.extraction))
        ],
    }


def reasons_text(extraction: Extraction, found: Sequence[Reason]) -> Iterator[str]:
    """The reasons beneath the sentence they are of."""
    yield place_of(extraction.article)
    before = None
    for one in found:
        if one.number is not None and one.number != before:
            yield f"\n{one.number + 1}  {one.quote}"
        before = one.number
        yield f"   {one.kind}: {one.told}"


def reasons_json(extraction: Extraction, found: Sequence[Reason]) -> Json:
    """The same by names."""
    return {
        "article": place_of(extraction.article),
        "id": extraction.article.id,
        "edge": any(one.kind == "edge" for one in found),
        "reasons": [
            {
                "kind": one.kind,
                "told": one.told,
                "sentence": None if one.number is None else one.number + 1,
                "quote": one.quote or None,
                "claim": one.claim,
            }
            for one in found
        ],
    }


def _lines(candidate: Candidate, extraction: Extraction) -> Iterator[str]:
    mark = "-" if candidate.claim is None else "+"
    yield f"   {mark} {' | '.join(flat(words) for words in candidate.words)}  [{candidate.rule}]"
    for cue in candidate.cues:
        yield f"       {cue.part}: {flat(cue.text)!r} ({cue.by}) gives {flat(cue.gives) or 'no date'}"
    if candidate.claim is None:
        yield f"     = dropped, {candidate.reason}: {_why(candidate)}"
        return
    claim = candidate.claim
    yield f"     = {_named(candidate, extraction)}  {claim.relation} {claim.confidence} {claim.id}"


def _record(candidate: Candidate, extraction: Extraction) -> Json:
    claim = candidate.claim
    return {
        "words": list(candidate.words),
        "start": candidate.start,
        "end": candidate.end,
        "rule": candidate.rule,
        "cues": [_cue(cue) for cue in candidate.cues],
        "dropped": None if claim is not None else {"reason": candidate.reason, "told": _why(candidate)},
        "claim": None
        if claim is None
        else {
            "id": claim.id,
            "name": _named(candidate, extraction),
            "relation": claim.relation,
            "polarity": claim.polarity.value,
            "modality": claim.modality.value,
            "speaker": None if claim.speaker is None else claim.speaker.entity,
            "happened": claim.happened,
            "confidence": claim.confidence,
        },
    }


def _cue(cue: Cue) -> Json:
    return asdict(cue) | {"gives": cue.gives or None}


def _why(candidate: Candidate) -> str:
    return REASONS.get(candidate.reason or "", "")


def _named(candidate: Candidate, extraction: Extraction) -> str:
    """The claim as the graph will call it."""
    claim = candidate.claim
    if claim is None:
        return ""
    inner = [one for one in extraction.claims if one.content_of == claim.id]
    first = min(inner, key=lambda one: (one.start, one.id), default=None)
    outer = next((one for one in extraction.claims if one.id == claim.content_of), None)
    return sentence(claim, {entity.id: entity for entity in extraction.entities}, first, outer)


def _quotes(extraction: Extraction) -> list[str]:
    text = extraction.article.text
    return [flat(text[span.start : span.end]) for span in extraction.sentences]
