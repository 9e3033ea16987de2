"""What `graphkit export` was asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """out: the file or folder to write. paths: what is to be exported where that isn't the graph.

    actor: whose part of the graph is asked for, as the user names it; None for all of it.
    """

    out: Path
    paths: tuple[Path | str, ...] = ()
    workers: int | None = None
    actor: str | None = None
