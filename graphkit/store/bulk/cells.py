"""Cells of CSV as Neo4j's importer takes them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graphkit.errors import StoreError

BETWEEN = "\x1f"
"""Stands between the items of a list: a character of no text."""
TYPES: Mapping[type, str] = {str: "string", bool: "boolean", int: "long", float: "double", date: "date"}


def type_of(name: str, value: Any) -> str:
    """What the importer calls the type of a value; StoreError for one no property can have."""
    if isinstance(value, list):
        kinds = {type_of(name, each) for each in value}
        if len(kinds) == 1:
            return f"{kinds.pop()}[]"
    for kind, called in TYPES.items():
        if type(value) is kind:
            return called
    raise StoreError(f"property {name} can't be written to a file: {value!r}")


def cell(value: Any) -> str:
    """Text in quotes, so that an empty one is told from none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _quoted(BETWEEN.join(map(str, value)))
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
