"""Matching found claims with gold ones, and how the matched ones are meant."""

from dataclasses import dataclass

from graphkit.evaluate.assignment import best_assignment
from graphkit.evaluate.gold import GoldArticle, GoldClaim
from graphkit.evaluate.words import covered, is_pronoun, word_spans
from graphkit.model import Claim, ClaimEnd, Extraction, Span

THRESHOLD = 0.5
"""F1 of the words from which two claims can be the same."""

BESIDE = frozenset({"governing act", "nominal event"})
"""Rules of acts told beside a clause's own claim: the gold has none of them, so they are neither right nor wrong."""

_PREFERENCE = 1e-6
"""Added for gold claims that must be found, so that optional ones don't take their matches."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A found claim and the gold claim it is."""

    found: Claim
    gold: GoldClaim
    agreement: float


@dataclass(frozen=True, slots=True)
class Matching:
    """One article. pairs: by the order of the gold.

    spurious: found, but no gold claim; those of rules `BESIDE` left out.
    missed: gold claims that must be found and weren't.
    Optional gold claims and skipped sentences are in none of the three, unless found and matched.
    """

    gold: GoldArticle
    pairs: tuple[Pair, ...]
    spurious: tuple[Claim, ...]
    missed: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Indices of the words of each part, and of all parts together."""

    subject: frozenset[int]
    predicate: frozenset[int]
    everything: frozenset[int]


def match_claims(gold: GoldArticle, extraction: Extraction, threshold: float = THRESHOLD) -> Matching:
    """One to one, with the largest sum of agreement.

    Agreement is the F1 of the words (by place) of subject, predicate, object and arguments together. It
    counts only from the threshold on, and if the predicates share a word and the subjects do, or are
    mentions of one entity.
    """
    words = word_spans(gold.article.text)
    found = [claim for claim in extraction.claims if not _skipped(claim, gold)]
    mentions = _mentions(extraction)
    found_parts = [_found_parts(claim, words) for claim in found]
    weights = []
    for claim in gold.claims:
        wanted = _gold_parts(claim, words)
        row = []
        for other, parts in zip(found, found_parts, strict=True):
            same = _same_subject(claim, other, wanted, parts, mentions, words)
            row.append(_agreement(wanted, parts, same_subject=same, threshold=threshold))
        weights.append([weight + _PREFERENCE if weight and not claim.optional else weight for weight in row])
    matched = best_assignment(weights)
    pairs = tuple(Pair(found[column], gold.claims[row], weights[row][column]) for row, column in matched)
    rows, columns = {row for row, _ in matched}, {column for _, column in matched}
    missed = [c for row, c in enumerate(gold.claims) if row not in rows and not c.optional]
    return Matching(
        gold=gold,
        pairs=pairs,
        spurious=tuple(
            claim for column, claim in enumerate(found) if column not in columns and claim.rule not in BESIDE
        ),
        missed=tuple(claim for claim in missed if not gold.sentences[claim.sentence].skip),
    )


def _skipped(claim: Claim, gold: GoldArticle) -> bool:
    return any(one.skip and one.start <= claim.start < one.end for one in gold.sentences)


def _mentions(extraction: Extraction) -> dict[str, list[Span]]:
    return {
        entity.id: [Span(mention.start, mention.end) for mention in entity.mentions]
        for entity in extraction.entities
    }


def _gold_parts(claim: GoldClaim, words: list[Span]) -> _Parts:
    subject, predicate = covered([claim.subject], words), covered(claim.predicate, words)
    others = [argument.span for argument in claim.arguments]
    others += [claim.object] if claim.object is not None else []
    return _Parts(subject, predicate, subject | predicate | covered(others, words))


def _found_parts(claim: Claim, words: list[Span]) -> _Parts:
    subject = covered([_span(claim.subject)], words)
    predicate = covered(claim.predicate.spans, words)
    others = [Span(argument.start, argument.end) for argument in claim.arguments]
    others += [_span(claim.object)] if claim.object is not None else []
    return _Parts(subject, predicate, subject | predicate | covered(others, words))


def _span(end: ClaimEnd) -> Span:
    return Span(end.start, end.end)


def _same_subject(
    gold: GoldClaim,
    found: Claim,
    wanted: _Parts,
    parts: _Parts,
    mentions: dict[str, list[Span]],
    words: list[Span],
) -> bool:
    if wanted.subject & parts.subject:
        return True
    return gold.subject in mentions.get(found.subject.entity, []) and bool(parts.predicate & wanted.predicate)


def _agreement(wanted: _Parts, parts: _Parts, *, same_subject: bool, threshold: float) -> float:
    if not same_subject or not wanted.predicate & parts.predicate:
        return 0.0
    one, other = wanted.everything, parts.everything
    if not wanted.subject & parts.subject:
        # Another mention of the same: its words are as good as those the gold has.
        other = (other - parts.subject) | wanted.subject
    agreement = 2 * len(one & other) / (len(one) + len(other))
    return agreement if agreement >= threshold else 0.0


def same_speaker(pair: Pair, gold: GoldArticle, extraction: Extraction) -> bool:
    """Nobody in both; or words at one place, the same words (no pronouns), or mentions of one entity."""
    found, wanted = pair.found.speaker, pair.gold.speaker
    if found is None or wanted is None:
        return found is None and wanted is None
    if found.start < wanted.end and wanted.start < found.end:
        return True
    text = gold.article.text
    if found.text.casefold() == text[wanted.start : wanted.end].casefold() and not is_pronoun(found.text):
        return True
    return _one_entity(_span(found), found.entity, wanted, gold, extraction)


def _one_entity(found: Span, entity: str, wanted: Span, gold: GoldArticle, extraction: Extraction) -> bool:
    by_extraction = any(_overlap(span, wanted) for span in _mentions(extraction).get(entity, []))
    by_gold = any(
        any(_overlap(span, wanted) for span in one.mentions)
        and any(_overlap(span, found) for span in one.mentions)
        for one in gold.entities
    )
    return by_extraction or by_gold


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def same_content(pair: Pair, matching: Matching) -> bool:
    """Whether both are the content of matched claims, or both of none.

    A gold claim that is the content of one that wasn't found can't be right.
    """
    found, wanted = pair.found.content_of, pair.gold.content_of
    if found is None or wanted is None:
        return found is None and wanted is None
    frame = matching.gold.claims[wanted]
    frames = [other.found.id for other in matching.pairs if other.gold is frame]
    return found in frames
