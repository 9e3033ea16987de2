"""Files packed by gzip or bzip2: talks.txt.gz, crawl.warc.gz, talks.tar.bz2."""

import bz2
import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader
from typing import BinaryIO, cast

from graphkit.errors import OverLimit
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Input
from graphkit.sources.streams import Unpacked
from graphkit.sources.tools import Tools


def _reads(
    opened: Callable[[BinaryIO], BinaryIO],
) -> Callable[[BinaryIO, Input, Tools], Iterator[Outcome | Input]]:
    def read(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
        """What the file inside holds."""
        if source.depth >= tools.options.limits.depth:
            raise OverLimit(f"{source.name} is packed within {source.depth} archives: unpack them yourself")
        with opened(stream) as unpacker:
            reader = BufferedReader(Unpacked(unpacker.read, tools.budget, source.name))
            yield from tools.outcomes(reader, _inside(source))

    return read


def _inside(source: Input) -> Input:
    return replace(source, packed=True, media="", depth=source.depth + 1)


GZIP = Format(
    frozenset((".gz", ".tgz")),
    lambda head: head.startswith(b"\x1f\x8b"),
    _reads(lambda stream: cast("BinaryIO", gzip.GzipFile(fileobj=stream))),
    frozenset(("application/gzip", "application/x-gzip")),
)
BZIP2 = Format(
    frozenset((".bz2", ".tbz2", ".tbz")),
    lambda head: head.startswith(b"BZh") and head[4:10] == b"1AY&SY",
    _reads(lambda stream: cast("BinaryIO", bz2.BZ2File(stream))),
    frozenset(("application/x-bzip2",)),
)
