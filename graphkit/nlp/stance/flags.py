"""Polarity and modality together, and how one context after another changes them."""

from dataclasses import dataclass

from graphkit.model import Modality, Polarity

MODALITY = {
    "fear": Modality.POSSIBLE, "doubt": Modality.POSSIBLE, "disbelieve": Modality.POSSIBLE, "allege": Modality.POSSIBLE,
    "try": Modality.POSSIBLE, "seem": Modality.POSSIBLE, "enable": Modality.POSSIBLE,
    "unable": Modality.POSSIBLE, "demand": Modality.ORDERED, "promise": Modality.PLANNED,
    "want": Modality.PLANNED, "exclude": Modality.PLANNED,
}  # fmt: skip
NEGATING = frozenset({"deny", "disbelieve", "refuse", "prevent", "exclude", "unable"})
REPORTING = frozenset({"say", "know", "fear", "doubt", "allege"})

TOLD = REPORTING | {"believe"}


@dataclass(frozen=True, slots=True)
class Flags:
    """Plain until something is applied."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED

    def negated(self) -> "Flags":
        """Once more denied: twice is affirmed, but no longer asserted."""
        if self.polarity is Polarity.AFFIRMED:
            return Flags(Polarity.NEGATED, self.modality)
        return Flags(Polarity.AFFIRMED, under(Modality.POSSIBLE, self.modality))

    def weakened(self, modality: Modality) -> "Flags":
        """Beneath something meant as `modality`."""
        if modality is Modality.ASSERTED:
            return self
        return Flags(self.polarity, under(modality, self.modality))


def under(outer: Modality, inner: Modality) -> Modality:
    """The outer one counts, a condition before all: *may want to* is possible, *urged to think* ordered."""
    if inner is Modality.CONDITIONAL or outer is Modality.ASSERTED:
        return inner
    return outer


def embedded(kind: str, flags: Flags) -> Flags:
    """The flags of a claim that is the content of a word of this class (see `config/cues.yaml`)."""
    if kind in NEGATING:
        flags = flags.negated()
    return flags.weakened(MODALITY.get(kind, Modality.ASSERTED))


def reversed_over(kind: str, flags: Flags) -> Flags:
    """The flags of the content when the word over it is denied.

    *didn't say that P*: P is open. *didn't refuse to P*: P is possible. *doesn't want to P*: not wanted.
    """
    if kind in REPORTING:
        return flags.weakened(Modality.POSSIBLE)
    if kind in NEGATING:
        return Flags(Polarity.AFFIRMED, under(Modality.POSSIBLE, flags.modality))
    return flags.negated()
