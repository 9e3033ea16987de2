"""The known keys: their names as a user writes them, and the nearest one to a key that isn't known."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from graphkit.settings.values import Settings

Key = tuple[str, ...]

CUSTOMARY: dict[Key, str] = {
    ("neo4j", "uri"): "NEO4J_URI",
    ("neo4j", "username"): "NEO4J_USERNAME",
    ("neo4j", "database"): "NEO4J_DATABASE",
}
"""Variables every Neo4j tool reads; our own names for the rest."""


def known_keys(model: type[BaseModel] = Settings, above: Key = ()) -> Iterator[tuple[Key, Any]]:
    """Each key with its annotation, in the order of the models: (("reading", "workers"), int)."""
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from known_keys(annotation, (*above, name))
        else:
            yield (*above, name), annotation


def variable(key: Key) -> str:
    """The environment variable of a key: GRAPHKIT_READING_WORKERS, NEO4J_URI."""
    return CUSTOMARY.get(key, "_".join(("graphkit", *key)).upper())


def holds_paths(annotation: Any) -> bool:
    """Whether a key's values are paths: one, or several."""
    if get_origin(annotation) in {UnionType, tuple}:
        return any(holds_paths(part) for part in get_args(annotation))
    return annotation is Path


def is_list(annotation: Any) -> bool:
    """Whether a key takes several values."""
    return get_origin(annotation) is tuple


def nearest(key: Key) -> str | None:
    """The known key most like an unknown one, dotted: same section first, then the same name elsewhere."""
    known = [dotted(name) for name, _ in known_keys()] + list(Settings.model_fields)
    wanted = dotted(key)
    close = difflib.get_close_matches(wanted, known, n=1, cutoff=0.75)
    if close:
        return close[0]
    by_name = {name.rpartition(".")[2]: name for name in known}
    close = difflib.get_close_matches(key[-1], list(by_name), n=1, cutoff=0.75)
    return by_name[close[0]] if close else None


def dotted(key: tuple[str | int, ...]) -> str:
    """A key as messages show it: `reading.workers`."""
    return ".".join(str(part) for part in key)
