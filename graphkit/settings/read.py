"""Flags, environment, file and defaults into one `Settings`; every problem at once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from graphkit.errors import SettingsError
from graphkit.settings.file import FileValues, Place, find, parse
from graphkit.settings.keys import Key, dotted, holds_paths, is_list, known_keys, nearest, variable
from graphkit.settings.values import Settings

PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105 - the name of the variable, not its value
SECRET_WORDS = ("password", "passwd", "secret", "token")


@dataclass
class _Draft:
    """Values being gathered, and where each came from: "graphkit.yaml:7", "NEO4J_URI", "--workers"."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[Place, str] = field(default_factory=dict)

    def set(self, key: Key, value: Any, origin: str) -> None:
        inner = self.values
        for part in key[:-1]:
            section = inner.get(part)
            if not isinstance(section, dict):
                section = inner[part] = {}
            inner = section
        inner[key[-1]] = value
        self.origins[key] = origin


def read(
    path: Path | None = None,
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings in force: a flag wins over the environment, that over the file, that over the default.

    path: the settings file; None looks for graphkit.yaml in `folder` (the working directory), then in
        the user's configuration directory.
    flags: values by dotted key ("reading.workers"); None means not given.
    Raises SettingsError that lists every problem, with file and line, variable or flag.
    """
    environment = os.environ if environment is None else environment
    file = path or find(folder or Path.cwd())
    draft, problems = _Draft(), []
    if file is not None:
        parsed = parse(file)
        problems += [f"{file}:{line}: {text}" for line, text in parsed.problems]
        _overlay_file(draft, file, parsed)
    _overlay_environment(draft, environment)
    for name, value in (flags or {}).items():
        if value is not None:
            draft.set(tuple(name.split(".")), value, "--" + name.rpartition(".")[2].replace("_", "-"))
    try:
        settings = Settings.model_validate(draft.values)
    except ValidationError as error:
        problems += [_problem(draft, found["loc"], found["type"], found["msg"]) for found in error.errors()]
    if problems:
        raise SettingsError("the settings don't hold:\n" + "\n".join(f"  {problem}" for problem in problems))
    return settings


def read_password(environment: Mapping[str, str] | None = None) -> SecretStr | None:
    """The database password, from NEO4J_PASSWORD only; None where it isn't set."""
    value = (os.environ if environment is None else environment).get(PASSWORD_VARIABLE)
    return SecretStr(value) if value else None


def _overlay_file(draft: _Draft, file: Path, parsed: FileValues) -> None:
    # A section whose keys are all commented out is None in YAML.
    draft.values = {key: {} if value is None else value for key, value in parsed.values.items()}
    draft.origins = {place: f"{file}:{line}" for place, line in parsed.lines.items()}
    for key, annotation in known_keys():
        section = draft.values.get(key[0])
        if holds_paths(annotation) and isinstance(section, dict) and key[-1] in section:
            section[key[-1]] = _anchored(section[key[-1]], file.parent)


def _anchored(value: Any, folder: Path) -> Any:
    """Paths in a file count from the file's own folder, wherever graphkit is started."""
    if isinstance(value, list):
        return [_anchored(part, folder) for part in value]
    return folder / Path(value).expanduser() if isinstance(value, str) else value


def _overlay_environment(draft: _Draft, environment: Mapping[str, str]) -> None:
    known = dict(known_keys())
    names = {variable(key): key for key in known}
    sections = tuple(f"GRAPHKIT_{section.upper()}_" for section in Settings.model_fields)
    for name in sorted(environment):
        value = environment[name]
        if name in names and value:
            key = names[name]
            draft.set(key, value.split(os.pathsep) if is_list(known[key]) else value, name)
        elif name.startswith(sections) and name not in names:
            section, _, rest = name.removeprefix("GRAPHKIT_").lower().partition("_")
            draft.set((section, rest), value, name)


def _problem(draft: _Draft, place: Place, kind: str, message: str) -> str:
    origin = next(
        (draft.origins[place[:end]] for end in range(len(place), 0, -1) if place[:end] in draft.origins),
        "settings",
    )
    name = dotted(place)
    if kind != "extra_forbidden":
        return f"{origin}: {name}: {message.removeprefix('Value error, ')}"
    if any(word in str(place[-1]).lower() for word in SECRET_WORDS):
        return f"{origin}: {name}: secrets don't belong here; set {PASSWORD_VARIABLE} in the environment"
    close = nearest(tuple(str(part) for part in place))
    return f"{origin}: {name}: unknown key" + (f", did you mean {close}?" if close else "")
