"""What kind of file some bytes are, where they aren't plain text."""

import re

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive (also .docx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS\x00", "an Ogg recording"),
    (b"WARC/1.", "a web archive (WARC)"),
)

MARKUP = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(!doctype html|html|\?xml|rss|feed|svg)\b", re.I | re.S)


def kind_of(raw: bytes) -> str | None:
    """What the bytes say they are ("a PNG image"), or None where they may be plain text."""
    head = raw[:4096]
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    markup = MARKUP.match(head.removeprefix(b"\xef\xbb\xbf"))
    if markup is None:
        return None
    return "an HTML page" if b"html" in markup[1].lower() else "an XML document"
