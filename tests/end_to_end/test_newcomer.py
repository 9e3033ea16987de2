"""A newcomer's hour: a new user with an empty home and the wheel follows the pages word by word.

The transcript is the page itself: each command runs and prints what is shown beneath it, each query finds something.
"""

import re
import shlex
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from neo4j import GraphDatabase

from tests.end_to_end.newcomer import Newcomer, environment_of, image_context, wheel_of

ROOT = Path(__file__).parent.parent.parent
FIRST_STEPS = (ROOT / "docs" / "first-steps.md").read_text(encoding="utf-8")
QUICK_START = (
    (ROOT / "README.md").read_text(encoding="utf-8").partition("## Quick start")[2].partition("\n## ")[0]
)
COMMAND = re.compile(r"^    graphkit (.+)\n((?:        .+\n)*)", re.MULTILINE)
QUERY = re.compile(r"```cypher\n(.+?)```", re.DOTALL)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built of what the Dockerfile copies, as the image has it."""
    folder = tmp_path_factory.mktemp("wheel")
    return wheel_of(image_context(folder / "context"), folder)


@pytest.fixture
def newcomer(wheel: Path) -> Iterator[Newcomer]:
    # Not pytest's own folder: nobody else may look into that.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        somebody = Newcomer(Path(folder) / "home", environment_of(wheel, Path(folder) / "python"))
        somebody.settle()
        try:
            yield somebody
        finally:
            somebody.type("graphkit", "server", "stop")


def test_the_image_is_built_of_all_that_the_wheel_needs(wheel: Path):
    with zipfile.ZipFile(wheel) as content:
        names = set(content.namelist())

    shipped = [
        path for folder in ("config", "cypher") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    missing = [path for path in shipped if f"graphkit/shipped/{path.relative_to(ROOT)}" not in names]
    assert missing == []
    assert {name.rpartition("/")[2] for name in names if "dist-info/licenses/" in name} >= {
        "LICENSE",
        "NOTICE",
    }


@pytest.mark.timeout(
    3600
)  # a minute where nothing else runs; thirty programs are started one after the other
def test_the_pages_lead_a_newcomer_where_they_say(newcomer: Newcomer):
    shutil.copytree(ROOT / "examples", newcomer.home / "examples", copy_function=shutil.copyfile)
    commands = COMMAND.findall(FIRST_STEPS)

    for words, shown in commands:
        follow(newcomer, words, shown)
    assert len(commands) == len(re.findall(r"^    graphkit ", FIRST_STEPS, re.MULTILINE)) > 15
    look_into_browser(newcomer)
    look_at_files(newcomer)
    quick = COMMAND.findall(QUICK_START)
    for words, shown in quick:
        follow(newcomer, words, shown)
    assert len(quick) == 4
    demo(newcomer)
    kept_at_home(newcomer)


def follow(newcomer: Newcomer, words: str, shown: str) -> None:
    """Type one line of a page: it ends well and prints what the page shows."""
    done = newcomer.type("graphkit", *shlex.split(words.partition("  #")[0]))

    assert done.returncode == 0, newcomer.told
    printed = " ".join(done.stdout.split())
    for line in shown.splitlines():
        assert line.strip() in printed, newcomer.told


def look_into_browser(newcomer: Newcomer) -> None:
    """*Open the link, give the password*: both are where the page says, and its queries find something."""
    said = newcomer.type("graphkit", "browser", "actor-ties", "-p", "actor=Russia", "--no-open").stdout
    with urlopen(said.split()[-1].partition("?")[0], timeout=60) as page:
        assert page.status == 200
    told = newcomer.type("graphkit", "server", "start").stdout
    facts = dict(line.split(maxsplit=1) for line in told.splitlines())
    password = Path(facts["password"].removeprefix("in ")).read_text(encoding="utf-8").strip()
    with GraphDatabase.driver(facts["bolt"], auth=(facts["user"], password)) as driver:
        for query in QUERY.findall(FIRST_STEPS):
            assert driver.execute_query(query).records, query


def look_at_files(newcomer: Newcomer) -> None:
    """What the page says of the files it has written."""
    article, dossier = (
        (newcomer.home / name).read_text(encoding="utf-8") for name in ("article.html", "russia.html")
    )
    assert "would not budge on" in article
    for chapter in ("Denied", "Planned"):
        assert chapter.lower() in dossier.lower(), chapter
    with zipfile.ZipFile(newcomer.home / "favourites.zip") as favourites:
        assert any(name.endswith(".cypher") for name in favourites.namelist())
    assert "<graphml" in (newcomer.home / "graph.graphml").read_text(encoding="utf-8")
    assert (newcomer.home / "russia.ftm.json").read_text(encoding="utf-8").strip()


def demo(newcomer: Newcomer) -> None:
    """`make demo` after the installation: an answer with quotes, and a link."""
    (newcomer.home / "scripts").mkdir()
    shutil.copyfile(ROOT / "scripts" / "demo.sh", newcomer.home / "scripts" / "demo.sh")
    done = newcomer.type("sh", "scripts/demo.sh")

    assert done.returncode == 0, newcomer.told
    assert "a key Russian demand to ban Ukraine from NATO" in " ".join(done.stdout.split())
    assert "the graph holds" in done.stderr
    assert "/browser/?dbms=bolt" in done.stdout


def kept_at_home(newcomer: Newcomer) -> None:
    """What is kept is in the home, the password for its owner alone."""
    kept = {path.relative_to(newcomer.home).parts[:3] for path in newcomer.home.glob(".*/**/graphkit")}
    assert {(".cache", "graphkit"), (".config", "graphkit")} <= kept
    secret = newcomer.home / ".config" / "graphkit" / "neo4j-password"
    assert secret.stat().st_mode & 0o077 == 0
