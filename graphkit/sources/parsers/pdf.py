"""A PDF with text in it: its pages as lines."""

import io
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from graphkit.sources.parsers import Refused, TooMuch

LONGEST = 64 * 2**20
"""Characters of all pages."""


def parse(raw: bytes, pages: int) -> dict[str, Any]:
    """`{"pages": [text, ...], "title": ...}`. pages: the most that are read."""
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("is encrypted: save it without a password")
        if len(reader.pages) > pages:
            raise TooMuch(f"has {len(reader.pages)} pages, more than the {pages} allowed: part it")
        return {"pages": _texts(reader), "title": _title(reader)}
    except DependencyError as error:
        raise Refused("is encrypted: save it without a password") from error
    except PyPdfError as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _texts(reader: PdfReader) -> list[str]:
    texts: list[str] = []
    left = LONGEST
    for page in reader.pages:
        texts.append(page.extract_text()[:left])
        left -= len(texts[-1])
    return texts


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return str(title)[:2_000] if title else None
