"""A YAML file a user keeps beside the settings (a schedule, a batch), read into a model; every problem at once."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from graphkit.errors import SettingsError
from graphkit.settings.file import FileValues, Place, parse
from graphkit.settings.keys import dotted

M = TypeVar("M", bound=BaseModel)


def read_checked(
    path: Path, model: type[M], kind: str, hint: str, known: Mapping[str, Any] | None = None
) -> M:
    """The file's values as a model.

    kind: what messages call the file ("schedule"). hint: what its first level looks like. known: values
    the file may leave out.
    Raises SettingsError that lists every problem with file and line.
    """
    parsed = parse(path, kind, hint)
    problems = list(parsed.problems)
    # A section whose keys are all commented out is None in YAML.
    sections = {name for name, _ in model_fields(model) if "." in name}
    empty = {name.partition(".")[0] for name in sections}
    values = {key: {} if value is None and key in empty else value for key, value in parsed.values.items()}
    found: M | None = None
    try:
        found = model.model_validate({**(known or {}), **values})
    except ValidationError as error:
        problems += [
            _problem(model, parsed, each["loc"], each["type"], each["msg"]) for each in error.errors()
        ]
    if found is None or problems:
        listed = "\n".join(f"  {path}:{line}: {text}" for line, text in sorted(problems))
        raise SettingsError(f"the {kind} doesn't hold:\n{listed}")
    return found


def model_fields(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Each key a file may have, with its dotted name; sections by the keys in them."""
    for name, field in model.model_fields.items():
        parts = (field.annotation, *get_args(field.annotation))
        sections = [part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)]
        if not sections:
            yield above + name, field
        for section in sections:
            yield from model_fields(section, f"{above}{name}.")


def _problem(
    model: type[BaseModel], parsed: FileValues, place: Place, kind: str, message: str
) -> tuple[int, str]:
    line = next(
        (parsed.lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in parsed.lines), 1
    )
    name = dotted(place) or "file"
    if kind != "extra_forbidden":
        return line, f"{name}: {message.removeprefix('Value error, ')}"
    near = difflib.get_close_matches(name, sorted(_names(model)), n=1, cutoff=0.6)
    return line, f"{name}: unknown key" + (f", did you mean {near[0]}?" if near else "")


def _names(model: type[BaseModel]) -> Iterator[str]:
    """Keys, and the sections they are in."""
    for name, _ in model_fields(model):
        parts = name.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))
