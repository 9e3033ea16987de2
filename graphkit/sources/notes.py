"""What is known of an article beside its text: the file next to it says, or a page's own head does.

Beside talks.txt may lie talks.yaml, talks.yml, talks.json, talks.txt.yaml, talks.txt.yml or talks.txt.json.
"""

import difflib
import json
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import SourceError
from graphkit.sources.characters import repair
from graphkit.sources.dates import ImpossibleDate, parse_date

SUFFIXES = (".yaml", ".yml", ".json")
LARGEST = 65_536
"""Bytes of a sidecar."""

LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known beside the text; None where nothing is. published: ISO. language: ISO 639-1."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    place: str | None = None
    language: str | None = None


NOTHING = Notes()
KEYS = tuple(field.name for field in fields(Notes))

ANNOTATIONS = frozenset(("sentences", "entities", "kind"))
"""Keys of a gold file, which stands beside its text as notes do (docs/gold-format.md): not our business."""


def over(first: Notes, second: Notes) -> Notes:
    """What the first notes say, and the second where those say nothing."""
    return Notes(**{key: getattr(first, key) or getattr(second, key) for key in KEYS})


def sidecar_of(path: Path) -> Path | None:
    """The file with the notes for a text file, or None; SourceError where there are several."""
    bases = (path.with_suffix(""), path)
    found = [side for base in bases for suffix in SUFFIXES if (side := Path(f"{base}{suffix}")).is_file()]
    found = [side for side in dict.fromkeys(found) if side != path]
    if len(found) > 1:
        names = " and ".join(side.name for side in found)
        raise SourceError(f"{path} has two files of notes, {names}: keep one")
    return found[0] if found else None


def read_notes(path: Path) -> Notes:
    """The notes in a YAML or JSON file; SourceError names the file, the key and what it may be."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} can't be read ({error.strerror}): mend it or take it away") from error
    if len(raw) > LARGEST:
        raise SourceError(f"{path} is too large for notes on one article: keep {', '.join(KEYS)} only")
    return as_notes(_parse(raw, path), str(path))


def as_notes(values: Any, place: str) -> Notes:
    """Checked notes from a mapping; SourceError names `place`, the key and the next step."""
    if values is None:
        return Notes()
    if not isinstance(values, dict):
        raise SourceError(f"{place} must be a mapping with keys like title or published")
    noted = {
        key: value for key, value in values.items() if key not in ANNOTATIONS and value not in (None, "")
    }
    return Notes(**{key: _value(key, value, place) for key, value in noted.items()})


def _parse(raw: bytes, path: Path) -> Any:
    # BaseLoader leaves 2022-01-26 and "no" strings, and builds no objects.
    try:
        text = raw.decode("utf-8-sig")
        if path.suffix == ".json":
            return json.loads(text)
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- BaseLoader makes strings only
    except (UnicodeDecodeError, json.JSONDecodeError, yaml.YAMLError, RecursionError) as error:
        problem = " ".join(str(error).split())
        raise SourceError(f"{path} isn't {path.suffix[1:].upper()} in UTF-8 ({problem}): mend it") from error


def _value(key: object, value: object, place: str) -> str:
    if key not in KEYS:
        near = difflib.get_close_matches(str(key), KEYS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(KEYS)}"
        raise SourceError(f"{place} has an unknown key {key!r}: {hint}")
    if not isinstance(value, str):
        raise SourceError(f"{place}: {key} must be a text in quotes, not {type(value).__name__}")
    text = " ".join(repair(value).split())
    if key == "published":
        return checked_date(text, f"{place}: published")
    if key == "language" and LANGUAGE.fullmatch(text) is None:
        raise SourceError(f"{place}: language {text!r} must be a code of ISO 639-1, such as en")
    return text


def checked_date(text: str, place: str) -> str:
    """The ISO date; SourceError says which text is none, and why."""
    try:
        return parse_date(text)
    except ImpossibleDate as error:
        raise SourceError(f"{place} {text!r} {error}") from error
