"""Plain text files and standard input: one article each, with what a file beside it says."""

from collections.abc import Iterator
from typing import BinaryIO

from graphkit.errors import SourceError
from graphkit.model import Article
from graphkit.sources.format import Format
from graphkit.sources.inputs import Input
from graphkit.sources.notes import read_notes, sidecar_of
from graphkit.sources.options import Options
from graphkit.sources.text import read_text


def read_plain(stream: BinaryIO, source: Input, options: Options) -> Iterator[Article]:
    """The article in a stream; SourceError where it is too large, no text, empty or in another language."""
    raw = stream.read(options.largest + 1)
    if len(raw) > options.largest:
        limit = f"{options.largest / 2**20:g} MB"
        raise SourceError(f"{source.name} is larger than {limit}: give each article a file of its own")
    if source.path is None:
        yield read_text(raw, None, options)
        return
    side = sidecar_of(source.path)
    yield read_text(raw, source.name, options, read_notes(side) if side else None)


PLAIN = Format(frozenset((".txt", ".text")), lambda _: False, read_plain)
