"""CaRB: open extractions scored against crowdsourced gold tuples (Bhardwaj, Aggarwal, Mausam, EMNLP 2019).

The figures equal those of the benchmark's published scorer with its default matcher.
"""

from graphkit.evaluate.carb.benchmark import Curve, Outcome, compare
from graphkit.evaluate.carb.tuples import Tuple, read_gold, read_tuples

__all__ = ["Curve", "Outcome", "Tuple", "compare", "read_gold", "read_tuples"]
