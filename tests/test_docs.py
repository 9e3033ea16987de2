"""The documentation says what the program does: each command, option, setting, saved query and relation."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.steps import steps
from graphkit.ontology import load_ontology
from graphkit.settings.values import Settings
from graphkit.store.queries import saved_queries
from scripts import draw_architecture
from scripts.build_docs import REFERENCE, commands, own_options, pages

ROOT = Path(__file__).parent.parent
COMMANDS = dict(commands())
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)")


def reference(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_reference_page_is_what_the_program_says_now(name: str):
    assert reference(name) == pages()[name], "run `make docs` and commit what it changes"


def test_the_picture_of_the_architecture_is_that_of_the_packages():
    picture = draw_architecture.PICTURE.read_text(encoding="utf-8")

    assert picture == draw_architecture.draw(), "run `make docs` and commit what it changes"


def test_the_documentation_builds_as_a_site_with_every_page_and_link_in_place(tmp_path: Path):
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert built.returncode == 0, built.stderr
    assert "not included in the" not in built.stderr, built.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_and_its_options_are_documented_and_explained(name: str):
    command = COMMANDS[name]
    section = reference("commands.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]

    assert command.help
    for option in own_options(command):
        assert option.help, f"{option.name} has no help"
        assert f"`{option.opts[0]}`" in section


def test_each_setting_is_documented_and_explained():
    page = reference("settings.md")

    for section, field in Settings.model_fields.items():
        for key, inner in field.annotation.model_fields.items():
            assert f"`{section}.{key}`" in page
            assert inner.description


def test_each_saved_query_is_documented():
    page = reference("queries.md")

    assert [query.name for query in saved_queries() if f"### {query.name}\n" not in page] == []


def test_each_relation_and_kind_is_documented():
    page, ontology = reference("ontology.md"), load_ontology()

    assert [name for name in (*ontology.relations, *ontology.kinds) if name not in page] == []


def test_the_readme_shows_each_command_of_the_first_level():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first_level = [name for name in COMMANDS if name.count(" ") == 1]

    assert [name for name in first_level if name not in readme] == []


def test_each_benchmark_is_run_by_make_bench():
    programs = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__")
        for path in ROOT.glob("benchmarks/**/*.py")
        if path != ROOT / "benchmarks" / "__main__.py" and "__main__" in path.read_text(encoding="utf-8")
    }
    run = {step.run.split()[0] for step in steps()}

    assert programs - {"benchmarks.peers.textacy_svo", "benchmarks.peers.triplet_extract_run"} - run == set()
    assert [step.stated for step in steps() if not (ROOT / "docs" / step.stated).exists()] == []


def test_each_kept_result_is_told_in_the_docs():
    page = reference("figures.md")
    told = {f"{step.name}.told.json" for step in steps()}
    kept = [path.name for path in (ROOT / "benchmarks" / "results").iterdir()]

    assert [name for name in kept if name not in told and f"`benchmarks/results/{name}`" not in page] == []


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_links_between_pages_lead_somewhere(page: Path):
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_the_commands_pages_show_exist(page: Path):
    shown = re.findall(
        r"^ *(?:\$ )?graphkit ((?:[a-z-]+ ?)+)", page.read_text(encoding="utf-8"), re.MULTILINE
    )

    known = {name.removeprefix("graphkit ") for name in COMMANDS}
    groups = {name for name in known if any(other.startswith(f"{name} ") for other in known)}
    for words in shown:
        first, _, rest = words.strip().partition(" ")
        assert first in known, f"graphkit {words}"
        assert first not in groups or f"{first} {rest.split(' ')[0]}" in known, f"graphkit {words}"
