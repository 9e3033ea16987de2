"""Gold written by hand: whole articles with every claim, and short texts that must stay harmless.

The format is described in `docs/gold-format.md`.
"""

from graphkit.evaluate.gold.article import (
    GoldArgument,
    GoldArticle,
    GoldClaim,
    GoldEntity,
    GoldSentence,
    read_gold_article,
)
from graphkit.evaluate.gold.cases import Expected, Forbidden, HarmlessCase, read_cases
from graphkit.evaluate.gold.problems import Problem, Problems
from graphkit.evaluate.gold.record import to_extraction

__all__ = [
    "Expected",
    "Forbidden",
    "GoldArgument",
    "GoldArticle",
    "GoldClaim",
    "GoldEntity",
    "GoldSentence",
    "HarmlessCase",
    "Problem",
    "Problems",
    "read_cases",
    "read_gold_article",
    "to_extraction",
]
