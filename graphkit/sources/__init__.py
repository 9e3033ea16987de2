"""From bytes to articles: the only place that knows formats, encodings and pages."""

from graphkit.sources.find import find
from graphkit.sources.format import Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.notes import Notes
from graphkit.sources.options import Options
from graphkit.sources.phrases import Phrases, read_phrases, shipped_phrases
from graphkit.sources.read import read, read_input
from graphkit.sources.text import read_text

__all__ = [
    "Failure",
    "Input",
    "Notes",
    "Options",
    "Outcome",
    "Phrases",
    "find",
    "read",
    "read_input",
    "read_phrases",
    "read_text",
    "shipped_phrases",
]
