"""Bodies of HTTP as they were before they were packed for the way; given up where they grow too large."""

import zlib
from collections.abc import Iterable

from graphkit.errors import OverLimit, SourceError
from graphkit.sources.limits import megabytes

BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""The encodings that are read, with zlib's window bits."""


def read_body(pieces: Iterable[bytes], encoding: str, largest: int, name: str) -> bytes:
    """The whole body, unpacked; OverLimit where it is larger than allowed, packed or not, without reading on."""
    inflate = _inflater(encoding.strip().lower(), name)
    body: list[bytes] = []
    sent = size = 0
    for piece in pieces:
        sent += len(piece)
        try:
            unpacked = inflate.decompress(piece, largest - size + 1) if inflate else piece
        except zlib.error as error:
            raise SourceError(f"{name} has a body that can't be unpacked ({error}): try later") from error
        size += len(unpacked)
        if max(sent, size) > largest:
            raise OverLimit(
                f"{name} sends more than {megabytes(largest)}: no article is so large, so leave it out"
            )
        body.append(unpacked)
    return b"".join(body)


def _inflater(encoding: str, name: str) -> "zlib._Decompress | None":
    if encoding in ("", "identity"):
        return None
    if encoding not in BITS:
        raise SourceError(
            f"{name} has its body packed as {encoding[:40]!r}, which isn't read here: leave it out"
        )
    return zlib.decompressobj(BITS[encoding])
