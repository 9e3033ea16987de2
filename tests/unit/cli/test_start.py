"""The program starts fast: nothing heavy is imported before it is used."""

import subprocess
import sys

import pytest

from graphkit.cli.main import cli

HEAVY = (
    "spacy",
    "neo4j",
    "numpy",
    "pydantic",
    "yaml",
    "rich.console",
    "httpx",
    "jgo",
    "psutil",
    "json",
    "logging",
)


def imported_by(arguments: list[str]) -> set[str]:
    program = (
        "import sys\nfrom graphkit.cli.main import run\n"
        f"run({arguments!r})\nprint(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], *([name, "--help"] for name in cli.commands)]
)
def test_help_imports_no_stage_and_nothing_heavy(arguments: list[str]):
    modules = imported_by(arguments)

    stages = {f"graphkit.{name}" for name in ("sources", "nlp", "resolve", "store", "evaluate", "ontology")}
    assert modules & {*HEAVY, *stages} == set()


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in cli.commands)])
def test_every_help_text_says_what_the_command_does(arguments: list[str]):
    done = subprocess.run(
        [sys.executable, "-m", "graphkit", *arguments], capture_output=True, text=True, check=True
    )

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) > 5


def test_help_is_drawn_where_colour_is_wanted():
    done = subprocess.run(
        [sys.executable, "-m", "graphkit", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"FORCE_COLOR": "1", "PATH": "/usr/bin:/bin"},
    )

    assert "╭─" in done.stdout
