"""Harmless cases: what came out as fact though the text doesn't assert it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.evaluate.figures import share
from graphkit.evaluate.gold import Expected, Forbidden, HarmlessCase
from graphkit.evaluate.gold.cases import plain_words
from graphkit.evaluate.gum import Read
from graphkit.evaluate.report import Report, Table
from graphkit.model import Article, Claim, Extraction, Modality, Polarity


@dataclass(frozen=True, slots=True)
class HarmlessOutcome:
    """One case: claims that must not be there, and expected ones that aren't."""

    case: HarmlessCase
    harmful: tuple[Claim, ...]
    missing: tuple[Expected, ...]


def judge(case: HarmlessCase, extraction: Extraction) -> HarmlessOutcome:
    """Harmful: affirmed, asserted, no speaker, and agreeing with a forbidden line in all its places."""
    harmful = tuple(
        claim
        for claim in extraction.claims
        if _stated_as_fact(claim) and any(agrees(line, claim, extraction) for line in case.forbidden)
    )
    missing = tuple(
        expected
        for expected in case.must
        if not any(_is_expected(expected, claim, extraction) for claim in extraction.claims)
    )
    return HarmlessOutcome(case, harmful, missing)


def agrees(words: Forbidden, claim: Claim, extraction: Extraction) -> bool:
    """Whether each place that names words shares one with the claim."""
    return (
        _meets(words.subject, _names(claim.subject.text, claim.subject.entity, extraction))
        and _meets(words.predicate, _acts(claim.predicate.lemma, claim.predicate.text))
        and _meets(words.object, _beyond(claim, extraction))
    )


def _acts(lemma: str, text: str) -> frozenset[str]:
    """Words of the predicate; of a passive ("be suspended") also the verbs its participle may be of."""
    words = plain_words(f"{lemma} {text}")
    participle = lemma.removeprefix("be ").partition(" ")[0] if lemma.startswith("be ") else ""
    if not participle.endswith("ed"):
        return words
    stem = participle.removesuffix("ed")
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return words | {stem, f"{stem}e", undoubled}


def _stated_as_fact(claim: Claim) -> bool:
    return (
        claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED and claim.speaker is None
    )


def _is_expected(expected: Expected, claim: Claim, extraction: Extraction) -> bool:
    if claim.polarity is not expected.polarity or claim.modality is not expected.modality:
        return False
    if expected.speaker is not None:
        said = claim.speaker
        names = _names(said.text, said.entity, extraction) if said else frozenset()
        if bool(expected.speaker) != bool(said) or not _meets(expected.speaker, names):
            return False
    return agrees(expected.words, claim, extraction)


def _meets(wanted: frozenset[str], words: frozenset[str]) -> bool:
    return not wanted or bool(wanted & words)


def _names(text: str, entity: str, extraction: Extraction) -> frozenset[str]:
    """The words themselves, and those of the entity's name and other mentions ("he"), appositions left out."""
    whole = extraction.article.text
    wordings = [text]
    for one in extraction.entities:
        if one.id == entity:
            mentions = (whole[m.start : m.end] for m in one.mentions)
            wordings += [one.name, *(mention for mention in mentions if "," not in mention)]
    return plain_words(" ".join(wordings))


def _beyond(claim: Claim, extraction: Extraction) -> frozenset[str]:
    """Words of the object and of every argument."""
    words = _names(claim.object.text, claim.object.entity, extraction) if claim.object else frozenset()
    for argument in claim.arguments:
        words |= _names(argument.text, argument.entity or "", extraction)
    return words


def score_harmless(cases: Iterable[HarmlessCase], read: Read) -> Report:
    """harmful: how many claims are; the examples are all of them, then what is missing."""
    outcomes = [judge(case, read(Article(text=case.text))) for case in cases]
    harmful = sum(len(one.harmful) for one in outcomes)
    expected = sum(len(one.case.must) for one in outcomes)
    missing = sum(len(one.missing) for one in outcomes)
    return Report(
        title="harmless cases",
        figures={
            "cases": len(outcomes),
            "harmful": harmful,
            "harmless.share": share(sum(not one.harmful for one in outcomes), len(outcomes)),
            "expected.recall": share(expected - missing, expected),
        },
        tables=(
            _breakdown("construction", [(one.case.construction, one) for one in outcomes]),
            _breakdown("modality", [(one.case.modality, one) for one in outcomes]),
        ),
        examples=(
            *(_describe(one, claim) for one in outcomes for claim in one.harmful),
            *(_describe_missing(one, line) for one in outcomes for line in one.missing),
        ),
    )


def _breakdown(by: str, outcomes: list[tuple[str, HarmlessOutcome]]) -> Table:
    cases = Counter(name for name, _ in outcomes)
    harmful = Counter(name for name, one in outcomes if one.harmful)
    rows = tuple((name, cases[name], harmful[name]) for name in sorted(cases))
    return Table(f"by {by}", (by, "cases", "harmful"), rows)


def _describe(one: HarmlessOutcome, claim: Claim) -> str:
    beyond = claim.object.text if claim.object else ""
    words = " | ".join((claim.subject.text, f"<{claim.predicate.text}>", beyond))
    return f"harmful, line {one.case.line} ({one.case.construction}, {claim.rule}): {words}: {one.case.text}"


def _describe_missing(one: HarmlessOutcome, expected: Expected) -> str:
    places = (expected.words.subject, expected.words.predicate, expected.words.object)
    words = " | ".join("/".join(sorted(place)) for place in places)
    flags = f"{expected.polarity}, {expected.modality}"
    return f"missing, line {one.case.line}: {words} ({flags}): {one.case.text}"
