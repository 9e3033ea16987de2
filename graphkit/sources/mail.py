"""Mail: a message, or a box of them (mbox); newsletters and alerts come so."""

import base64
import re
from collections.abc import Iterator
from email.utils import parseaddr
from io import BytesIO
from typing import Any, BinaryIO

from graphkit.errors import EmptyArticle, OverLimit, SourceError
from graphkit.model import Article
from graphkit.sources.encoding import decode
from graphkit.sources.format import Format
from graphkit.sources.inputs import Failure, Input
from graphkit.sources.limits import megabytes
from graphkit.sources.notes import Notes
from graphkit.sources.said import said
from graphkit.sources.streams import read_whole
from graphkit.sources.text import compose
from graphkit.sources.tools import Tools

POSTMARK = re.compile(rb"From \S+ .*\d\d:\d\d")
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
HEADER = re.compile(
    rb"(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?"
    rb"(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature):",
    re.IGNORECASE,
)
REPLY = re.compile(r"\A(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_message(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article]:
    """The article a message is: its subject is the headline, its sender the publisher."""
    yield _article(read_whole(stream, tools.options.limits.largest, source.name), source, tools)


def read_box(stream: BinaryIO, source: Input, tools: Tools) -> Iterator[Article | Failure]:
    """Each message of a box, one in memory at a time."""
    empty = True
    for number, raw in enumerate(messages(stream, tools.options.limits.largest), 1):
        empty = False
        place = source.numbered(number)
        try:
            if raw is None:
                raise OverLimit(
                    f"{place.name} is larger than {megabytes(tools.options.limits.largest)}: leave it out"
                )
            yield _article(raw, place, tools)
        except SourceError as error:
            yield Failure(place.name, error)
    if empty:
        raise EmptyArticle(f"{source.name} holds no message: give a box of mail (mbox) with one in it")


def messages(stream: BinaryIO, largest: int) -> Iterator[bytes | None]:
    """The messages of a box; None for one that is larger than is allowed."""
    message: BytesIO | None = None
    size, after_blank = 0, True
    for line in iter(lambda: stream.readline(largest), b""):
        if after_blank and POSTMARK.match(line):
            if message is not None:
                yield _whole(message, size, largest)
            message, size = BytesIO(), 0
        elif message is not None:
            size += len(line)
            if size <= largest:
                message.write(line)
        after_blank = not line.strip()
    if message is not None:
        yield _whole(message, size, largest)


def _whole(message: BytesIO, size: int, largest: int) -> bytes | None:
    return ESCAPED.sub(rb"\1", message.getvalue()) if size <= largest else None


def _article(raw: bytes, source: Input, tools: Tools) -> Article:
    found = tools.parse("mail", raw, source.name)
    if found["body"] is None:
        raise EmptyArticle(f"{source.name} holds no text: give a mail with a body of text or HTML")
    body = base64.b64decode(found["body"])
    text = decode(body, source.name, found["charset"], markup=found["html"])
    if found["html"]:
        text = tools.parse("fragment", text.encode("utf-8", "replace"), source.name)["text"]
    return compose(text, source, tools.options, _notes(found["headers"], source, tools))


def _notes(headers: dict[str, Any], source: Input, tools: Tools) -> Notes:
    name, address = parseaddr((headers["from"] or "").replace("\n", " "))
    archived = (headers["archived-at"] or "").strip("<> \r\n")
    return said(
        tools.options.phrases,
        source.name,
        title=REPLY.sub("", (headers["subject"] or "").strip()),
        url=archived,
        publisher=name or address.rpartition("@")[2],
        published=re.sub(r"\s*\([^)]*\)\s*\Z", "", (headers["date"] or "")[:100]),
    )


MESSAGE = Format(
    frozenset((".eml",)),
    lambda head: HEADER.match(head) is not None,
    read_message,
    frozenset(("message/rfc822",)),
    single=True,
)
BOX = Format(
    frozenset((".mbox", ".mbx")),
    lambda head: POSTMARK.match(head) is not None and b"\nFrom:" in head,
    read_box,
    frozenset(("application/mbox",)),
)
