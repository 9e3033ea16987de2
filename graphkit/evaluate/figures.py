"""Shares and their means: precision, recall, F1."""

from dataclasses import dataclass


def share(part: float, whole: float) -> float:
    """part / whole; 0 where there is nothing to have a share of."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Harmonic mean; 0 where both are 0."""
    return share(2 * precision * recall, precision + recall)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was right, found and wanted; fractions where credit is partial.

    right: of the found. covered: of the wanted, where that differs from `right` (else the same number).
    """

    right: float = 0.0
    found: float = 0.0
    wanted: float = 0.0
    covered: float | None = None

    @property
    def precision(self) -> float:
        return share(self.right, self.found)

    @property
    def recall(self) -> float:
        return share(self.right if self.covered is None else self.covered, self.wanted)

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)

    def __add__(self, other: "Counts") -> "Counts":
        covered = None
        if self.covered is not None or other.covered is not None:
            covered = (self.right if self.covered is None else self.covered) + (
                other.right if other.covered is None else other.covered
            )
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted, covered)
