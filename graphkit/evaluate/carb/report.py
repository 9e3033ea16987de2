"""CaRB's scores in words: the figures, each rule's share in them, and the worst tuples."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.evaluate.carb.benchmark import Curve, Outcome, compare
from graphkit.evaluate.carb.tuples import Tuple, Tuples
from graphkit.evaluate.figures import share
from graphkit.evaluate.report import Report, Table


@dataclass(frozen=True, slots=True)
class RuleScore:
    """One rule at the best threshold.

    tuples: how many it made. precision: mean word precision of them.
    gain: best F1 with the rule less best F1 without it.
    """

    rule: str
    tuples: int
    precision: float
    gain: float


def score_rules(gold: Tuples, found: Tuples, curve: Curve) -> list[RuleScore]:
    """Each rule that kept a tuple at the best threshold, by falling gain."""
    by_rule: dict[str, list[float]] = {}
    for outcome in curve.found:
        by_rule.setdefault(outcome.tuple.rule, []).append(outcome.credit)
    scores = [
        RuleScore(rule, len(earned), share(sum(earned), len(earned)), curve.f1 - _without(gold, found, rule))
        for rule, earned in sorted(by_rule.items())
    ]
    return sorted(scores, key=lambda score: (-score.gain, score.rule))


def _without(gold: Tuples, found: Tuples, rule: str) -> float:
    rest = {key: [one for one in tuples if one.rule != rule] for key, tuples in found.items()}
    return compare(gold, rest).f1


def describe(curve: Curve) -> Iterator[str]:
    """The headline figures, a line each."""
    yield f"precision\t{curve.precision:.4f}"
    yield f"recall\t{curve.recall:.4f}"
    yield f"f1\t{curve.f1:.4f}"
    yield f"auc\t{curve.auc:.4f}"
    yield f"threshold\t{curve.threshold:g}"
    yield f"tuples kept\t{len(curve.found)}"
    yield f"gold tuples\t{len(curve.gold)}"


def describe_rules(scores: list[RuleScore]) -> Iterator[str]:
    """A table, a rule a line."""
    yield "rule\ttuples\tprecision\tf1 gained"
    for score in scores:
        yield f"{score.rule or '(none)'}\t{score.tuples}\t{score.precision:.3f}\t{score.gain:+.4f}"


def describe_worst(outcomes: tuple[Outcome, ...], limit: int) -> Iterator[str]:
    """The tuples with the least credit, each with its sentence and what it was held against."""
    worst = sorted(outcomes, key=lambda outcome: (outcome.credit, outcome.tuple.line))
    for outcome in worst[:limit]:
        one = outcome.tuple
        yield f"{outcome.credit:.2f}\t{one.rule or 'line'}:{one.line}\t{_words(one)}"
        yield f"\tagainst\t{_words(outcome.partner) if outcome.partner else '(nothing)'}"
        yield f"\tin\t{one.sentence}"


def _words(one: Tuple) -> str:
    return " | ".join((*one.arguments[:1], f"<{one.predicate}>", *one.arguments[1:]))


def carb_report(gold: Tuples, found: Tuples, curve: Curve) -> Report:
    """The same as a report."""
    rules = tuple(
        (score.rule or "(none)", score.tuples, round(score.precision, 3), round(score.gain, 4))
        for score in score_rules(gold, found, curve)
    )
    return Report(
        title="tuples: CaRB",
        figures={
            "precision": curve.precision,
            "recall": curve.recall,
            "f1": curve.f1,
            "auc": curve.auc,
            "threshold": curve.threshold,
        },
        tables=(
            Table("tuples", ("kept", "gold"), ((len(curve.found), len(curve.gold)),)),
            Table("rules", ("rule", "tuples", "precision", "f1 gained"), rules),
        ),
        examples=tuple(describe_worst(curve.found, len(curve.found))),
    )
