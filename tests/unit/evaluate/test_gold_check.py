"""The checker tells every problem and its exit code says whether there was one."""

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Lee met Lee. Rain fell."
RIGHT = """\
sentences:
- text: Lee met Lee.
  claims: [{subject: Lee@1, predicate: met, object: Lee@2}]
- text: Rain fell.
  claims: []
"""
CASE = "- {text: He may go., construction: modal, modality: possible, forbidden: [[he, go, '']]}\n"


def check(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "graphkit.evaluate.gold_check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rain.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rain.yaml").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "cases.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_right_files_are_counted(folder: Path) -> None:
    assert check(str(folder)) == (0, "1 articles, 1 claims, 1 harmless cases, 2 sentences\n")


def test_errors_are_listed_with_file_and_line(folder: Path) -> None:
    (folder / "rain.yaml").write_text(RIGHT.replace("predicate: met", "predicate: meet"), encoding="utf-8")
    (folder / "cases.yaml").write_text(CASE.replace("forbidden", "forbiden"), encoding="utf-8")

    code, output = check(str(folder))

    assert code == 1
    assert f"{folder}/rain.yaml:3: predicate 'meet' isn't in the sentence" in output
    assert f"{folder}/cases.yaml:1: a case has no key 'forbiden': did you mean 'forbidden'?" in output


def test_warnings_fail_only_when_strict(folder: Path) -> None:
    (folder / "rain.yaml").write_text(RIGHT.replace("Lee@1", "Lee"), encoding="utf-8")

    assert check(str(folder))[0] == 0
    assert check("--strict", str(folder))[0] == 1


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    assert check(str(tmp_path))[0] == 2
