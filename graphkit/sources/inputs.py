"""What a source is before it is read, and what is left of one that can't be."""

import os
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import GraphkitError

STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read. path: the file, as given or as found below a folder; None for standard input."""

    path: Path | None

    @property
    def name(self) -> str:
        """What messages and `Article.path` call it; bytes of a file name that are no text become U+FFFD."""
        return STDIN if self.path is None else os.fsencode(self.path).decode("utf-8", "replace")

    @property
    def suffix(self) -> str:
        """The end of the file name in lower case, with its dot; empty for standard input."""
        return "" if self.path is None else self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that couldn't be read, and why; reading goes on with the next."""

    name: str
    error: GraphkitError
