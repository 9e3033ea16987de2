"""Measured against gold: takes extractions and gold as values, gives reports."""

from graphkit.evaluate.report import Report, Table, below_floors
from graphkit.evaluate.score import FORMS, Tools, score

__all__ = ["FORMS", "Report", "Table", "Tools", "below_floors", "score"]
