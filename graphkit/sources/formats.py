"""The formats that are read. A new one is a file of its own, with a line in `FORMATS`."""

from graphkit.sources.format import Format
from graphkit.sources.inputs import Input
from graphkit.sources.plain import PLAIN
from graphkit.sources.records import RECORDS

FORMATS: tuple[Format, ...] = (RECORDS, PLAIN)
"""In the order they are asked. The last takes what no other knows, and refuses by name what it can't read."""

SUFFIXES = frozenset().union(*(form.suffixes for form in FORMATS))
"""What is read in a folder; a file named on the command line is read whatever its name."""


def format_of(source: Input, head: bytes) -> Format:
    """The format of an input that begins with these bytes: content counts before name."""
    for form in FORMATS:
        if form.begins(head):
            return form
    return next((form for form in FORMATS if source.suffix in form.suffixes), FORMATS[-1])
