"""Precision, recall and F1 over confidence thresholds, and the area under their curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphkit.evaluate.carb.match import Match, match
from graphkit.evaluate.carb.tuples import Tuple, Tuples
from graphkit.evaluate.figures import f1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tuple earned at the best threshold.

    partner: for an extracted tuple the gold tuple it was matched with, if any; for a gold tuple the
        extracted tuple that covers it best, if any.
    credit: word precision of an extracted tuple, word recall of a gold tuple.
    """

    tuple: Tuple
    partner: Tuple | None
    credit: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The scores. precision, recall, f1: at the threshold with the best F1, which is `threshold`.

    points: (threshold, precision, recall) by rising threshold.
    found, gold: what each tuple earned at `threshold`, in the order of the files.
    """

    precision: float
    recall: float
    f1: float
    auc: float
    threshold: float
    points: tuple[tuple[float, float, float], ...]
    found: tuple[Outcome, ...]
    gold: tuple[Outcome, ...]


def compare(gold: Tuples, found: Tuples) -> Curve:
    """Score extracted tuples against gold tuples; sentences without gold don't count.

    Precision matches one to one, the best word precision first; recall lets one extracted tuple cover
    several gold tuples. A threshold keeps tuples of at least that confidence.
    """
    sentences = [_Sentence(golds, found.get(key, [])) for key, golds in gold.items()]
    thresholds = sorted({one.confidence for tuples in found.values() for one in tuples})
    points = tuple((threshold, *_point(sentences, threshold)) for threshold in thresholds)
    if not points:
        lost = tuple(Outcome(one, None, 0.0) for tuples in gold.values() for one in tuples)
        return Curve(0.0, 0.0, 0.0, 0.0, 0.0, (), (), lost)
    best = max(points, key=lambda point: f1(point[1], point[2]))
    return Curve(
        precision=best[1],
        recall=best[2],
        f1=f1(best[1], best[2]),
        auc=_area(points),
        threshold=best[0],
        points=points,
        found=tuple(outcome for sentence in sentences for outcome in sentence.found_outcomes(best[0])),
        gold=tuple(outcome for sentence in sentences for outcome in sentence.gold_outcomes(best[0])),
    )


class _Sentence:
    """Gold and extracted tuples of one sentence, with the matches between them."""

    def __init__(self, gold: Sequence[Tuple], found: Sequence[Tuple]) -> None:
        self.gold = gold
        self.found = found
        self.matches: list[list[Match]] = [[match(g, f) for f in found] for g in gold]
        self._earned: dict[float, tuple[float, int, float]] = {}

    def earned(self, threshold: float) -> tuple[float, int, float]:
        """(precision credits, tuples kept, recall credits) at the threshold."""
        # Between two confidences of this sentence nothing changes: answer for the next one up.
        level = min((f.confidence for f in self.found if f.confidence >= threshold), default=None)
        if level is None:
            return 0.0, 0, 0.0
        if level not in self._earned:
            pairs = self._pairs(level)
            precise = sum(self.matches[row][column][0] for column, row in pairs.items())
            covered = sum(outcome.credit for outcome in self.gold_outcomes(level))
            self._earned[level] = precise, len(self._kept(level)), covered
        return self._earned[level]

    def found_outcomes(self, threshold: float) -> list[Outcome]:
        pairs = self._pairs(threshold)
        outcomes = []
        for column in self._kept(threshold):
            row = pairs.get(column)
            credit = 0.0 if row is None else self.matches[row][column][0]
            partner = self.gold[row] if row is not None and credit else None
            outcomes.append(Outcome(self.found[column], partner, credit))
        return outcomes

    def gold_outcomes(self, threshold: float) -> list[Outcome]:
        kept = self._kept(threshold)
        outcomes = []
        for row, gold in enumerate(self.gold):
            best = max(kept, key=lambda column: self.matches[row][column][1], default=None)
            credit = 0.0 if best is None else self.matches[row][best][1]
            partner = self.found[best] if best is not None and credit else None
            outcomes.append(Outcome(gold, partner, credit))
        return outcomes

    def _kept(self, threshold: float) -> list[int]:
        return [column for column, one in enumerate(self.found) if one.confidence >= threshold]

    def _pairs(self, threshold: float) -> dict[int, int]:
        """Gold row by extracted column: the best word precision first, ties by order of the files."""
        cells = [
            (-self.matches[row][column][0], row, column)
            for row in range(len(self.gold))
            for column in self._kept(threshold)
        ]
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, row, column in sorted(cells):
            if row not in taken and column not in pairs:
                taken.add(row)
                pairs[column] = row
        return pairs


def _point(sentences: Sequence[_Sentence], threshold: float) -> tuple[float, float]:
    earned = [sentence.earned(threshold) for sentence in sentences]
    kept = sum(count for _, count, _ in earned)
    wanted = sum(len(sentence.gold) for sentence in sentences)
    # As published: where nothing is kept precision counts as 1.
    precision = sum(credit for credit, _, _ in earned) / kept if kept else 1.0
    recall = sum(credit for _, _, credit in earned) / wanted if wanted else 0.0
    return precision, recall


def _area(points: Sequence[tuple[float, float, float]]) -> float:
    """Trapezoids under precision over recall, closed at recall 0 with precision 1."""
    curve = [(recall, precision) for _, precision, recall in points] + [(0.0, 1.0)]
    return sum((right - left) * (high + low) / 2 for (right, high), (left, low) in pairwise(curve))
