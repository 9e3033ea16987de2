"""A claim as a page tells it: its sentence, how it is meant, and each part with where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphkit.model import Claim, ClaimArgument, ClaimEnd, Entity, Extraction, Modality, Polarity, Span
from graphkit.model.naming import sentence
from graphkit.model.told_time import told_time
from graphkit.pages.pieces import Marked

Json = dict[str, Any]

STANCES = (
    ("stated", "stated", "The article says so in its own voice"),
    ("attributed", "attributed", "Someone says so"),
    ("negated", "negated", "It is denied or did not happen"),
    ("possible", "possible", "It may be so"),
    ("planned", "planned", "It is to happen"),
    ("ordered", "demanded", "Someone demands, asks or urges it"),
    ("conditional", "conditional", "It hangs on an if"),
)
"""Name, word and meaning of how a claim can be meant, at a glance."""
LABELS = {"time": "when", "place": "where"}
PLAIN = "asserted"


def stance(claim: Claim) -> str:
    """Which of `STANCES` it is: a denial is one whatever else it is."""
    if claim.polarity is Polarity.NEGATED:
        return "negated"
    if claim.modality is not Modality.ASSERTED:
        return claim.modality.value
    return "stated" if claim.speaker is None else "attributed"


def told(extraction: Extraction, marked: Marked) -> list[Json]:
    """The claims in the order of the record, as values for the page's script; entities by their number."""
    known = {entity.id: entity for entity in extraction.entities}
    numbers = {entity.id: number for number, entity in enumerate(extraction.entities)}
    places: dict[str, int] = {}
    contents: dict[str, list[int]] = {}
    for number, claim in enumerate(extraction.claims):
        places.setdefault(claim.id, number)
        if claim.content_of is not None:
            contents.setdefault(claim.content_of, []).append(number)
    return [
        {
            "name": named(claim, extraction, known, contents, places),
            "stance": stance(claim),
            "polarity": claim.polarity.value,
            "modality": claim.modality.value,
            "relation": claim.relation,
            "mode": claim.mode,
            "rule": claim.rule,
            "confidence": round(claim.confidence, 3),
            "verb": claim.predicate.text,
            "parts": [_part(part, numbers, marked) for part in _parts(claim)],
            "verbs": _pieces(claim.predicate.spans, marked),
            "cue": [] if claim.cue is None else marked.within(claim.cue),
            "within": None if claim.content_of is None else places.get(claim.content_of),
            "contents": contents.get(claim.id, []),
        }
        for claim in extraction.claims
    ]


def named(
    claim: Claim,
    extraction: Extraction,
    known: Mapping[str, Entity],
    contents: Mapping[str, list[int]],
    places: Mapping[str, int],
) -> str:
    """What the claim's node is called in the graph. contents, places: numbers of claims by the id they are of."""
    first, outer = contents.get(claim.id), places.get(claim.content_of or "")
    return sentence(
        claim,
        known,
        extraction.claims[first[0]] if first else None,
        None if outer is None else extraction.claims[outer],
    )


def _parts(claim: Claim) -> Iterator[tuple[str, str, ClaimEnd | ClaimArgument]]:
    """Role, label and the part itself."""
    yield "who", "who", claim.subject
    if claim.object is not None:
        yield "whom", "what or whom", claim.object
    if claim.speaker is not None:
        yield "speaker", "says", claim.speaker
    for argument in claim.arguments:
        yield "more", LABELS.get(argument.role, argument.role), argument


def _part(
    given: tuple[str, str, ClaimEnd | ClaimArgument], numbers: Mapping[str, int], marked: Marked
) -> Json:
    role, label, part = given
    return {
        "role": role,
        "label": label,
        "text": " ".join(part.text.split()),
        "entity": None if part.entity is None else numbers.get(part.entity),
        "value": shown_value(part) if isinstance(part, ClaimArgument) else None,
        "pieces": marked.within(Span(part.start, part.end)),
    }


def shown_value(part: ClaimArgument) -> str | None:
    """What an argument is worth, for people: times in words, all else as it is."""
    return told_time(part.value) if part.role == "time" and part.value else part.value


def _pieces(spans: tuple[Span, ...], marked: Marked) -> list[int]:
    return [piece for span in spans for piece in marked.within(span)]
