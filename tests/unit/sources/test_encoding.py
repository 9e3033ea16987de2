"""Bytes become the characters their writer meant, or are refused by name."""

import logging

import pytest

from graphkit.errors import NotText
from graphkit.sources.encoding import decode

TEXT = "The minister’s “no” cost €5 million — in Kyiv."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""

    assert decode((mark + TEXT).encode(encoding), "a.txt").removeprefix("\ufeff") == TEXT


def test_windows_quotes_in_ascii_are_read_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        text = decode(("Plain words. " * 20 + TEXT).encode("cp1252"), "a.txt")

    assert text.endswith(TEXT)
    assert "a.txt isn't valid UTF-8: 5 bytes read as Windows-1252" in caplog.text


def test_a_stray_byte_does_not_spoil_the_rest_of_a_utf8_text() -> None:
    raw = ("Zelenskyy’s reply: ".encode() + b"\x93no\x94") + " said the minister’s aide.".encode()

    assert decode(raw, "a.txt") == "Zelenskyy’s reply: “no” said the minister’s aide."


def test_a_text_full_of_other_bytes_is_read_by_a_guess(caplog: pytest.LogCaptureFixture) -> None:
    russian = "Министр иностранных дел России заявил в пятницу, что ответ США недостаточен. " * 5

    with caplog.at_level(logging.WARNING):
        text = decode(russian.encode("cp1251"), "a.txt")

    assert text == russian
    assert "by a guess" in caplog.text


def test_valid_utf8_is_read_without_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    decode(TEXT.encode(), "a.txt")

    assert not caplog.records


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\n<!DOCTYPE html><html><p>Talks failed.</p>", "an HTML page"),
        (b"<?xml version='1.0'?><a/>", "an XML document"),
        (b"Talks failed.\0", "a NUL at byte 13"),
        (bytes(range(1, 32)) * 20, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, kind: str) -> None:
    with pytest.raises(NotText, match=f"^photo: .*{kind}|^photo .*{kind}"):
        decode(raw, "photo")


def test_utf16_that_breaks_off_is_refused_with_the_place() -> None:
    with pytest.raises(NotText, match="begins like UTF-16 but breaks at byte 10"):
        decode("talks".encode("utf-16")[:-1], "a.txt")
