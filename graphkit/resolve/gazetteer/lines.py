"""Lines of a large file one by one, packed or not, with their numbers."""

import bz2
import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from graphkit.errors import SettingsError


def numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """Lines that aren't blank, numbered from 1, without their ends.

    SettingsError where the file can't be read; where it is cut off, after all that is whole.
    """
    number = 0
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, 1):
                if stripped := line.strip():
                    yield number, stripped
    except EOFError as error:
        raise SettingsError(f"{path} ends in the middle, after line {number}: fetch it again") from error
    except (OSError, lzma.LZMAError) as error:
        raise SettingsError(f"{path} can't be read after line {number} ({error}): check the file") from error


def _opened(path: Path) -> IO[bytes]:
    match path.suffix.lower():
        case ".gz":
            return gzip.open(path, "rb")  # type: ignore[return-value]  # as good as a file: it gives lines of bytes
        case ".bz2":
            return bz2.open(path, "rb")
        case ".xz":
            return lzma.open(path, "rb")
        case _:
            return path.open("rb")
