"""What the local server's functions take and give."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

NEO4J_VERSION = "5.26.30"

Say = Callable[[str], None]
"""Told in plain words what is being done, at most every few seconds."""

Progress = Callable[[int, int], None]
"""Told how many bytes of how many have been fetched."""


@dataclass(frozen=True)
class Running:
    """A server that answers: all that a driver or a browser needs."""

    uri: str
    username: str
    password: str = field(repr=False)
    http_url: str
    pid: int
    database: str = "neo4j"
    version: str = NEO4J_VERSION


@dataclass(frozen=True)
class Status:
    """What is known without asking the database.

    `crashed` means that the server ended without being stopped; `starting` that its port doesn't answer yet.
    """

    state: Literal["running", "starting", "stopped", "crashed"]
    pid: int | None
    uri: str
    http_url: str
    version: str
    data: Path
    log: Path


def unheard(_: str) -> None:
    """A `Say` for nobody."""


def unseen(_done: int, _total: int) -> None:
    """A `Progress` for nobody."""
