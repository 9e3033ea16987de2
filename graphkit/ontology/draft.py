"""The well-formed pieces of an ontology file that may have ill-formed ones too.

The checks work on this, so that one misspelt key doesn't hide the other problems of a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graphkit.ontology.declared import Sense, Words, _sense
from graphkit.ontology.lines import Key

Place = tuple[Key, ...]

_WORDS: TypeAdapter[tuple[str, ...]] = TypeAdapter(Words)


@dataclass(frozen=True, slots=True)
class PlacedSense:
    """A sense, the relation it is of, and where in the file it stands. key: "predicates" or "nouns"."""

    relation: str
    key: str
    place: Place
    sense: Sense


@dataclass(frozen=True, slots=True)
class Draft:
    """Names and senses of a file, as far as they could be read."""

    kinds: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relations: dict[str, dict[str, Any]] = field(default_factory=dict)
    senses: tuple[PlacedSense, ...] = ()


def draft(data: Any) -> Draft:
    """What can be read of a file's values."""
    if not isinstance(data, dict):
        return Draft()
    relations = {str(n): r for n, r in _mapping(data, "relations").items() if isinstance(r, dict)}
    return Draft(
        kinds=tuple(str(name) for name in _mapping(data, "kinds")),
        words=dict(_classes(_mapping(data, "words"))),
        relations=relations,
        senses=tuple(placed for name, relation in relations.items() for placed in _senses(name, relation)),
    )


def _mapping(data: dict[Any, Any], key: str) -> dict[Any, Any]:
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def _classes(words: dict[Any, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, listed in words.items():
        try:
            yield str(name), _WORDS.validate_python(listed)
        except ValidationError:
            yield str(name), ()


def _senses(name: str, relation: dict[str, Any]) -> Iterator[PlacedSense]:
    for key in ("predicates", "nouns"):
        listed = relation.get(key)
        for position, item in enumerate(listed if isinstance(listed, list) else ()):
            try:
                sense = Sense.model_validate(_sense(item))
            except ValidationError:
                continue
            yield PlacedSense(name, key, ("relations", name, key, position), sense)
