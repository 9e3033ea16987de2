"""Files of every format, made for tests: bytes of one good article, or of many."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence

TITLE = "Russia rejects plan for Geneva talks"
FIRST = "Russia rejected the plan on Tuesday, and the United States said that it would wait for an answer from Moscow."
SECOND = (
    "American officials said that the door remained open. They want to meet again in February, though no date was "
    "set for the next round of talks in the Swiss city."
)
BODY = f"{FIRST}\n\n{SECOND}"
TEXT = f"{TITLE}\n\n{BODY}"
"""What any format of the article reads as."""

URL = "https://news.example.org/world/talks"
PUBLISHED = "2022-01-26T14:03:00+00:00"


def html(body: str = BODY, title: str = TITLE, head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><h1>{title}</h1><article>{paragraphs}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def json_article(**values: object) -> bytes:
    return json.dumps({"headline": TITLE, "body": BODY, **values}).encode()


def csv_articles(*rows: Sequence[str], names: str = "title,text,url") -> bytes:
    lines = [names, *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    return "\n".join(lines).encode()


def mail(body: str = BODY, subject: str = TITLE, kind: str = "text/plain") -> bytes:
    return (
        "Return-Path: <news@example.org>\r\nFrom: The Daily Example <news@example.org>\r\n"
        f"Subject: {subject}\r\nDate: Wed, 26 Jan 2022 14:03:00 +0000\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n"
    ).encode()


def box(*messages: bytes) -> bytes:
    return b"\n".join(b"From news@example.org Wed Jan 26 14:03:00 2022\n" + message for message in messages)


def rss(*items: str, title: str = "The Daily Example") -> bytes:
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>{title}</title>{''.join(items)}</channel></rss>"
    ).encode()


def rss_item(body: str = BODY, title: str = TITLE, link: str = URL) -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>Wed, 26 Jan 2022 14:03:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>"
    )


def atom(body: str = BODY, title: str = TITLE) -> bytes:
    paragraphs = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in body.split("\n\n"))
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Daily Example</title><entry>"
        f"<title>{title}</title><link href='{URL}'/><published>2022-01-26T14:03:00Z</published>"
        f"<content type='html'>{paragraphs}</content></entry></feed>"
    ).encode()


def pdf(pages: Iterable[Sequence[str]], title: str = "") -> bytes:
    """A PDF of lines, 14 points apart, in Helvetica."""
    pages = list(pages)
    numbers = [5 + 2 * index for index in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        escaped = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
        content = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream",
        ]
    return pdf_of(objects)


def pdf_of(objects: Sequence[str], trailer: str = "/Root 1 0 R /Info 4 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content.encode("latin-1") + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, bytes | tarfile.TarInfo], form: int = tarfile.PAX_FORMAT) -> bytes:
    """members: by name, their bytes, or a header without bytes (a link, a device)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in members.items():
            if isinstance(content, tarfile.TarInfo):
                archive.addfile(content)
            else:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def warc(*records: tuple[str, str, bytes], packed: bool = False, status: str = "200 OK") -> bytes:
    """records: address, content type, body. packed: each record by itself, as crawlers do."""
    written = []
    for number, (address, media, body) in enumerate(records, 1):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nWARC-Date: 2022-02-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        record = head + answer + b"\r\n\r\n"
        written.append(gzip.compress(record) if packed else record)
    return b"".join(written)
