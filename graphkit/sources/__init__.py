"""From bytes to articles: the only place that knows formats, encodings and pages."""

from graphkit.sources.fetching import Fetching
from graphkit.sources.find import find
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.limits import Limits
from graphkit.sources.mapping import FieldMap, read_mapping
from graphkit.sources.notes import Notes
from graphkit.sources.options import Options
from graphkit.sources.phrases import Phrases, read_phrases, shipped_phrases
from graphkit.sources.read import read, read_input
from graphkit.sources.text import compose, read_text
from graphkit.sources.tools import Tools
from graphkit.sources.visits import Visit, Visits

__all__ = [
    "Failure",
    "Fetching",
    "FieldMap",
    "Format",
    "Input",
    "Limits",
    "Notes",
    "Options",
    "Outcome",
    "Phrases",
    "Tools",
    "Visit",
    "Visits",
    "compose",
    "find",
    "read",
    "read_input",
    "read_mapping",
    "read_phrases",
    "read_text",
    "shipped_phrases",
]
