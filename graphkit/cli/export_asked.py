"""What `graphkit export` was asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """out: the file or folder to write. paths: what is to be exported where that isn't the graph."""

    out: Path
    paths: tuple[Path | str, ...] = ()
    workers: int | None = None
