"""Scores of whole gold articles: claims found, and how rightly the matched ones are meant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.errors import RecordError
from graphkit.evaluate.claims import Matching, Pair, match_claims, same_content, same_speaker
from graphkit.evaluate.figures import Counts, share
from graphkit.evaluate.gold import GoldArticle, GoldClaim
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.evaluate.words import most_common
from graphkit.model import Claim, Extraction, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: what matched, and what it was read as."""

    matching: Matching
    extraction: Extraction

    @property
    def counts(self) -> Counts:
        """Optional gold claims count neither when found nor when missed."""
        right = sum(not pair.gold.optional for pair in self.matching.pairs)
        return Counts(right, right + len(self.matching.spurious), right + len(self.matching.missed))


def score_article(gold: GoldArticle, extraction: Extraction) -> Scored:
    """Match one article; RecordError where another text was read."""
    if extraction.article.text != gold.article.text:
        raise RecordError(
            f"{gold.name} was read with another text: read gold articles without repairing them"
        )
    return Scored(match_claims(gold, extraction), extraction)


def score_claims(golds: Iterable[GoldArticle], read: Read) -> Report:
    """All gold articles as one corpus."""
    scored = [score_article(gold, read(gold.article)) for gold in golds]
    total = sum((one.counts for one in scored), Counts())
    pairs = [(one, pair) for one in scored for pair in one.matching.pairs]
    speakers = [_speaker_outcome(one, pair) for one, pair in pairs]
    measured = {
        "speaker": [word.startswith("right") for word in speakers],
        "polarity": [p.found.polarity == p.gold.polarity for _, p in pairs],
        "modality": [p.found.modality == p.gold.modality for _, p in pairs],
        "content": [same_content(p, one.matching) for one, p in pairs],
        "relation": [p.found.relation == p.gold.relation for _, p in pairs if p.gold.relation is not None],
        "time": [_same_time(p) for _, p in pairs if _gold_time(p.gold) is not None],
    }
    figures = {"precision": total.precision, "recall": total.recall, "f1": total.f1}
    figures |= {
        f"{name}.accuracy": share(sum(right), len(right)) for name, right in measured.items() if right
    }
    return Report(
        title="claims",
        figures=figures,
        tables=(
            Table("counts", ("articles", "right", "found", "gold"), (_totals(scored, total),)),
            _confusion("polarity", [(p.gold.polarity, p.found.polarity) for _, p in pairs], tuple(Polarity)),
            _confusion("modality", [(p.gold.modality, p.found.modality) for _, p in pairs], tuple(Modality)),
            Table("speaker", ("outcome", "claims"), tuple(most_common(Counter(speakers)))),
            _relations([pair for _, pair in pairs]),
            _rules(scored),
            _articles(scored),
        ),
        examples=tuple(line for one in scored for line in _examples(one)),
    )


def _totals(scored: list[Scored], total: Counts) -> tuple[str | float, ...]:
    return (len(scored), total.right, total.found, total.wanted)


def _speaker_outcome(one: Scored, pair: Pair) -> str:
    if same_speaker(pair, one.matching.gold, one.extraction):
        return "right, the article" if pair.gold.speaker is None else "right, somebody"
    if pair.found.speaker is None:
        return "missed"
    return "made up" if pair.gold.speaker is None else "somebody else"


def _gold_time(claim: GoldClaim) -> str | None:
    return next((one.value for one in claim.arguments if one.role == "time" and one.value), None)


def _same_time(pair: Pair) -> bool:
    return pair.found.happened == _gold_time(pair.gold)


def _confusion(title: str, outcomes: list[tuple[str, str]], names: tuple[str, ...]) -> Table:
    counts = Counter((str(gold), str(found)) for gold, found in outcomes)
    rows: list[tuple[str | float, ...]] = [
        (str(gold), *(counts[str(gold), str(found)] for found in names)) for gold in names
    ]
    return Table(f"{title}: gold by row, found by column", ("gold", *map(str, names)), tuple(rows))


def _relations(pairs: list[Pair]) -> Table:
    counts: dict[str, Counts] = {}
    for pair in pairs:
        if pair.gold.relation is None:
            continue
        right = pair.gold.relation == pair.found.relation
        counts[pair.gold.relation] = counts.get(pair.gold.relation, Counts()) + Counts(right, 0, 1)
        counts[pair.found.relation] = counts.get(pair.found.relation, Counts()) + Counts(0, 1, 0)
    rows = tuple(
        (name, one.right, one.found, one.wanted, round(one.f1, 4)) for name, one in sorted(counts.items())
    )
    return Table("relations of matched claims", ("relation", "right", "found", "gold", "f1"), rows)


def _rules(scored: list[Scored]) -> Table:
    right = Counter(pair.found.rule for one in scored for pair in one.matching.pairs)
    wrong = Counter(claim.rule for one in scored for claim in one.matching.spurious)
    found = most_common(right + wrong)
    rows = tuple((rule or "(none)", count, round(share(right[rule], count), 4)) for rule, count in found)
    return Table("rules", ("rule", "claims", "precision"), rows)


def _articles(scored: list[Scored]) -> Table:
    rows = tuple(
        (one.matching.gold.name, one.matching.gold.kind, one.counts.wanted, round(one.counts.f1, 4))
        for one in scored
    )
    return Table("articles", ("article", "kind", "gold claims", "f1"), rows)


def _examples(one: Scored) -> Iterable[str]:
    matching = one.matching
    name, text = matching.gold.name, matching.gold.article.text
    for pair in matching.pairs:
        for what, right, found, wanted in _flags(pair):
            if not right:
                yield f"{name}:{pair.gold.line} {what}: {found}, not {wanted}: {_found_words(pair.found)}"
        if not same_speaker(pair, matching.gold, one.extraction):
            said = pair.found.speaker.text if pair.found.speaker else "the article"
            span = pair.gold.speaker
            wanted = text[span.start : span.end] if span else "the article"
            yield f"{name}:{pair.gold.line} speaker: {said!r}, not {wanted!r}: {_found_words(pair.found)}"
    for claim in matching.spurious:
        yield f"{name} not in the gold ({claim.rule}): {_found_words(claim)}"
    for gold in matching.missed:
        yield f"{name}:{gold.line} missed: {_gold_words(gold, text)}"


def _flags(pair: Pair) -> Iterable[tuple[str, bool, str, str]]:
    gold, found = pair.gold, pair.found
    yield "polarity", gold.polarity == found.polarity, found.polarity, gold.polarity
    yield "modality", gold.modality == found.modality, found.modality, gold.modality
    if gold.relation is not None:
        yield "relation", gold.relation == found.relation, found.relation, gold.relation


def _found_words(claim: Claim) -> str:
    parts = [claim.subject.text, f"<{claim.predicate.text}>"]
    parts += [claim.object.text] if claim.object else []
    parts += [f"{argument.role}: {argument.text}" for argument in claim.arguments]
    return " ".join(" | ".join(parts).split())


def _gold_words(claim: GoldClaim, text: str) -> str:
    def words(start: int, end: int) -> str:
        return text[start:end]

    parts = [words(claim.subject.start, claim.subject.end)]
    parts.append("<" + " ".join(words(span.start, span.end) for span in claim.predicate) + ">")
    parts += [words(claim.object.start, claim.object.end)] if claim.object else []
    parts += [f"{one.role}: {words(one.span.start, one.span.end)}" for one in claim.arguments]
    return " ".join(" | ".join(parts).split())
