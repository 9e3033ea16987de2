"""A YAML file a user keeps beside the settings (a schedule, a batch), read into a model; every problem at once."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from graphkit.errors import SettingsError
from graphkit.settings.file import FileValues, Place, parse

M = TypeVar("M", bound=BaseModel)


def read_checked(path: Path, model: type[M], kind: str, hint: str) -> M:
    """The file's values as a model.

    kind: what messages call the file ("schedule"). hint: what its first level looks like.
    Raises SettingsError that lists every problem with file and line.
    """
    parsed = parse(path, kind, hint)
    problems = [f"{path}:{line}: {text}" for line, text in parsed.problems]
    found: M | None = None
    try:
        found = model.model_validate(parsed.values)
    except ValidationError as error:
        problems += [
            _problem(path, parsed, each["loc"], each["type"], each["msg"]) for each in error.errors()
        ]
    if found is None or problems:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise SettingsError(f"the {kind} doesn't hold:\n{listed}")
    return found


def _problem(path: Path, parsed: FileValues, place: Place, kind: str, message: str) -> str:
    line = next(
        (parsed.lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in parsed.lines), 1
    )
    name = ".".join(map(str, place)) or "file"
    said = "unknown key" if kind == "extra_forbidden" else message.removeprefix("Value error, ")
    return f"{path}:{line}: {name}: {said}"
