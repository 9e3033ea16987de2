"""The file of decisions: YAML for git and for people's eyes, one decision after another as they were made."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from graphkit.errors import SettingsError
from graphkit.files import replacing
from graphkit.model import Decision, Side, Verdict
from graphkit.resolve.ids import NAMED

HEADER = """\
# Who is who, as somebody decided or a score did ("by: graphkit"): entities that are one, or aren't.
# `graphkit resolve same|different|undo` keep this file; a line taken out by hand is undone by the next
# `graphkit resolve apply`.
"""
KEYS = frozenset({"verdict", "one", "other", "reason", "by", "at", "score"})
SIDE_KEYS = frozenset({"id", "name", "kind"})


class Wrong(ValueError):
    """What is wrong with one decision."""


def read_decisions(path: Path) -> list[Decision]:
    """The decisions in a file, in its order; none where it doesn't exist.

    SettingsError lists all that is wrong with file, line and reason.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} isn't UTF-8 text ({error.reason}): save it as UTF-8") from error
    return _parsed(text, path)


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Writes the file anew, whole or not at all; SettingsError where it can't be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as beside:
            beside.write_text(HEADER + "".join(map(_entry, decisions)), encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} can't be written ({error.strerror}): check the path") from error


def _parsed(text: str, path: Path) -> list[Decision]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        listed = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SettingsError(f"{path} isn't YAML: {' '.join(str(error).split())}") from error
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode) or not isinstance(listed, list):
        raise SettingsError(
            f"{path}:1: the file must be a list of decisions, each beginning with '- verdict:'"
        )
    found, wrong = [], []
    for place, record in zip(node.value, listed, strict=True):
        try:
            found.append(_decision(record))
        except Wrong as error:
            wrong.append(f"{path}:{place.start_mark.line + 1}: {error}")
    if wrong:
        raise SettingsError("\n".join(wrong))
    return found


def _decision(record: Any) -> Decision:
    if not isinstance(record, dict):
        raise Wrong("a decision must have verdict, one, other, reason, by and at")
    _check_keys(record, KEYS, KEYS - {"score"})
    if record["verdict"] not in list(Verdict):
        raise Wrong(f"verdict {record['verdict']!r} is neither same nor different")
    one, other = _side(record["one"], "one"), _side(record["other"], "other")
    if one.id == other.id:
        raise Wrong(f"both sides are {one.id}")
    at = record["at"]
    score = record.get("score")
    if score is not None and (not isinstance(score, int | float) or not 0 <= score <= 1):
        raise Wrong(f"score {score!r} isn't a number from 0 to 1")
    return Decision(
        Verdict(record["verdict"]),
        one,
        other,
        str(record["reason"]),
        str(record["by"]),
        at.isoformat() if isinstance(at, date | datetime) else str(at),
        None if score is None else float(score),
    )


def _side(record: Any, name: str) -> Side:
    if not isinstance(record, dict):
        raise Wrong(f"{name} must have id, name and kind")
    _check_keys(record, SIDE_KEYS, SIDE_KEYS)
    if not str(record["id"]).startswith(NAMED):
        begin = ", ".join(NAMED)
        raise Wrong(f"{name} has id {record['id']!r}, which is no entity's: they begin with one of {begin}")
    return Side(str(record["id"]), str(record["name"]), str(record["kind"]))


def _check_keys(record: dict[str, Any], known: frozenset[str], needed: frozenset[str]) -> None:
    missing, unknown = sorted(needed - record.keys()), sorted(map(str, record.keys() - known))
    if missing:
        raise Wrong(f"{', '.join(missing)} is missing")
    if unknown:
        raise Wrong(f"unknown key {', '.join(unknown)}: the keys are {', '.join(sorted(known))}")


def _entry(decision: Decision) -> str:
    score = [] if decision.score is None else [f"  score: {decision.score:g}"]
    lines = [
        f"- verdict: {decision.verdict.value}",
        f"  one: {_flow(decision.one)}",
        f"  other: {_flow(decision.other)}",
        f"  reason: {_quoted(decision.reason)}",
        *score,
        f"  by: {_quoted(decision.by)}",
        f"  at: {_quoted(decision.at)}",
    ]
    return "\n" + "\n".join(lines) + "\n"


def _flow(side: Side) -> str:
    return f"{{id: {_quoted(side.id)}, name: {_quoted(side.name)}, kind: {_quoted(side.type)}}}"


def _quoted(text: str) -> str:
    """A string as YAML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)
