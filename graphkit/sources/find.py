"""Which inputs a command line means: files, folders with all below, globs, addresses, '-' for standard input."""

import glob
import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit.errors import NotFetched, SourceError
from graphkit.sources.formats import is_article_name, is_notes
from graphkit.sources.inputs import Failure, Input, page
from graphkit.sources.notes import Notes
from graphkit.sources.urls import WEB, scheme_of, tidy

log = logging.getLogger(__name__)

EXAMPLES = ".txt, .html, .pdf, .json or the like"


def find(paths: Iterable[str | Path]) -> Iterator[Input | Failure]:
    """The inputs in the order given, folders sorted by name, no file twice."""
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, Failure):
                yield found
            elif (key := _key(found)) not in seen:
                seen.add(key)
                yield found


def _key(found: Input) -> str:
    return found.name if found.path is None else os.path.realpath(found.path)


def _expand(path: str | Path) -> Iterator[Input | Failure]:
    if str(path) == "-":
        yield Input(None)
    elif os.path.isdir(path):  # noqa: PTH112 -- unlike Path.is_dir it is False, no error, for a name too long
        yield from _folder(Path(path))
    elif os.path.lexists(path):
        yield Input(Path(path))
    elif (scheme := scheme_of(str(path))) is not None:
        yield _address(str(path), scheme)
    else:
        yield from _glob(str(path))


def _address(address: str, scheme: str) -> Input | Failure:
    if scheme not in WEB:
        return Failure(
            address, NotFetched(f"{address} isn't on the web: give an address with http:// or https://")
        )
    whole = tidy(address, keep_query=True)
    if whole is None:
        return Failure(address, NotFetched(f"{address[:200]} is no whole address: check it"))
    return page(whole, Notes())


def _glob(pattern: str) -> Iterator[Input | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    if not matches:
        yield Failure(pattern, SourceError(f"{pattern} isn't there: check the path"))
    for match in matches:
        yield from _expand(match)


def _folder(folder: Path) -> Iterator[Input | Failure]:
    """The articles below a folder; a Failure where there is none, or where a folder can't be listed."""
    found = left = 0
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                if is_article_name(path.name) and not is_notes(path):
                    found += 1
                    yield Input(path)
                else:
                    left += 1
            elif path == folder or not path.is_symlink():
                # Reversed, because the stack gives the last one first.
                waiting += sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True)
        except OSError as error:
            found += 1
            yield Failure(
                str(path), SourceError(f"{path} can't be listed ({error.strerror}): mend its permissions")
            )
    if left:
        log.info("%s: %d files of other kinds left alone", folder, left)
    if not found:
        yield Failure(
            str(folder), SourceError(f"{folder} holds no articles: put files into it that end in {EXAMPLES}")
        )
