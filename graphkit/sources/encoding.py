"""Bytes to characters: byte order marks first, then UTF-8, then the best guess with a warning."""

import codecs
import logging
import re

from graphkit.errors import NotText
from graphkit.sources.magic import kind_of

log = logging.getLogger(__name__)

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

STRAY_SHARE = 0.05
"""So many bytes that are no UTF-8 are taken for quotes and dashes of Windows-1252."""

CONTROL_SHARE = 0.005
"""Above this share of control characters it is no text."""

SAMPLE = 65_536
"""Bytes a guess looks at: more cost time and tell no more."""

GUESSES = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r"]
GUESSES += ["mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
"""Encodings old news text comes in. Any 8-bit encoding fits any bytes, so a longer list guesses worse."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
STRAY = re.compile(r"[\udc80-\udcff]")
WINDOWS_1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def decode(raw: bytes, name: str, declared: str | None = None, *, markup: bool = False) -> str:
    """The characters in the bytes; NotText names `name` and what it is instead.

    declared: the encoding they are said to be in. It counts where they are no UTF-8: pages that say latin-1 and
    are UTF-8 are many, and what is valid UTF-8 is hardly ever anything else.
    markup: whether HTML or XML is expected, not plain text.
    """
    text = _by_mark(raw, name)
    if text is None:
        if not markup:
            refuse_binary(raw, name)
        refuse_nul(raw, name)
        text = _as_utf8(raw, name, declared)
    if len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise NotText(f"{name} is mostly control characters, not text: give the article's text instead")
    return text


def refuse_binary(raw: bytes, name: str) -> None:
    """NotText where the bytes show that they are something else."""
    kind = kind_of(raw)
    if kind is not None:
        raise NotText(f"{name} is {kind}, not plain text: save the article's text as UTF-8 first")


def refuse_nul(raw: bytes, name: str) -> None:
    """NotText where a byte is zero, as in no text of an 8-bit encoding."""
    nul = raw.find(b"\0")
    if nul >= 0:
        raise NotText(
            f"{name} has a NUL at byte {nul}, so it is no text in UTF-8 or the like: "
            "save the article's text as UTF-8 first"
        )


def _by_mark(raw: bytes, name: str) -> str | None:
    """Decoded as the byte order mark says, or as UTF-16 where every other byte of ASCII is NUL."""
    encoding = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)
    if encoding is None:
        encoding = _utf16_without_mark(raw)
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            return None
        raise NotText(
            f"{name} begins like {encoding.upper()} but breaks at byte {error.start}: save it as UTF-8"
        ) from error


def is_utf16(raw: bytes) -> bool:
    """Whether the bytes begin as UTF-16, with or without its mark."""
    return raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf16_without_mark(raw) is not None


def _utf16_without_mark(raw: bytes) -> str | None:
    head = raw[: SAMPLE // 2 * 2]
    half = len(head) // 2
    if half == 0 or len(raw) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _as_utf8(raw: bytes, name: str, declared: str | None) -> str:
    """UTF-8; else as declared; else stray bytes as Windows-1252; a text full of them by guess."""
    text = raw.decode("utf-8-sig", "surrogateescape")
    strays = len(STRAY.findall(text))
    if not strays:
        return text
    if (said := _as_declared(raw, declared)) is not None:
        return said
    if strays > STRAY_SHARE * len(text):
        return _guess(raw, name)
    log.warning("%s isn't valid UTF-8: %d bytes read as Windows-1252", name, strays)
    return text.translate(WINDOWS_1252)


def _as_declared(raw: bytes, declared: str | None) -> str | None:
    """Decoded as declared; None where nothing is, or what is can't be."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip().lower()).name
        # As browsers do: whoever says latin-1 means Windows-1252.
        return raw.decode({"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name))
    except (LookupError, ValueError):
        return None


def _guess(raw: bytes, name: str) -> str:
    # Slow to import, and only the rare file needs it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(raw[:SAMPLE], cp_isolation=GUESSES).best()
    if best is None:
        raise NotText(f"{name} is no text in any encoding known here: save it as UTF-8")
    log.warning("%s isn't valid UTF-8: read as %s, by a guess", name, best.encoding)
    return raw.decode(best.encoding, "replace")
