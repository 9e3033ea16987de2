"""TAR archives of articles, read from front to back as they stream in."""

import tarfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from graphkit.errors import OverLimit, SourceError, Unsafe
from graphkit.sources.archives import Members, is_read
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Input
from graphkit.sources.limits import megabytes
from graphkit.sources.streams import BROKEN
from graphkit.sources.tools import Tools

USTAR = 257
WRONG: tuple[type[Exception], ...] = (tarfile.TarError, *BROKEN, IndexError, OverflowError, RecursionError)
LARGEST_HEADER = 4 * 2**20
"""Bytes between the end of one member and the data of the next: names and notes are kilobytes."""


class _Metered:
    """The stream for `tarfile`, which may be read up to a place only: or a header could claim all the memory.

    tarfile reads such headers whole, to get at long names and notes.
    """

    def __init__(self, inner: BinaryIO, name: str) -> None:
        self._inner = inner
        self._name = name
        self._position = 0
        self.end = LARGEST_HEADER

    def read(self, size: int) -> bytes:
        found = self._inner.read(size)
        self._position += len(found)
        if self._position > self.end:
            limit = megabytes(LARGEST_HEADER)
            raise OverLimit(f"{self._name} has a header larger than {limit}: it looks like a bomb")
        return found


def read_tar(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
    """What the members hold, in the archive's order; nothing is written anywhere."""
    members = Members(source, tools)
    metered = _Metered(stream, source.name)
    try:
        with tarfile.open(fileobj=metered, mode="r|") as archive:  # type: ignore[call-overload] # it only reads
            while (info := archive.next()) is not None:
                metered.end = archive.offset + LARGEST_HEADER  # where the next begins
                yield from _outcomes(archive, info, members)
                # tarfile keeps every member it saw; a long archive would fill the memory.
                archive.members = []
    except WRONG as error:
        raise SourceError(f"{source.name} is no whole TAR archive ({error}): get it again") from error
    members.end()


def _outcomes(archive: tarfile.TarFile, info: tarfile.TarInfo, members: Members) -> Iterator[Outcome | Input]:
    name = members.source.member(info.name).name
    if info.isdir():
        members.count()
    elif not info.isreg() or info.issparse():
        wrong = Unsafe(
            f"{name} is a link, a device or a file with holes: put a plain file into the archive instead"
        )
        yield from members.outcomes(info.name, BytesIO(), wrong if is_read(info.name) else None)
    else:
        member = archive.extractfile(info)
        yield from members.outcomes(info.name, member or BytesIO(), None)  # type: ignore[arg-type]


TAR = Format(
    frozenset((".tar",)),
    lambda head: head[USTAR : USTAR + 5] == b"ustar",
    read_tar,
    frozenset(("application/x-tar",)),
)
