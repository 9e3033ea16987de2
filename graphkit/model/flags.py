"""How a claim is meant: its polarity and its modality."""

from enum import StrEnum


class Polarity(StrEnum):
    """Whether the words affirm or deny."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How the words are meant: as fact, or as something less.

    ORDERED: demanded, asked or urged. CONDITIONAL: "if", hypotheticals, questions.
    POSSIBLE: may, seems, allegedly, is ready to. PLANNED: will, plans to, scheduled.
    """

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    ORDERED = "ordered"
    CONDITIONAL = "conditional"
