"""The ontology file, read and checked: all that is wrong with it is said at once."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from graphkit.errors import SettingsError
from graphkit.model import digest
from graphkit.ontology.check import problems
from graphkit.ontology.dead import dead_entries
from graphkit.ontology.declared import Kind, Ontology, Relation, Sense
from graphkit.ontology.lines import Key, Lined, read_lined
from graphkit.ontology.nearest import did_you_mean
from graphkit.resources import shipped

# Where a key stands tells which model has to know it.
MODELS: dict[str, type[BaseModel]] = {"kinds": Kind, "relations": Relation}


def load_ontology(path: Path | None = None) -> Ontology:
    """The ontology in a file (by default the one graphkit ships).

    SettingsError lists every problem with file, line and the nearest known name. `version` is a digest of
    what the file declares: comments and the order of keys don't change it.
    """
    lined = read_lined(path or shipped("config", "ontology.yaml"))
    ontology, found = _read(lined)
    if ontology is None or found:
        raise SettingsError(_report(lined.path, found))
    return ontology.model_copy(update={"version": digest("o", [_plain(ontology)])})


def check_ontology(path: Path | None = None) -> list[str]:
    """Everything that is wrong with a file, and in a sound one what can never apply: "file:line: what", sorted.

    SettingsError where it can't be read or isn't YAML.
    """
    lined = read_lined(path or shipped("config", "ontology.yaml"))
    ontology, found = _read(lined)
    if ontology is not None and not found:
        found = [(lined.line(keys), text) for keys, text in dead_entries(ontology)]
    return _lines(lined.path, found)


def _read(lined: Lined) -> tuple[Ontology | None, list[tuple[int, str]]]:
    """What the file declares, None where that is ill-formed; and every problem with its line."""
    found = [(line, f"{key!r} is given twice: keep one") for line, key in lined.repeated]
    ontology = None
    try:
        ontology = Ontology.model_validate(lined.data)
    except ValidationError as error:
        found += [_complaint(lined, detail) for detail in error.errors()]
    return ontology, found + [(lined.line(keys), text) for keys, text in problems(lined.data)]


def _plain(ontology: Ontology) -> dict[str, Any]:
    plain: dict[str, Any] = ontology.model_dump(mode="json", exclude={"version"})
    return plain


def _report(path: Path, found: list[tuple[int, str]]) -> str:
    lines = _lines(path, found)
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    return "\n".join([f"{path}: {count}; nothing was loaded", *lines])


def _lines(path: Path, found: list[tuple[int, str]]) -> list[str]:
    return [f"{path}:{line}: {text}" for line, text in sorted(set(found))]


def _complaint(lined: Lined, detail: ErrorDetails) -> tuple[int, str]:
    keys: list[Key] = list(detail["loc"])
    place = ".".join(str(key) for key in keys)
    if detail["type"] == "extra_forbidden":
        known = _known_keys(keys)
        return lined.line(keys), (
            f"{place}: unknown key {keys[-1]!r}{did_you_mean(str(keys[-1]), known)}; "
            f"known are {', '.join(known)}"
        )
    if detail["type"] == "missing":
        return lined.line(keys), f"{place} is missing: add it"
    return lined.line(keys), f"{place}: {detail['msg'].lower()}, not {_short(detail['input'])}"


def _known_keys(keys: list[Key]) -> list[str]:
    model: type[BaseModel] = Ontology
    if len(keys) > 1:
        model = Sense if {"predicates", "nouns"} & set(keys[:-1]) else MODELS.get(str(keys[0]), Ontology)
    fields = model.model_fields.items()
    return sorted(field.alias or name for name, field in fields if name != "version")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
