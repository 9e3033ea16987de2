"""The records of a web archive one after another, and the HTTP answers in them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from graphkit.errors import OverLimit, SourceError
from graphkit.sources.inflate import read_body
from graphkit.sources.limits import megabytes

VERSION = re.compile(rb"WARC/\d\.\d+\s*\Z")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
LONGEST_LINE = 64 * 1024
MOST_HEADERS = 500
MOST_BLANK = 1_000
"""Empty lines between two records; two are right."""

PIECE = 2**20
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Answer:
    """status: of HTTP. media: content type. body: reads and unpacks it; OverLimit or SourceError where it can't."""

    status: int
    media: str
    body: Callable[[], bytes]


class _Part:
    """So many bytes of a stream, to be read before the next record."""

    def __init__(self, stream: BinaryIO, left: int) -> None:
        self._stream = stream
        self.left = left

    def read(self, size: int) -> bytes:
        found = self._stream.read(min(size, self.left))
        self.left = self.left - len(found) if found else 0
        return found

    def readline(self) -> bytes:
        found = self._stream.readline(min(LONGEST_LINE, self.left))
        self.left = self.left - len(found) if found else 0
        return found

    def skip(self) -> None:
        while self.left:
            self.read(PIECE)


@dataclass(frozen=True, slots=True)
class Record:
    """kind: "response", "request" ... url: its target's, empty where it has none. headers: in lower case."""

    kind: str
    url: str
    headers: Mapping[str, str]
    part: _Part

    def answer(self, largest: int, name: str) -> Answer:
        """What the server answered; a record without HTTP in it is taken for what it holds."""
        media = self.headers.get("content-type", "")
        if not media.startswith("application/http"):
            return Answer(200, media, lambda: _body(self.part, {}, largest, name))
        status = STATUS.match(self.part.readline())
        if status is None:
            raise SourceError(f"{name} holds no answer of HTTP: leave it out")
        headers = _headers(self.part.readline, name)
        return Answer(
            int(status[1]), headers.get("content-type", ""), lambda: _body(self.part, headers, largest, name)
        )


def records(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The records of an archive; SourceError where one doesn't begin as it should, or breaks off."""
    number = 0
    while (first := _first_line(stream)) is not None:
        number += 1
        place = f"{name}:{number}"
        if VERSION.match(first) is None:
            raise SourceError(
                f"{place} doesn't begin as a record of WARC: the archive is broken, get it again"
            )
        headers = _headers(lambda: stream.readline(LONGEST_LINE), place)
        length = headers.get("content-length", "")
        if not length.isdecimal() or len(length) > 15:
            raise SourceError(f"{place} has no length: the archive is broken, get it again")
        part = _Part(stream, int(length))
        kind, url = headers.get("warc-type", ""), headers.get("warc-target-uri", "").strip("<>")
        yield Record(kind, url, headers, part)
        part.skip()


def _first_line(stream: BinaryIO) -> bytes | None:
    """The next line that isn't empty; None at the end."""
    for _ in range(MOST_BLANK):
        line = stream.readline(LONGEST_LINE)
        if not line:
            return None
        if line.strip():
            return line
    return b""


def _headers(readline: Callable[[], bytes], name: str) -> dict[str, str]:
    """Up to the empty line; a line that begins with a space goes on with the one before."""
    found: dict[str, str] = {}
    key = ""
    for _ in range(MOST_HEADERS):
        line = readline().decode("utf-8", "replace")
        if not line.strip():
            return found
        if line[0] in " \t" and key:
            found[key] += f" {line.strip()}"
            continue
        key, _, value = line.partition(":")
        key = key.strip().lower()
        found[key] = value.strip()
    raise OverLimit(f"{name} has more than {MOST_HEADERS} headers: leave it out")


def _body(part: _Part, headers: Mapping[str, str], largest: int, name: str) -> bytes:
    """The body without its packing. Some crawlers undo it and leave the headers as they were."""
    raw = part.read(largest + 1)
    if len(raw) > largest:
        raise OverLimit(
            f"{name} is larger than {megabytes(largest)}: no article is so large, so leave it out"
        )
    if "chunked" in headers.get("transfer-encoding", "").lower():
        raw = joined(raw)
    encoding = headers.get("content-encoding", "")
    if "gzip" in encoding.lower() and not raw.startswith(GZIP):
        encoding = ""
    return read_body([raw], encoding, largest, name)


def joined(raw: bytes) -> bytes:
    """A chunked body without the lengths between its pieces; as it is where it has none."""
    pieces: list[bytes] = []
    place = 0
    while (found := CHUNK.match(raw, place)) is not None:
        size = int(found[1], 16)
        if not size:
            break
        pieces.append(raw[found.end() : found.end() + size])
        place = found.end() + size
        place += 2 if raw.startswith(b"\r\n", place) else 0
    return b"".join(pieces) if pieces else raw
