"""ZIP archives of articles."""

import stat
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from graphkit.errors import NotText, SourceError, Unsafe
from graphkit.sources.archives import Members
from graphkit.sources.format import Format, Outcome
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.streams import BROKEN, read_whole
from graphkit.sources.tools import Tools

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
"""LZMA may ask for gigabytes before it unpacks a byte."""

ENCRYPTED = 1
DOCUMENTS = {
    "[Content_Types].xml": "an Office document (.docx, .xlsx, .pptx)",
    "META-INF/manifest.xml": "an OpenDocument file (.odt)",
    "META-INF/container.xml": "an e-book (.epub)",
    "AndroidManifest.xml": "an Android program",
}


def read_zip(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Outcome | Input]:
    """What the members hold, in the archive's order; nothing is written anywhere."""
    if not stream.seekable():
        stream = BytesIO(read_whole(stream, tools.options.limits.document, source.name))
    members = Members(source, tools)
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise SourceError(f"{source.name} is no whole ZIP archive ({error}): get it again") from error
    with archive:
        _refuse_documents(archive, source)
        for info in archive.infolist():
            if info.is_dir():
                members.count()
                continue
            yield from _outcomes(archive, info, members)
    members.end()


def _outcomes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, members: Members) -> Iterator[Outcome | Input]:
    wrong = _wrong(info, members.source.member(info.filename).name)
    if wrong is not None:
        yield from members.outcomes(info.filename, BytesIO(), wrong)
        return
    try:
        member = archive.open(info)
    except BROKEN as error:
        name = members.source.member(info.filename).name
        yield Failure(name, SourceError(f"{name} can't be unpacked ({error}): get the archive again"))
        members.read += 1
        return
    with member:
        yield from members.outcomes(info.filename, member, None)  # type: ignore[arg-type] # it has what is read


def _wrong(info: zipfile.ZipInfo, name: str) -> SourceError | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return Unsafe(f"{name} is a link to another file: put that file into the archive instead")
    if info.flag_bits & ENCRYPTED:
        return SourceError(f"{name} is encrypted: make the archive without a password")
    if info.compress_type not in METHODS:
        return SourceError(
            f"{name} is packed in a way that isn't read (method {info.compress_type}): use deflate"
        )
    return None


def _refuse_documents(archive: zipfile.ZipFile, source: Input) -> None:
    for name, kind in DOCUMENTS.items():
        if name in archive.NameToInfo:
            raise NotText(f"{source.name} is {kind}, no archive of articles: save it as text, HTML or PDF")


ZIP = Format(
    frozenset((".zip",)),
    lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
    read_zip,
    frozenset(("application/zip", "application/x-zip-compressed")),
)
