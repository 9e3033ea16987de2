"""A mail: its headers, and the bytes of the one text in it that is its body."""

import base64
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from typing import Any

HEADERS = ("from", "subject", "date", "archived-at", "list-id")
LONGEST = 20_000
MOST_PARTS = 1_000
SHORTEST = 200
"""Bytes: a plain text shorter than this only says "see the HTML", where there is HTML."""


def parse(raw: bytes) -> dict[str, Any]:
    """`{"headers": {...}, "body": base64, "charset": ..., "html": bool}`; no body: it holds no text."""
    message = message_from_bytes(raw)
    headers = {name: _header(message, name) for name in HEADERS}
    plain, html = _texts(message)
    chosen = html if html is not None and (plain is None or len(plain[0]) < SHORTEST) else plain
    if chosen is None:
        return {"headers": headers, "body": None}
    body, charset = chosen
    return {
        "headers": headers,
        "body": base64.b64encode(body).decode(),
        "charset": charset,
        "html": chosen is html,
    }


Text = tuple[bytes, str | None]


def _texts(message: Message) -> tuple[Text | None, Text | None]:
    """The first plain text and the first HTML that are no attachments, each with its charset."""
    plain: Text | None = None
    html: Text | None = None
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        if part.is_multipart():
            inner = part.get_payload()
            waiting += [one for one in reversed(list(inner)) if isinstance(one, Message)]
            continue
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        if kind == "text/html":
            html = html or (payload, _charset(part))
        else:
            plain = plain or (payload, _charset(part))
    return plain, html


def _charset(part: Message) -> str | None:
    charset = part.get_param("charset")
    return charset[:100] if isinstance(charset, str) else None


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    pieces = []
    for piece, charset in decode_header(str(value)[:LONGEST]):
        pieces.append(piece if isinstance(piece, str) else _decoded(piece, charset))
    return "".join(pieces)[:LONGEST]


def _decoded(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return piece.decode("latin-1")
