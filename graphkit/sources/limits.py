"""How much reading may take before it is given up: sizes, times and depths."""

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """largest: bytes of one article; a long book has two million. document: bytes of one JSON file.

    seconds, memory: processor time and bytes that taking one page, PDF, feed or mail apart may take.
    free, ratio, total: an archive may unpack to `free` bytes, to `ratio` times its size beyond that, and to no
    more than `total`. members: files in one archive. depth: archives within archives.
    pages: of one PDF.
    """

    largest: int = 32 * MEGABYTE
    document: int = 64 * MEGABYTE
    seconds: int = 30
    memory: int = 1536 * MEGABYTE
    free: int = 64 * MEGABYTE
    ratio: int = 100
    total: int = 64 * 1024 * MEGABYTE
    members: int = 200_000
    depth: int = 4
    pages: int = 2_000


def megabytes(size: int) -> str:
    """1.5 MB."""
    return f"{size / MEGABYTE:.3g} MB"
