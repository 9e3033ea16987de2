"""Hostile files of every format end soon, by name, and leave nothing behind."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.model import Article
from graphkit.sources import Failure, Input, Limits, Options, Tools
from tests import made
from tests.unit.sources.hostile import CASES, READ
from tests.unit.sources.test_formats import ALL, PACKED

SECONDS = 60
"""Of this process's time, for any of them; the confined process is held to a limit of its own."""

FEW = 200
"""Outcomes of one hostile file."""


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Tools(Options(limits=Limits(seconds=8))) as tools:
        yield tools


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the home, the working and the temporary folder of whoever reads."""
    for name in ("home", "work", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_ends_soon_by_name_and_leaves_nothing_behind(
    tools: Tools, watched: Path, name: str
) -> None:
    case = CASES[name]
    file = watched / case.file
    file.write_bytes(case.make())
    before = sorted(watched.rglob("*"))

    started = time.process_time()
    outcomes = list(tools.read(Input(file)))
    took = time.process_time() - started

    assert sorted(watched.rglob("*")) == before
    assert took < SECONDS
    assert 0 < len(outcomes) < FEW
    failures = [each for each in outcomes if isinstance(each, Failure)]
    articles = [each for each in outcomes if isinstance(each, Article)]
    assert all(str(file) in failure.name for failure in failures)
    assert all(str(file) in str(failure.error).replace("'", "") for failure in failures)
    if case.errors == READ:
        assert articles
        assert not failures, [str(failure.error) for failure in failures]
    else:
        assert failures, articles
        assert all(isinstance(failure.error, case.errors) for failure in failures), failures
    for article in articles:
        assert_harmless(article)


def assert_harmless(article: Article) -> None:
    assert "root:" not in article.text
    assert not set(article.text) & set("\0\u200b\u202e\u2066\r")
    assert article.text.encode("utf-8")
    assert article.text.startswith(article.title)
    assert len(article.title) <= 500
    assert article.url is None or article.url.startswith("https://")


MUTATIONS = (
    b"\0",
    b"\xff\xfe",
    b"<",
    b"]]>",
    b"&",
    b'"',
    b"\r\n",
    b"\xed\xa0\x80",
    b"9999999999",
    b"-1",
    b"{",
    b"[",
)
GOOD = {
    **ALL,
    **PACKED,
    "crawl.warc": made.warc(
        (made.URL, "text/html", made.html()), (f"{made.URL}/2", "text/html", made.html())
    ),
    "crawl.warc.gz": made.warc((made.URL, "text/html", made.html()), packed=True),
    "a.txt": made.TEXT.encode(),
}


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with some of its bytes lost, changed, doubled or joined by others."""
    raw = bytearray(content)
    for _ in range(chance.choice((1, 2, 5, 20))):
        place = chance.randrange(len(raw) + 1)
        match chance.randrange(4):
            case 0:
                del raw[place : place + chance.randrange(1, 50)]
            case 1:
                raw[place:place] = chance.choice(MUTATIONS)
            case 2:
                raw[place:place] = raw[:place][-chance.randrange(1, 100) :]
            case 3:
                raw[place : place + 1] = bytes([chance.randrange(256)])
    return bytes(raw)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_was_damaged_is_read_or_told(tools: Tools, tmp_path: Path, name: str) -> None:
    chance = random.Random(name)

    for _ in range(40):
        (tmp_path / name).write_bytes(mutated(GOOD[name], chance))
        for outcome in tools.read(Input(tmp_path / name)):
            if isinstance(outcome, Article):
                assert_harmless(outcome)
            else:
                assert isinstance(outcome, Failure)
                assert "crashed" not in str(outcome.error)


def test_there_are_as_many_hostile_cases_as_promised() -> None:
    assert len(CASES) >= 60


LARGE = [
    "zip bomb",
    "zip bomb of lines",
    "gzip bomb of lines",
    "bzip2 bomb",
    "tar with a huge note",
    "JSON of 100 MB on one line",
    "JSON line of 100 MB",
    "JSON of 100,000 keys",
    "CSV of 100 MB on one line",
    "CSV with a quote without end",
    "box with a mail of 40 MB",
    "crawl with a packed bomb",
    "text of 100 MB on one line",
]

UNDER_A_LIMIT = """
import resource, sys
from graphkit.sources import Failure, read
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
print(sum(isinstance(each, Failure) for each in read(sys.argv[2:])))
"""


def test_the_largest_are_given_up_within_a_gigabyte(tmp_path: Path) -> None:
    files = []
    for number, name in enumerate(LARGE):
        files.append(tmp_path / f"{number}-{CASES[name].file}")
        files[-1].write_bytes(CASES[name].make())

    done = subprocess.run(
        [sys.executable, "-c", UNDER_A_LIMIT, str(2**30), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout) >= len(LARGE)
