"""The formats that are read. A new one is a file of its own, with a line in `FORMATS`, or an entry point."""

from functools import cache
from pathlib import Path, PurePosixPath

from graphkit.sources.csv import CSV
from graphkit.sources.feed import FEED
from graphkit.sources.format import Format
from graphkit.sources.html import HTML
from graphkit.sources.inputs import Input, inside_name
from graphkit.sources.json import JSON
from graphkit.sources.mail import BOX, MESSAGE
from graphkit.sources.packed import BZIP2, GZIP
from graphkit.sources.parquet import PARQUET
from graphkit.sources.pdf import PDF
from graphkit.sources.plain import PLAIN
from graphkit.sources.plugins import plugins
from graphkit.sources.records import RECORDS
from graphkit.sources.tar import TAR
from graphkit.sources.warc import WARC
from graphkit.sources.zip import ZIP

FORMATS: tuple[Format, ...] = (
    RECORDS, PARQUET, GZIP, BZIP2, ZIP, TAR, WARC, PDF, HTML, FEED, BOX, MESSAGE, JSON, CSV, PLAIN,
)  # fmt: skip
"""In the order they are asked. The last takes what no other knows, and refuses by name what it can't read."""


@cache
def suffixes() -> frozenset[str]:
    """What is read in a folder or an archive; a file named on the command line is read whatever its name."""
    return frozenset().union(*(form.suffixes for form in (*FORMATS, *plugins())))


@cache
def _single_suffixes() -> frozenset[str]:
    return frozenset().union(*(form.suffixes for form in (*FORMATS, *plugins()) if form.single))


def takes_notes(source: Input) -> bool:
    """Whether a file of notes beside the file counts: not where it holds many articles."""
    return source.suffix in _single_suffixes() or source.suffix not in suffixes()


def is_notes(path: Path) -> bool:
    """Whether a .json file of a folder is the notes beside another, not articles itself."""
    if path.suffix.lower() != ".json":
        return False
    stem = path.with_suffix("")
    if stem.suffix.lower() in _single_suffixes() and stem.is_file():
        return True
    return any(stem.with_name(stem.name + suffix).is_file() for suffix in sorted(_single_suffixes()))


def is_article_name(name: str) -> bool:
    """Whether a file of this name is read in a folder or an archive."""
    found = PurePosixPath(name).suffix.lower()
    if found not in suffixes():
        return False
    inside = inside_name(name)
    return inside == name or is_article_name(inside)


def format_of(source: Input, head: bytes) -> Format:
    """The format of an input that begins with these bytes: content, then content type, then name."""
    for form in FORMATS:
        if form.begins(head):
            return form
    found = by_media(source.content_type) or _by_suffix(FORMATS, source.suffix)
    if found is not None and found is not PLAIN:
        return found
    return _plugin_for(source, head) or PLAIN


def by_media(content_type: str) -> Format | None:
    """The shipped format of a content type, or None."""
    return next((form for form in FORMATS if content_type in form.media), None)


def _plugin_for(source: Input, head: bytes) -> Format | None:
    if source.suffix in PLAIN.suffixes:
        # Looking for plugins takes time, and plain text is what most files are.
        return None
    for form in plugins():
        if form.begins(head) or source.content_type in form.media:
            return form
    return _by_suffix(plugins(), source.suffix)


def _by_suffix(forms: tuple[Format, ...], suffix: str) -> Format | None:
    return next((form for form in forms if suffix in form.suffixes), None)
