"""The body of an answer: unpacked piece by piece, and given up where it grows too large."""

import zlib
from collections.abc import Iterable

from graphkit.errors import NotFetched, OverLimit
from graphkit.sources.limits import megabytes

ENCODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""What we ask for, with zlib's window bits."""


def read_body(pieces: Iterable[bytes], encoding: str, largest: int, address: str) -> bytes:
    """The whole body, unpacked; OverLimit where it is larger than allowed, packed or not, without reading on."""
    unpack = _unpacker(encoding.strip().lower(), largest, address)
    body: list[bytes] = []
    sent = size = 0
    for piece in pieces:
        sent += len(piece)
        unpacked = unpack(piece, largest - size + 1)
        size += len(unpacked)
        if max(sent, size) > largest:
            raise OverLimit(
                f"{address} sends more than {megabytes(largest)}: no article is so large, so leave it out"
            )
        body.append(unpacked)
    return b"".join(body)


class _Unpacker:
    def __init__(self, bits: int, address: str) -> None:
        self._inflate = zlib.decompressobj(bits)
        self._address = address

    def __call__(self, piece: bytes, most: int) -> bytes:
        try:
            return self._inflate.decompress(piece, most)
        except zlib.error as error:
            raise NotFetched(
                f"{self._address} sends a body that can't be unpacked ({error}): try later"
            ) from error


def _unpacker(encoding: str, largest: int, address: str) -> "_Unpacker | _AsIs":
    if encoding in ("", "identity"):
        return _AsIs()
    if encoding not in ENCODINGS:
        raise NotFetched(
            f"{address} sends its body packed as {encoding[:40]!r}, which we didn't ask for: try later"
        )
    return _Unpacker(ENCODINGS[encoding], address)


class _AsIs:
    def __call__(self, piece: bytes, most: int) -> bytes:
        return piece
