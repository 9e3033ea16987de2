"""Events measured against labelled sentences: PLOVER types and actors, CAMEO roles, re3d relations."""

from graphkit.evaluate.events.cameo import read_cameo, score_cameo
from graphkit.evaluate.events.found import FoundEvent, events_of
from graphkit.evaluate.events.plover import LabelledEvent, LabelledSentence, read_plover, score_plover
from graphkit.evaluate.events.re3d import Re3dDocument, read_re3d, score_re3d

__all__ = [
    "FoundEvent",
    "LabelledEvent",
    "LabelledSentence",
    "Re3dDocument",
    "events_of",
    "read_cameo",
    "read_plover",
    "read_re3d",
    "score_cameo",
    "score_plover",
    "score_re3d",
]
