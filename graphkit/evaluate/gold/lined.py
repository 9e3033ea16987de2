"""YAML whose every value knows its line, and whose plain words stay words ("No", "2014", "on")."""

from dataclasses import dataclass

import yaml

from graphkit.evaluate.gold.problems import Problems, suggest

_NOTHING = ("", "~", "null")
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Lined:
    """A YAML value. value: words, None, a list, or a mapping by key. line: from 1."""

    value: "str | list[Lined] | dict[str, Lined] | None"
    line: int


def read_lined(text: str, problems: Problems) -> Lined | None:
    """The document, or None where it is empty or isn't YAML (then there is a problem)."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.error(line, f"isn't YAML ({error.problem}): quote the words or mend the indentation")
        return None
    if node is None:
        problems.error(1, "is empty: see docs/gold-format.md")
        return None
    return _lined(node, problems)


def _lined(node: yaml.Node, problems: Problems) -> Lined:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Lined([_lined(item, problems) for item in node.value], line)
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Lined] = {}
        for key, value in node.value:
            if key.value in entries:
                problems.error(key.start_mark.line + 1, f"says {key.value!r} twice: keep one")
            entries[str(key.value)] = _lined(value, problems)
        return Lined(entries, line)
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    words = None if plain and node.value in _NOTHING else str(node.value)
    return Lined(words, line)


class Fields:
    """Takes the keys of one mapping and reports what doesn't fit."""

    def __init__(self, entry: Lined, what: str, known: tuple[str, ...], problems: Problems) -> None:
        self.line = entry.line
        self.what = what
        self.problems = problems
        self.entries: dict[str, Lined] = {}
        if not isinstance(entry.value, dict):
            problems.error(entry.line, f"{what} should be a mapping of {', '.join(known)}")
            return
        for key, value in entry.value.items():
            if key in known:
                self.entries[key] = value
            else:
                problems.error(value.line, f"{what} has no key {key!r}{suggest(key, list(known))}")

    def line_of(self, key: str) -> int:
        return self.entries[key].line if key in self.entries else self.line

    def words(self, key: str, *, needed: bool = False) -> str | None:
        entry = self.entries.get(key)
        if entry is None or entry.value is None:
            if needed:
                self.problems.error(self.line, f"{self.what} needs {key}")
            return None
        if isinstance(entry.value, str):
            return entry.value
        self.problems.error(entry.line, f"{key} of {self.what} should be words, not a list or mapping")
        return None

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        word = self.words(key)
        if word is None:
            return default
        if word not in allowed:
            self.problems.error(
                self.line_of(key), f"{key} can't be {word!r}{suggest(word, list(map(str, allowed)))}"
            )
            return default
        return word

    def truth(self, key: str) -> bool:
        word = self.words(key)
        if word is None:
            return False
        if word.lower() not in _TRUTH:
            self.problems.error(self.line_of(key), f"{key} should be true or false, not {word!r}")
        return _TRUTH.get(word.lower(), False)

    def items(self, key: str) -> list[Lined]:
        """The list under a key; empty where the key is left out."""
        entry = self.entries.get(key)
        if entry is None or entry.value is None:
            return []
        if isinstance(entry.value, list):
            return entry.value
        self.problems.error(entry.line, f"{key} of {self.what} should be a list")
        return []
