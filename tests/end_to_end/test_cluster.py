"""Extraction on a real Ray cluster of two workers, one of which is killed."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.cluster import a_worker
from graphkit.cli.main import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
PATIENCE = 600


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen articles and a file that is none."""
    folder = tmp_path_factory.mktemp("news")
    for number in range(4):
        for article in EXAMPLES:
            shutil.copy(article, folder / f"2022-02-{number + 1:02}-{article.name}")
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 500)
    return folder


@pytest.fixture(scope="module")
def plain(news: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What one process writes of them."""
    out = tmp_path_factory.mktemp("plain") / "records.jsonl"
    assert run(["-q", "extract", str(news), "-o", str(out)]) == 1
    return out.read_bytes()


def cluster(*arguments: str) -> subprocess.Popen[str]:
    call = [sys.executable, "-m", "graphkit", "extract", "--engine", "ray", "--workers", "2", *arguments]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_worker_that_is_killed_loses_nothing_and_the_bytes_are_those_of_one_process(
    news: Path, plain: bytes, tmp_path: Path
):
    program = cluster("--shard-files", "1", str(news), "-o", str(tmp_path / "shards"))
    killed = None
    end = time.monotonic() + PATIENCE
    while killed is None and program.poll() is None and time.monotonic() < end:
        if any((tmp_path / "shards").glob("*.jsonl")):
            killed = a_worker(program.pid)
        time.sleep(0.05)
    if killed is not None:
        killed.kill()
    _, said = program.communicate(timeout=PATIENCE)

    assert killed is not None, said
    assert program.returncode == 1, said
    assert "broken.txt" in said
    shards = sorted((tmp_path / "shards").iterdir())
    assert len(shards) == 17
    assert b"".join(shard.read_bytes() for shard in shards) == plain
