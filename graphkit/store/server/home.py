"""Where the local server keeps its things."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import ServerError
from graphkit.settings.folders import find_folders, folders_under
from graphkit.store.server.values import NEO4J_VERSION

ELSEWHERE = "set GRAPHKIT_HOME to a folder you may write to"


@dataclass(frozen=True)
class Home:
    """The four folders, each of which the user may delete knowing what is lost.

    cache: the jars, fetched again when missing; config: the password and the user's own settings;
    data: the graph; state: logs, process id and ports.
    """

    cache: Path
    config: Path
    data: Path
    state: Path

    @property
    def jars(self) -> Path:
        return self.cache / f"neo4j-{NEO4J_VERSION}"

    @property
    def password_file(self) -> Path:
        return self.config / "neo4j-password"

    @property
    def user_conf(self) -> Path:
        """Settings of `neo4j.conf` that the user adds or overrides."""
        return self.config / "neo4j.conf"

    @property
    def neo4j(self) -> Path:
        """Neo4j's own home: `data/` and, where the user adds some, `plugins/`."""
        return self.data / "neo4j"

    @property
    def conf(self) -> Path:
        """The folder of the `neo4j.conf` in force, written at each start."""
        return self.state / "neo4j" / "conf"

    @property
    def logs(self) -> Path:
        return self.state / "neo4j" / "logs"

    @property
    def console(self) -> Path:
        """What the server has said since its last start."""
        return self.logs / "console.log"

    @property
    def note(self) -> Path:
        """What one command remembers for the next: process and ports."""
        return self.state / "neo4j" / "server.json"

    @property
    def lock(self) -> Path:
        return self.state / "neo4j" / "server.lock"

    def prepare(self) -> None:
        """Make the folders; raises ServerError where that isn't allowed."""
        for folder in (self.jars, self.config, self.neo4j, self.conf, self.logs):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise ServerError(f"can't make {folder}: {error.strerror or error}; {ELSEWHERE}") from error
            if not os.access(folder, os.W_OK | os.X_OK):
                raise ServerError(f"{folder} is not yours to write to; {ELSEWHERE}")


def home_at(folder: Path) -> Home:
    """Everything under one folder."""
    return Home(*folders_under(folder))


def find_home(environ: Mapping[str, str]) -> Home:
    """Under `GRAPHKIT_HOME` where that is set, else where the system keeps such things."""
    return Home(*find_folders(environ))
