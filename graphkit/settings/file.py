"""The settings file: where it is, and its values with the line of each."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import SettingsError
from graphkit.settings.folders import find_folders

FILE_NAME = "graphkit.yaml"
EXAMPLE = "settings are sections with keys, such as `reading:` and under it `workers: 2`"
GIVEN = " given with --settings"
DEEPEST = 4
"""No setting is nested deeper; an alias that refers to itself ends here."""
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class FileValues:
    """A file's values; `lines`: on which line each key stands, from 1; `problems`: what YAML alone shows."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    problems: tuple[tuple[int, str], ...] = ()


def find(folder: Path) -> Path | None:
    """The settings file in `folder`, else in the user's configuration directory, else None."""
    candidates = (folder / FILE_NAME, user_file())
    return next((path for path in candidates if path.is_file()), None)


def user_file() -> Path:
    """Where a user keeps settings for all folders: ~/.config/graphkit/graphkit.yaml on Linux."""
    return find_folders().config / FILE_NAME


def parse(path: Path, kind: str = "settings file", hint: str = EXAMPLE) -> FileValues:
    """The values of a YAML file; SettingsError where it can't be opened or isn't YAML at all.

    kind: what messages call the file. hint: what its first level looks like, for one that has none.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SettingsError(
            f"{kind} {path} isn't there: check the path{GIVEN if kind == 'settings file' else ''}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{kind} {path} can't be read: {error}") from error
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SettingsError(f"{kind} {path} isn't YAML: {_one_line(error)}") from error
    if root is None:
        return FileValues()
    if not isinstance(values, dict):
        raise SettingsError(f"{path}:1: {hint}")
    lines: dict[Place, int] = {}
    problems: list[tuple[int, str]] = []
    _walk(root, (), lines, problems)
    return FileValues(values, lines, tuple(problems))


def _walk(node: yaml.Node, place: Place, lines: dict[Place, int], problems: list[tuple[int, str]]) -> None:
    if len(place) > DEEPEST:
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner, line = (*place, str(key.value)), key.start_mark.line + 1
            if inner in lines:
                name = ".".join(map(str, inner))
                problems.append((line, f"{name}: stands on line {lines[inner]} too; keep one"))
            lines[inner] = line
            _walk(value, inner, lines, problems)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[(*place, index)] = value.start_mark.line + 1
            _walk(value, (*place, index), lines, problems)


def _one_line(error: yaml.YAMLError) -> str:
    return " ".join(str(error).split())
