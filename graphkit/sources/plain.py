"""Plain text files and standard input: one article each."""

from collections.abc import Iterator
from typing import BinaryIO

from graphkit.model import Article
from graphkit.sources.encoding import decode
from graphkit.sources.format import Format
from graphkit.sources.html import declared_charset
from graphkit.sources.inputs import Input
from graphkit.sources.streams import read_whole
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools


def read_plain(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article]:
    """The article in a stream; SourceError where it is too large, no text, empty or in another language."""
    raw = read_whole(stream, tools.options.limits.largest, source.name)
    yield compose(decode(raw, source.name, declared_charset(b"", source)), source, tools.options)


PLAIN = Format(
    frozenset((".txt", ".text")),
    lambda _: False,
    read_plain,
    frozenset(("text/plain", "text/markdown")),
    single=True,
)
