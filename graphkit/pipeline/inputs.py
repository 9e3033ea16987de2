"""What the paths of a command line hold, as the stages take it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit.errors import EmptyArticle, SourceError
from graphkit.model import Article, Extraction
from graphkit.pipeline.outcome import Failure, Read, failure
from graphkit.sources import Failure as Unread
from graphkit.sources import Options, find, read


def inputs(paths: Iterable[Path | str], options: Options | None = None) -> Iterator[Read]:
    """Articles, extractions and failures, in the order of the paths: files, folders, addresses, "-"."""
    return map(ours, read(paths, options))


def sentences(paths: Iterable[Path | str]) -> Iterator[Article | Failure]:
    """Each line as an article of its own, one sentence whose tokens single spaces part."""
    for source in find(paths):
        if isinstance(source, Unread):
            yield failure(source.name, "source", source.error)
            continue
        if source.web is not None:
            yield failure(
                source.name, "source", SourceError(f"{source.name} is on the web: save it as a file")
            )
            continue
        try:
            yield from _lines(source.path, source.name)
        except (OSError, UnicodeDecodeError) as error:
            yield failure(source.name, "source", SourceError(f"{source.name} can't be read: {error}"))


def _lines(path: Path | None, name: str) -> Iterator[Article | Failure]:
    raw = sys.stdin.buffer.read() if path is None else path.read_bytes()
    lines = [line for line in raw.decode("utf-8").split("\n") if line.strip()]
    if not lines:
        yield failure(name, "source", EmptyArticle(f"{name} holds no sentences: write one a line"))
    for line in lines:
        yield Article(text=" ".join(word for word in line.strip().split(" ") if word), path=name)


def ours(found: Article | Extraction | Unread) -> Read:
    """What a source gives, as the stages take it."""
    return failure(found.name, "source", found.error, source=found) if isinstance(found, Unread) else found
