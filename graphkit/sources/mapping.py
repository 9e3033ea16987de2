"""Which keys of JSON and which columns of CSV are which part of an article: `config/mapping.yaml`, or your own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graphkit.errors import SettingsError, SourceError
from graphkit.resources import shipped
from graphkit.sources.notes import KEYS, NOTHING, Notes, as_notes

SUFFIX = ".mapping.yaml"
SEPARATORS = re.compile(r"[\s_-]+")
INNER_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
DEEPEST = 6
"""Dots in a key."""

Part = Literal["text", "title", "url", "publisher", "byline", "published", "place", "language"]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Keys = Annotated[list[str], BeforeValidator(_as_list), Field(min_length=1)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    fields: dict[Part, Keys] = {}
    items: Keys | None = None
    always: dict[str, Any] = {}
    dates: str | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where the parts of an article are.

    fields: keys by part, the first that is there counts. items: keys of the list of articles.
    always: what holds for each article. dates: a form of `strptime`, or None. delimiter: of CSV, None to tell.
    """

    fields: Mapping[str, tuple[str, ...]]
    items: tuple[str, ...]
    always: Notes = NOTHING
    dates: str | None = None
    delimiter: str | None = None

    def pick(self, record: Mapping[str, Any], part: str) -> Any:
        """The value of a part of the article; None where the record has none."""
        for key in self.fields.get(part, ()):
            if (value := value_at(record, key)) not in (None, "", [], {}):
                return value
        return None

    def names(self, part: str) -> str:
        """The keys of a part, for a message."""
        return ", ".join(self.fields.get(part, ()))


def value_at(record: Mapping[str, Any], key: str) -> Any:
    """The value at a key with dots, None where there is none; a key written with its dots comes first."""
    found = _direct(record, key)
    if found is not None or "." not in key:
        return found
    value: Any = record
    for step in key.split(".")[:DEEPEST]:
        value = _direct(value, step) if isinstance(value, Mapping) else None
    return value


def plain_key(key: str) -> str:
    """publishedAt, "Published At" and published-at are published_at."""
    return SEPARATORS.sub("_", INNER_CAPITAL.sub("_", key.strip())).lower()


def read_mapping(path: Path, base: FieldMap | None = None) -> FieldMap:
    """The mapping in a YAML file, with the base's for what it leaves out.

    base: the shipped mapping by default. SettingsError lists all that is wrong with the file.
    """
    file = _read(path)
    base = base or shipped_fields()
    try:
        always = as_notes({str(key): _text(value) for key, value in file.always.items()}, f"{path}: always")
    except SourceError as error:
        raise SettingsError(str(error)) from error
    return FieldMap(
        fields={**base.fields, **{part: tuple(keys) for part, keys in file.fields.items()}},
        items=tuple(file.items) if file.items else base.items,
        always=Notes(**{key: getattr(always, key) or getattr(base.always, key) for key in KEYS}),
        dates=file.dates or base.dates,
        delimiter=file.delimiter or base.delimiter,
    )


def mapping_beside(path: Path | None, base: FieldMap) -> FieldMap:
    """The mapping in the file beside a file of articles, else the base."""
    if path is None:
        return base
    beside = Path(f"{path}{SUFFIX}")
    return read_mapping(beside, base) if beside.is_file() else base


@cache
def shipped_fields() -> FieldMap:
    """The mapping graphkit comes with."""
    return read_mapping(shipped("config", "mapping.yaml"), FieldMap(fields={}, items=()))


def _read(path: Path) -> _File:
    try:
        return _File.model_validate(yaml.safe_load(path.read_text("utf-8")) or {})
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise SettingsError(f"{path} can't be read as YAML ({error}): mend it") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"{path} is wrong: {problems}") from error


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int | float) or hasattr(value, "isoformat") else value


def _direct(record: Mapping[str, Any], key: str) -> Any:
    if key in record:
        return record[key]
    wanted = plain_key(key)
    return next((value for name, value in _named(record) if plain_key(name) == wanted), None)


def _named(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in record.items() if isinstance(name, str))
