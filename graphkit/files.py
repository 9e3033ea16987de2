"""Files that are there whole or not at all, also where the power fails or another process reads them meanwhile."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphkit.errors import SettingsError

FOR_ALL = 0o666
"""Less what the user's umask takes away, as for any new file."""
PRIVATE = 0o600


@contextmanager
def replacing(path: Path, mode: int = FOR_ALL) -> Iterator[Path]:
    """An empty file beside `path` to write to, which takes its place once all is written and on the disk.

    An error or interrupt leaves what was there, and no trace. A link stays one, and a file keeps its mode.
    OSError where nothing can be written there, before any work is done.
    """
    whole = Path(os.path.realpath(path))
    beside = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode))
    try:
        yield beside
        _settle(beside)
        if whole.exists():
            beside.chmod(stat.S_IMODE(whole.stat().st_mode))
        beside.replace(whole)
    finally:
        beside.unlink(missing_ok=True)


def keep(path: Path, content: bytes) -> None:
    """Write a file of graphkit's own state, for its user's eyes alone; SettingsError where that can't be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(path, PRIVATE) as beside:
            beside.write_bytes(content)
    except OSError as error:
        raise SettingsError(
            f"{path} can't be written ({error.strerror}): make its folder writable, or set GRAPHKIT_HOME"
        ) from error


def _settle(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
