"""`make demo` after the installation: a server of its own, the examples, an answer with quotes, a link."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.store import server

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home, but for the jars: 143 MB are not fetched again."""
    folder = tmp_path / "home"
    folder.mkdir()
    server.find_home(os.environ).cache.mkdir(parents=True, exist_ok=True)
    (folder / "cache").symlink_to(server.find_home(os.environ).cache)
    return folder


def test_the_demo_answers_with_quotes_and_a_link(home: Path):
    environment = {
        "GRAPHKIT_HOME": str(home),
        "HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
    }
    try:
        done = subprocess.run(
            ["sh", "scripts/demo.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    finally:
        server.stop(server.home_at(home))

    assert done.returncode == 0, done.stderr
    assert "a key Russian demand to ban Ukraine from NATO" in " ".join(done.stdout.split())
    assert "the graph holds" in done.stderr
    assert "/browser/?dbms=bolt" in done.stdout
