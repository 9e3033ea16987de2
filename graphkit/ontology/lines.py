"""A YAML file with the line each value stands on, so that a complaint can say where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import SettingsError

Key = str | int

# The loader in C reads the shipped ontology in a tenth of the time.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Lined:
    """Values of a YAML file, and where each stands.

    data: the values. repeated: (line, key) of keys given twice in one mapping, of which YAML silently
    keeps the last.
    """

    path: Path
    data: Any
    root: yaml.Node
    repeated: tuple[tuple[int, str], ...]

    def line(self, keys: Sequence[Key]) -> int:
        """Line, from 1, of the value found by following the keys as far as they lead."""
        node, line = self.root, 1
        for key in keys:
            found = _step(node, key)
            if found is None:
                break
            line, node = found
        return line


def read_lined(path: Path) -> Lined:
    """The file's values with their lines; SettingsError where it can't be read or isn't YAML."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=Loader)
        data = yaml.load(text, Loader=Loader)  # noqa: S506 - the loader is a safe one
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} isn't UTF-8 text ({error.reason}): save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or str(error)
        raise SettingsError(f"{place}: not YAML: {problem}") from error
    if root is None:
        raise SettingsError(f"{path} is empty: start from the file graphkit ships")
    return Lined(path, data, root, tuple(_repeated(root)))


def _step(node: yaml.Node, key: Key) -> tuple[int, yaml.Node] | None:
    """Line and node of a mapping's key or a sequence's item, or None."""
    if isinstance(node, yaml.MappingNode):
        # The last of two equal keys is the one YAML keeps.
        for name, value in reversed(node.value):
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


def _repeated(node: yaml.Node) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                if name.value in seen:
                    found.append((name.start_mark.line + 1, name.value))
                seen.add(name.value)
            found.extend(_repeated(value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            found.extend(_repeated(value))
    return found
