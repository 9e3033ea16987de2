"""Where data goes: stdout, or a file that is there whole or not at all."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from graphkit.errors import UsageError
from graphkit.files import replacing


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """A text stream to `path`, or stdout where it is None or "-".

    A file appears under its name only when all is written; an error or interrupt leaves what was there.
    UsageError where it can't be written, raised before any work is done.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
    elif path.exists() and not path.is_file():
        with _refusals_told(path), path.open("w", encoding="utf-8") as stream:
            yield stream
    else:
        with ExitStack() as stack:
            with _refusals_told(path):
                beside = stack.enter_context(replacing(path))
            with beside.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """A new folder to write files to, which appears as `path` only when all are written.

    UsageError where there is something already, or nothing can be written there.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError(f"{path} is there already: name a folder that isn't, or an empty one")
    whole = Path(os.path.realpath(path))
    beside = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    with _refusals_told(path):
        beside.mkdir()
    try:
        yield beside
        if whole.exists():
            whole.rmdir()
        beside.rename(whole)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _refusals_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"can't write {path}: {error.strerror}; give another place with -o") from error
