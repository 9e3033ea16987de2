"""Streams that count what passes through them, and reading no more of one than is allowed."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from graphkit.errors import OverLimit, SourceError
from graphkit.sources.budget import Budget
from graphkit.sources.limits import megabytes

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN: tuple[type[Exception], ...] = (EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
BROKEN += (zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the unpackers of the standard library raise over bytes that are broken, encrypted or of an odd kind."""


class Counted(io.RawIOBase):
    """A stream of unknown length; what is read of it counts as the size of the input."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        found = self._inner.read(len(view))
        self._budget.packed += len(found)
        view[: len(found)] = found
        return len(found)


class Unpacked(io.RawIOBase):
    """What comes out of an unpacker, counted against the budget; its complaints are errors of ours.

    unpack: gives at most so many bytes, none at the end.
    """

    def __init__(self, unpack: Callable[[int], bytes], budget: Budget, name: str) -> None:
        self._unpack = unpack
        self._budget = budget
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        try:
            found = self._unpack(len(view))
        except BROKEN as error:
            raise SourceError(f"{self._name} can't be unpacked ({error}): get it again") from error
        self._budget.spend(len(found), self._name)
        view[: len(found)] = found
        return len(found)


def read_whole(stream: BinaryIO, largest: int, name: str) -> bytes:
    """All that is in the stream; OverLimit where that is more than `largest` bytes, without reading on."""
    raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise OverLimit(f"{name} is larger than {megabytes(largest)}: give each article a file of its own")
    return raw
