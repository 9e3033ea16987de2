"""What a source is before it is read, and what is left of one that can't be."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from graphkit.errors import GraphkitError
from graphkit.sources.notes import Notes

STDIN = "standard input"
PACKED = {".gz": "", ".bz2": "", ".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar"}
"""What the end of a packed file's name stands for."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: a file, something on the web, standard input, or a part of one.

    path: the file, as given or as found below a folder; None for standard input and the web.
    web: the address it is fetched from, None for files and standard input.
    part: what of it: "/a/b.txt" for a member of an archive, ":3" for a line, message, record or entry.
    url: its own address, where it is a page; what holds many articles has none to give them.
    media: its content type as whoever hands it out says ("text/html; charset=utf-8").
    known: what is certain about it, whatever it says itself. said: what whatever holds it says.
    depth: how many archives are around it. packed: whether what is read was packed (.gz) in it.
    revision: a digest of the feed's entry that led here, None where none did.
    """

    path: Path | None
    web: str | None = None
    part: str = ""
    url: str | None = None
    media: str = ""
    known: Notes = field(default_factory=Notes)
    said: Notes = field(default_factory=Notes)
    depth: int = 0
    packed: bool = False
    revision: str | None = None

    @property
    def name(self) -> str:
        """What messages call it; bytes of a file name that are no text become U+FFFD."""
        if self.path is not None:
            return os.fsencode(self.path).decode("utf-8", "replace") + self.part
        return (self.web or STDIN) + self.part

    @property
    def place(self) -> str | None:
        """What `Article.path` calls it: the file and the part of it; None where there is no file."""
        return None if self.path is None else self.name

    @property
    def file_name(self) -> str:
        """The last part of its path, for its suffix and a date; empty for standard input."""
        name = self._last_step()
        return inside_name(name) if self.packed else name

    @property
    def suffix(self) -> str:
        """The end of the file name in lower case, with its dot; empty where there is none."""
        return PurePosixPath(self.file_name).suffix.lower()

    @property
    def content_type(self) -> str:
        """The content type without its parameters: "text/html"."""
        return self.media.partition(";")[0].strip().lower()

    def member(self, name: str) -> "Input":
        """A member of this archive."""
        return Input(self.path, self.web, f"{self.part}/{name}", depth=self.depth + 1)

    def numbered(self, number: int) -> "Input":
        """One of the articles in it: the line, message, record or entry with this number, from 1."""
        return replace(self, part=f"{self.part}:{number}", url=None, media="", revision=None)

    def _last_step(self) -> str:
        if "/" in self.part:
            member = self.part.rpartition("/")[2]
            stem, colon, number = member.rpartition(":")
            return stem if colon and number.isdigit() else member
        if self.url or self.web:
            return unquote(PurePosixPath(_path_of(self.url or self.web or "")).name)
        return self.path.name if self.path is not None else ""


def page(address: str, said: Notes, revision: str | None = None) -> Input:
    """A page of the web."""
    return Input(None, address, url=address, said=said, revision=revision)


def inside_name(name: str) -> str:
    """talks.txt.gz -> talks.txt; crawl.tgz -> crawl.tar; any other name as it is."""
    suffix = PurePosixPath(name).suffix
    ending = PACKED.get(suffix.lower())
    return name if ending is None else f"{name[: -len(suffix)]}{ending}"


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that couldn't be read, and why; reading goes on with the next.

    source: what it was found in, a whole file or page; None where there is none. body: the bytes of that page.
    """

    name: str
    error: GraphkitError
    source: Input | None = None
    body: bytes | None = field(default=None, repr=False)
