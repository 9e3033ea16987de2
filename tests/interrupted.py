"""Loads that are interrupted as power cuts do it: the loader or the server killed with SIGKILL in the middle."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from graphkit.model import Extraction
from graphkit.model.record import write_line
from graphkit.store import Connection
from graphkit.store.server import Running

GROUP = 5
"""Articles of a transaction."""


@dataclass(frozen=True)
class Interrupted:
    """A file of articles, and a server to load them into."""

    file: Path
    running: Running

    def begun(self, groups: int) -> subprocess.Popen[str]:
        """A loader that has been told to write so many groups and then waits: it never ends by itself."""
        loader = subprocess.Popen(
            [sys.executable, "-m", "tests.loading_child", self.running.uri, str(GROUP), str(self.file)],
            env=os.environ | {"NEO4J_PASSWORD": self.running.password},
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert loader.stdin is not None
        loader.stdin.write("\n" * groups)
        loader.stdin.flush()
        return loader

    def kill_loader(self, groups: int, delay: float, loaded: "Loaded") -> int:
        """Kills it when `loaded` says that the last group but one is in, and so many seconds more have passed."""
        with self.begun(groups) as loader:
            loaded.wait((groups - 1) * GROUP, loader)
            time.sleep(delay)
            loader.kill()
        return loader.returncode

    def kill_server(self, groups: int, delay: float, loaded: "Loaded") -> tuple[int, str]:
        """Kills the server at that point; how the loader ended, and what it said."""
        with self.begun(groups) as loader:
            loaded.wait((groups - 1) * GROUP, loader)
            time.sleep(delay)
            server = psutil.Process(self.running.pid)
            server.kill()
            server.wait()
            # It may have come as far as to wait for more: now it gets all the rest.
            _, said = loader.communicate("\n" * 10_000)
        return loader.returncode, said


class Loaded:
    """Tells how many articles are in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self) -> int:
        found: int = self._connection.rows("MATCH (a:Article) RETURN count(a) AS articles")[0]["articles"]
        return found

    def wait(self, articles: int, loader: subprocess.Popen[str]) -> None:
        """Until so many are in, or the loader has ended."""
        while self.articles() < articles and loader.poll() is None:
            time.sleep(0.01)


def write_articles(file: Path, articles: list[Extraction]) -> Path:
    file.write_text("".join(f"{write_line(each)}\n" for each in articles), encoding="utf-8")
    return file
