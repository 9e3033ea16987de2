"""A saved query: Cypher in a file, with a header that says what it answers and what it wants to know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import QueryError
from graphkit.store.browser import PARAMETER
from graphkit.store.parameters import TYPES, Parameter, typed

LINE = re.compile(r"//\s*(?:(?P<key>[a-z]+)(?:\s+(?P<name>\w+))?\s*:\s*(?P<value>.*?))?\s*")
PARAM = re.compile(r"(?P<type>\w+)(?P<required>\s*,\s*required)?(?:\s*=\s*(?P<default>.+))?")
ESCAPED = re.compile(r"\\u+([0-9a-fA-F]{4})")
FILES = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
PROCEDURES = re.compile(
    r"\bCALL\s+(?!db\s*\.\s*index\s*\.\s*fulltext\s*\.\s*query)[a-z`]\w*\s*[.(]", re.IGNORECASE
)
"""A procedure call; of them all, only searching an index by words is left. `CALL (x) {` is a part of a query."""
KEYS = ("title", "question", "param", "view", "columns", "tags")
VIEWS = ("table", "graph")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """name: of its file. topic: of its folder. view: "table" or "graph". text: the whole file."""

    name: str
    topic: str
    path: Path
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    view: str
    columns: tuple[str, ...]
    text: str
    tags: tuple[str, ...] = ()


def read(path: Path) -> SavedQuery:
    """The query in a file; QueryError names file, line and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} can't be read ({error}): save it as UTF-8 text") from error
    found: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in _header(text):
        key, name, value = _split(line, f"{path}:{number}")
        if key == "param":
            parameters.append(_parameter(name, value, f"{path}:{number}"))
        elif key in found:
            raise QueryError(f"{path}:{number}: {key} is given twice: keep one")
        else:
            found[key] = value
    _complete(found, path)
    _within(text, path)
    _used(text, parameters, path)
    return SavedQuery(
        name=path.stem,
        topic=path.parent.name,
        path=path,
        title=found["title"],
        question=found["question"],
        parameters=tuple(parameters),
        view=found.get("view", "table"),
        columns=_listed(found.get("columns", "")),
        text=text,
        tags=_listed(found.get("tags", "")),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in value.split(",") if each.strip())


def _header(text: str) -> Iterator[tuple[int, str]]:
    """The comment lines a file begins with, numbered from 1."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("//"):
            return
        yield number, line


def _split(line: str, place: str) -> tuple[str, str, str]:
    found = LINE.fullmatch(line)
    key = found["key"] if found else None
    if found is None or key is None or key not in KEYS:
        raise QueryError(
            f"{place}: {line!r} is no header line: write `// KEY: VALUE`, KEY one of {', '.join(KEYS)}; "
            "other comments come below the first line of the query"
        )
    name, value = found["name"] or "", found["value"]
    if bool(name) != (key == "param") or not value:
        wanted = "`// param NAME: TYPE`" if key == "param" else f"`// {key}: VALUE`"
        raise QueryError(f"{place}: {line!r}: write {wanted}")
    return key, name, value


def _parameter(name: str, value: str, place: str) -> Parameter:
    found = PARAM.fullmatch(value)
    if found is None or found["type"] not in TYPES:
        raise QueryError(
            f"{place}: parameter {name} is {value!r}: write `TYPE`, `TYPE, required` or `TYPE = DEFAULT`, "
            f"TYPE one of {', '.join(TYPES)}"
        )
    required, default = found["required"] is not None, found["default"]
    if required and default is not None:
        raise QueryError(f"{place}: parameter {name} is required and has a default: keep one of them")
    parameter = Parameter(name, found["type"], required=required)
    if default is None:
        return parameter
    try:
        return Parameter(name, found["type"], required=False, default=typed(parameter, default))
    except QueryError as error:
        raise QueryError(f"{place}: the default of {name} is wrong: {error}") from error


def _within(text: str, path: Path) -> None:
    """A query reads the graph and nothing else: no files, no addresses, no procedures that do more."""
    # The database reads escaped characters first, wherever they stand.
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    code = PARAMETER.sub(_bare, text)
    for pattern, what in ((FILES, "reads files or addresses"), (PROCEDURES, "calls a procedure")):
        found = pattern.search(code)
        if found:
            raise QueryError(
                f"{path}: {' '.join(found[0].split())!r} {what} beyond the graph: saved queries only read the graph"
            )


def _bare(found: re.Match[str]) -> str:
    """A parameter as it is, a quoted name as a name, a string or comment as a space."""
    if found["name"]:
        return found[0]
    return "quoted" if found[0].startswith("`") else " "


def _complete(found: dict[str, str], path: Path) -> None:
    for key in ("title", "question"):
        if key not in found:
            raise QueryError(f"{path}:1: the header lacks {key}: begin the file with `// {key}: ...`")
    if found.get("view", "table") not in VIEWS:
        raise QueryError(f"{path}: view is {found['view']!r}: write one of {', '.join(VIEWS)}")


def _used(text: str, parameters: list[Parameter], path: Path) -> None:
    """What is declared is used, and what is used is declared."""
    names = [parameter.name for parameter in parameters]
    for name in names:
        if names.count(name) > 1:
            raise QueryError(f"{path}: parameter {name} is declared twice: keep one")
    used = {
        found["name"]: text.count("\n", 0, found.start()) + 1
        for found in PARAMETER.finditer(text)
        if found["name"]
    }
    for name, line in used.items():
        if name not in names:
            raise QueryError(f"{path}:{line}: ${name} isn't declared: add `// param {name}: TYPE`")
    for name in names:
        if name not in used:
            raise QueryError(f"{path}: parameter {name} is declared, but the query has no ${name}")
