"""Batches of the real program: their files, and what became of them."""

import json
from pathlib import Path
from typing import Any

import yaml

from tests.end_to_end.conftest import Program, ProgramWithin

Any_ = Program | ProgramWithin


def batch(folder: Path, name: str = "news", **sections: object) -> Path:
    """A batch file in the program's folder."""
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump({"name": name, **sections}))
    return path


def last_counts(program: Any_) -> dict[str, int]:
    return json.loads(program("runs", "show", "last", "--format", "json").stdout)["counts"]


def fingerprint(program: Any_) -> str:
    done = program("fingerprint")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[0]


def letters(program: Any_) -> list[dict[str, Any]]:
    return json.loads(program("deadletter", "list", "--format", "json").stdout)
