"""A question as a statement with a hole: "Who rejected the plan?" is "Somebody rejected the plan"."""

from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What a question wants to know."""

    WHO = "who"
    WHAT = "what"
    HOW_MANY = "how many"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    WHETHER = "whether"


@dataclass(frozen=True, slots=True)
class Statement:
    """The question put as a statement.

    text: one sentence. start, end: the characters that stand for what is asked ("Somebody"), None where
        nothing does. noun: what stands there is a word of the question ("troops" of *how many troops*).
    passives: forms of the main verb that passives show ("rejected"), as far as they are known.
    plainer: the same statement without *did*, where it may be read if `text` isn't.
    """

    text: str
    asked: Asked
    start: int | None = None
    end: int | None = None
    noun: bool = False
    passives: tuple[str, ...] = ()
    plainer: str | None = None
