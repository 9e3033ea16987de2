"""Files made to do harm: each by its name in a folder, how it is made, and what becomes of it."""

import base64
import bz2
import gzip
import io
import json
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from graphkit.errors import EmptyArticle, NotText, OverLimit, SourceError, Unsafe
from tests import made

MEGABYTE = 2**20
PASSWORDS = "file:///etc/passwd"
READ = ()
"""Read as an article, with the harm left out."""


@dataclass(frozen=True)
class Case:
    """errors: what its failures may be; none where it is read as an article."""

    file: str
    make: Callable[[], bytes]
    errors: tuple[type[SourceError], ...]


def zeros(megabytes: int) -> bytes:
    return bytes(megabytes * MEGABYTE)


def blanks(megabytes: int) -> bytes:
    return (b" " * 1023 + b"\n") * (megabytes * 1024)


def zip_with(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content, method)
    return out.getvalue()


def zip_of_one_named_often(times: int) -> bytes:
    """Every entry of the directory leads to the same packed megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", blanks(20))
        archive.filelist.extend(archive.filelist * (times - 1))
    return out.getvalue()


def zip_within(depth: int) -> bytes:
    content = made.zipped({"a.txt": made.TEXT.encode()})
    for _ in range(depth):
        content = made.zipped({"b.zip": content})
    return content


def gzip_within(depth: int) -> bytes:
    content = made.TEXT.encode()
    for _ in range(depth):
        content = gzip.compress(content)
    return content


def zip_link() -> bytes:
    info = zipfile.ZipInfo("a.txt")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zip_with((info, b"/etc/passwd"))


def zip_patched(old: bytes, new: bytes) -> bytes:
    content = zip_with(("a.txt", made.TEXT.encode()), method=zipfile.ZIP_STORED)
    assert old in content
    return content.replace(old, new)


def zip_flagged(bit: int) -> bytes:
    content = bytearray(made.zipped({"a.txt": made.TEXT.encode()}))
    content[6] |= bit
    content[content.index(b"PK\x01\x02") + 8] |= bit
    return bytes(content)


def zip_that_lies() -> bytes:
    """Its directory says ten bytes; a megabyte comes out."""
    content = bytearray(made.zipped({"a.txt": zeros(1)}))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def tar_header(name: str = "a.txt", kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return made.tarred({name: info})


def tar_with_a_huge_note() -> bytes:
    info = tarfile.TarInfo("note")
    info.type, info.size = tarfile.XHDTYPE, 40 * MEGABYTE
    return gzip.compress(info.tobuf(tarfile.USTAR_FORMAT) + zeros(40))


def tar_with_size(field: bytes) -> bytes:
    """A header whose size is written so, its checksum mended."""
    content = bytearray(made.tarred({"a.txt": made.TEXT.encode()}, tarfile.USTAR_FORMAT))
    content[124:136] = field
    content[148:156] = b" " * 8
    content[148:156] = b"%06o\0 " % sum(content[:512])
    return bytes(content)


def feed_with(doctype: str, body: str, encoding: str = "utf-8") -> bytes:
    return (
        f"<?xml version='1.0' encoding='{encoding}'?>{doctype}<rss version='2.0'><channel><title>T</title><item>"
        f"<title>Talks</title><description>{body} {made.BODY} {made.BODY}</description></item></channel></rss>"
    ).encode(encoding if encoding != "utf-7" else "utf-7")


LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(10)
)
QUADRATIC = f"<!DOCTYPE rss [<!ENTITY a '{'a' * 50_000}'>]>"
XXE = f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{PASSWORDS}'>]>"
PARAMETER = f"<!DOCTYPE rss [<!ENTITY % x SYSTEM '{PASSWORDS}'> %x;]>"


def nested(tag: str, depth: int) -> bytes:
    inside = f"<p>{made.FIRST}</p>"
    return f"<html><body>{f'<{tag}>' * depth}{inside}{f'</{tag}>' * depth}</body></html>".encode()


def page_with(inside: str) -> bytes:
    return made.html().replace(b"</article>", inside.encode("utf-8", "surrogatepass") + b"</article>")


def pdf_stream(content: bytes, extra: str = "") -> str:
    return f"<< /Length {len(content)} {extra} >>\nstream\n{content.decode('latin-1')}\nendstream"


def pdf_objects(kids: str = "3 0 R", count: int = 1, content: str | None = None, more: str = "") -> bytes:
    text = pdf_stream(b"BT /F1 11 Tf 50 780 Td (Russia rejected the plan on Tuesday.) Tj ET")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {more} >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> /XObject << /X 4 0 R >> >> >>",
        content or text,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return made.pdf_of(objects, "/Root 1 0 R")


def pdf_bomb() -> bytes:
    packed = zlib.compress(b" " * (400 * MEGABYTE))
    return pdf_objects(content=pdf_stream(zlib.compress(packed), "/Filter [/FlateDecode /FlateDecode]"))


def pdf_calling_itself() -> bytes:
    return pdf_objects(
        content=pdf_stream(
            b"/X Do /X Do", "/Type /XObject /Subtype /Form /Resources << /XObject << /X 4 0 R >> >>"
        )
    )


def pdf_whose_table_leads_to_itself() -> bytes:
    start = 9
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\n"
    return b"%PDF-1.4\n" + table + b"startxref\n%d\n%%%%EOF" % start


def mail_within(depth: int) -> bytes:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"Subject: T\nMIME-Version: 1.0\n{head}Content-Type: text/plain\n\n{made.TEXT}\n".encode()


def mail_of_many_parts() -> bytes:
    head = b"Subject: T\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: image/png\n\nx\n" * 20_000


def mail_with(
    header: str = "", charset: str = "utf-8", body: str = made.TEXT, encoding: str = "8bit"
) -> bytes:
    return (
        f"Subject: Talks\nMIME-Version: 1.0\n{header}Content-Type: text/plain; charset={charset}\n"
        f"Content-Transfer-Encoding: {encoding}\n\n{body}\n"
    ).encode()


def crawl(
    body: bytes, media: str = "text/html", more: str = "", length: int | None = None, url: str = made.URL
) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body
    size = len(answer) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def escaping(name: str) -> dict[str, Case]:
    members = {name: made.TEXT.encode()}
    return {
        f"zip member called {name!r}": Case("a.zip", lambda: zip_with((name, b"x")), (Unsafe,)),
        f"tar member called {name!r}": Case("a.tar", lambda: made.tarred(members), (Unsafe,)),
    }


ARCHIVES = {
    "zip bomb": Case("a.zip", lambda: made.zipped({"a.txt": zeros(300)}), (OverLimit,)),
    "zip bomb of lines": Case("a.zip", lambda: made.zipped({"a.jsonl": blanks(300)}), (OverLimit,)),
    "zip bomb of many members": Case(
        "a.zip", lambda: made.zipped({f"{n}.jsonl": blanks(10) for n in range(30)}), (OverLimit, EmptyArticle)
    ),
    "zip of one member named often": Case(
        "a.zip", lambda: zip_of_one_named_often(50), (OverLimit, EmptyArticle)
    ),
    "zip within zips": Case("a.zip", lambda: zip_within(6), (OverLimit,)),
    "zip with a link": Case("a.zip", zip_link, (Unsafe,)),
    "zip encrypted": Case("a.zip", lambda: zip_flagged(1), (SourceError,)),
    "zip with a wrong checksum": Case("a.zip", lambda: zip_patched(b"Russia", b"Ruzzia"), (SourceError,)),
    "zip that lies about sizes": Case("a.zip", zip_that_lies, (SourceError,)),
    "zip by LZMA": Case("a.zip", lambda: zip_with(("a.txt", b"x"), method=zipfile.ZIP_LZMA), (SourceError,)),
    "zip cut off": Case("a.zip", lambda: made.zipped({"a.txt": made.TEXT.encode()})[:-30], (SourceError,)),
    "zip of nothing but its mark": Case("a.zip", lambda: b"PK\x03\x04" + zeros(1), (SourceError,)),
    "tar with a link": Case("a.tar", lambda: tar_header(kind=tarfile.SYMTYPE, link="/etc/passwd"), (Unsafe,)),
    "tar with a hard link": Case(
        "a.tar", lambda: tar_header(kind=tarfile.LNKTYPE, link="../b.txt"), (Unsafe,)
    ),
    "tar with a device": Case("a.tar", lambda: tar_header(kind=tarfile.CHRTYPE), (Unsafe,)),
    "tar with a pipe": Case("a.tar", lambda: tar_header(kind=tarfile.FIFOTYPE), (Unsafe,)),
    "tar with holes": Case("a.tar", lambda: tar_header(kind=tarfile.GNUTYPE_SPARSE), (Unsafe, SourceError)),
    "tar with a huge note": Case("a.tar.gz", tar_with_a_huge_note, (OverLimit, SourceError)),
    "tar of a negative size": Case("a.tar", lambda: tar_with_size(b"\xff" * 12), (SourceError,)),
    "tar of a size without end": Case("a.tar", lambda: tar_with_size(b"77777777777\0"), (SourceError,)),
    "tar cut off": Case("a.tar", lambda: made.tarred({"a.txt": made.TEXT.encode()})[:600], (SourceError,)),
    "gzip bomb": Case("a.txt.gz", lambda: gzip.compress(zeros(300)), (OverLimit,)),
    "gzip bomb of lines": Case("a.jsonl.gz", lambda: gzip.compress(blanks(300)), (OverLimit,)),
    "gzip of nothing but line ends": Case(
        "a.jsonl.gz", lambda: gzip.compress(b"\n" * (8 * MEGABYTE)), (OverLimit,)
    ),
    "gzip within gzips": Case("a.txt.gz", lambda: gzip_within(6), (OverLimit,)),
    "gzip cut off": Case("a.txt.gz", lambda: gzip.compress(made.TEXT.encode())[:-30], (SourceError,)),
    "bzip2 bomb": Case("a.jsonl.bz2", lambda: bz2.compress(blanks(300)), (OverLimit,)),
    "xz": Case("a.txt", lambda: b"\xfd7zXZ\x00" + zeros(1), (NotText,)),
    "rar": Case("a.txt", lambda: b"Rar!\x1a\x07\x01\x00" + zeros(1), (NotText,)),
    **escaping("../../evil.txt"),
    **escaping("/etc/cron.d/evil.txt"),
    **escaping("a/../../evil.txt"),
    **escaping("..\\..\\evil.txt"),
    **escaping("C:\\evil.txt"),
    **escaping("evil\n.txt"),
    **escaping("\u202etxt.exe.txt"),
}

XML = {
    "billion laughs": Case("a.xml", lambda: feed_with(LAUGHS + "]>", "&k;"), (Unsafe,)),
    "quadratic entity": Case("a.xml", lambda: feed_with(QUADRATIC, "&a;" * 20_000), (Unsafe,)),
    "entity of a file": Case("a.xml", lambda: feed_with(XXE, "&x;"), (Unsafe,)),
    "entity of a file in UTF-16": Case("a.xml", lambda: feed_with(XXE, "&x;", "utf-16"), (Unsafe, NotText)),
    "entity of a file in UTF-7": Case("a.xml", lambda: feed_with(XXE, "&x;", "utf-7"), (Unsafe, NotText)),
    "entity for the DTD": Case("a.xml", lambda: feed_with(PARAMETER, ""), (Unsafe,)),
    "DTD from elsewhere": Case("a.xml", lambda: feed_with(f"<!DOCTYPE rss SYSTEM '{PASSWORDS}'>", ""), READ),
    "entity nobody declared": Case("a.xml", lambda: feed_with("", "&evil;"), READ),
    "XML nested deep": Case("a.xml", lambda: feed_with("", "<a>" * 50_000), READ),
    "XML whose text is a path": Case("a.xml", lambda: b"/etc/passwd", (NotText,)),
    "feed of 30,000 entries": Case(
        "a.xml", lambda: made.rss("<item><title>a</title></item>" * 30_000), (OverLimit,)
    ),
    "feed entry of a script": Case(
        "a.xml",
        lambda: made.rss("<item><title>a</title><link>javascript:alert(1)</link></item>"),
        (SourceError,),
    ),
}

PAGES = {
    "HTML nested 100,000 deep": Case(
        "a.html", lambda: nested("div", 100_000), (Unsafe, OverLimit, EmptyArticle)
    ),
    "HTML nested 1,000 deep": Case("a.html", lambda: nested("span", 1_000), (Unsafe,)),
    "HTML of 1,000,000 tags": Case(
        "a.html", lambda: page_with("<p>a" * 1_000_000), (OverLimit, Unsafe, SourceError)
    ),
    "HTML of 100,000 links": Case("a.html", lambda: page_with("<a href='/x'>x</a>" * 100_000), READ),
    "HTML of unclosed tables": Case(
        "a.html", lambda: page_with("<table><tr><td>" * 20_000), (Unsafe, OverLimit)
    ),
    "HTML with zeros": Case("a.html", lambda: page_with("a\0b"), (NotText,)),
    "HTML with an attribute of 10 MB": Case(
        "a.html", lambda: page_with(f"<p class='{'a' * 10 * MEGABYTE}'>x</p>"), READ
    ),
    "HTML with a comment without end": Case("a.html", lambda: page_with("<!-- " + "-" * 500_000), READ),
    "HTML of a million entities": Case("a.html", lambda: page_with(f"<p>{'&amp;' * 1_000_000}</p>"), READ),
    "HTML with nested JSON-LD": Case(
        "a.html",
        lambda: made.html(head=f"<script type='application/ld+json'>{'[' * 200_000}</script>"),
        READ,
    ),
    "HTML with a title of 1 MB": Case("a.html", lambda: made.html(title="a " * 500_000), READ),
    "HTML in a codec that unpacks": Case(
        "a.html",
        lambda: made.html("caf\xe9. " + made.BODY).decode().replace("utf-8", "zlib").encode("cp1252"),
        READ,
    ),
    "HTML that leads elsewhere": Case(
        "a.html",
        lambda: made.html(
            head=f"<meta http-equiv='refresh' content='0;url={PASSWORDS}'><base href='{PASSWORDS}'>"
        ),
        READ,
    ),
    "HTML with bidi and unseen characters": Case(
        "a.html", lambda: made.html(made.BODY.replace("Russia", "Rus\u200bs\u202eia\u2066")), READ
    ),
}

PDFS = {
    "PDF whose pages are its parent": Case("a.pdf", lambda: pdf_objects(kids="2 0 R"), (SourceError,)),
    "PDF that says it has 10,000,000 pages": Case("a.pdf", lambda: pdf_objects(count=10_000_000), READ),
    "PDF of 3,000 pages": Case(
        "a.pdf", lambda: pdf_objects(kids="3 0 R " * 3_000, count=3_000), (OverLimit,)
    ),
    "PDF bomb": Case("a.pdf", pdf_bomb, (OverLimit, SourceError)),
    "PDF that calls itself": Case("a.pdf", pdf_calling_itself, (SourceError,)),
    "PDF whose table leads to itself": Case("a.pdf", pdf_whose_table_leads_to_itself, (SourceError,)),
    "PDF cut off": Case("a.pdf", lambda: made.pdf([[made.FIRST]])[:200], (SourceError,)),
    "PDF of nothing but its mark": Case("a.pdf", lambda: b"%PDF-1.7\n" + zeros(1), (SourceError,)),
    "PDF that would run a program": Case(
        "a.pdf", lambda: pdf_objects(more="/OpenAction << /S /Launch /F (/bin/sh) >>"), READ
    ),
}


def lines(*records: bytes) -> bytes:
    return b"\n".join(records) + b"\n"


JSONS = {
    "JSON with lone surrogates": Case(
        "a.json",
        lambda: b'{"title": "A \\ud800 plan", "text": "Russia rejected it \\udfff on Tuesday."}',
        READ,
    ),
    "JSON with zeros": Case("a.json", lambda: b'{"text": "Russia rejected\\u0000 it on Tuesday."}', READ),
    "JSON nested deep": Case("a.json", lambda: b'{"text": ' + b"[" * 200_000, (NotText,)),
    "JSON line nested deep": Case("a.jsonl", lambda: b'{"text": ' + b"[" * 200_000, (NotText,)),
    "JSON with a number of a million digits": Case(
        "a.json", lambda: b'{"text": ' + b"1" * 1_000_000 + b"}", (NotText,)
    ),
    "JSON with numbers that are none": Case(
        "a.json", lambda: b'{"text": "Russia rejected it.", "date": NaN}', READ
    ),
    "JSON with one key twice": Case("a.json", lambda: b'{"text": "x", "text": "Russia rejected it."}', READ),
    "JSON of 100 MB on one line": Case("a.json", lambda: b'{"text": "' + b"a" * 100 * MEGABYTE, (OverLimit,)),
    "JSON line of 100 MB": Case("a.jsonl", lambda: b'{"text": "' + b"a" * 100 * MEGABYTE, (OverLimit,)),
    "JSON of 100,000 keys": Case(
        "a.json", lambda: json.dumps({f"k{n}": n for n in range(100_000)}).encode(), (EmptyArticle,)
    ),
    "JSON with a script for its address": Case(
        "a.json", lambda: b'{"text": "Russia rejected it.", "url": "javascript:alert(1)"}', READ
    ),
    "JSON with a headline of 1 MB": Case("a.json", lambda: made.json_article(headline="a" * MEGABYTE), READ),
    "JSON with a field of deep HTML": Case(
        "a.json", lambda: made.json_article(body="<div>" * 50_000 + "x"), (Unsafe, EmptyArticle)
    ),
}

ROWS = {
    "CSV of 100 MB on one line": Case("a.csv", lambda: b"title,text\n" + b"a" * 100 * MEGABYTE, (OverLimit,)),
    "CSV with a quote without end": Case(
        "a.csv", lambda: b'title,text\nx,"' + b"a\n" * 20 * MEGABYTE, (SourceError,)
    ),
    "CSV with zeros": Case("a.csv", lambda: b"title,text\nTalks,a\0b\n", (NotText,)),
    "CSV of 5,000 columns": Case("a.csv", lambda: b",".join(b"a" for _ in range(5_000)), (OverLimit,)),
}

MAILS = {
    "mail within mails": Case("a.eml", lambda: mail_within(5_000), (SourceError,)),
    "mail of 20,000 parts": Case(
        "a.eml",
        lambda: (
            b"Subject: T\nContent-Type: multipart/mixed; boundary=b\n\n"
            + b"--b\nContent-Type: image/png\n\nx\n" * 20_000
        ),
        (SourceError,),
    ),
    "mail in a charset that isn't one": Case("a.eml", lambda: mail_with(charset="../../etc"), READ),
    "mail in broken base64": Case("a.eml", lambda: mail_with(body="%%%", encoding="base64"), (SourceError,)),
    "mail with a header of 5 MB": Case(
        "a.eml", lambda: mail_with(header="X-A: " + "a" * 5 * MEGABYTE + "\n"), READ
    ),
    "mail with a subject of encoded words": Case(
        "a.eml", lambda: mail_with(header="From: " + "=?utf-8?q?a?= " * 100_000 + "\n"), READ
    ),
    "mail whose text is zeros": Case(
        "a.eml",
        lambda: mail_with(body=base64.b64encode(zeros(1)).decode(), encoding="base64"),
        (SourceError,),
    ),
    "box with a mail of 40 MB": Case(
        "a.mbox", lambda: made.box(b"Subject: T\n\n" + b"a\n" * 20 * MEGABYTE), (OverLimit,)
    ),
}

CRAWLS = {
    "crawl whose record never ends": Case("a.warc", lambda: crawl(made.html(), length=10**12), READ),
    "crawl of a negative length": Case("a.warc", lambda: crawl(made.html(), length=-5), (SourceError,)),
    "crawl with a packed bomb": Case(
        "a.warc",
        lambda: crawl(gzip.compress(zeros(200)), more="Content-Encoding: gzip\r\n"),
        (OverLimit, SourceError),
    ),
    "crawl of a file of the machine": Case(
        "a.warc", lambda: crawl(made.html(), url=PASSWORDS), (EmptyArticle,)
    ),
    "crawl with pieces of no length": Case(
        "a.warc", lambda: crawl(b"zzz\r\n" + made.html(), more="Transfer-Encoding: chunked\r\n"), READ
    ),
    "crawl of zeros": Case("a.warc", lambda: b"WARC/1.0\r\n" + zeros(1), (SourceError,)),
}

TEXTS = {
    "text of 100 MB on one line": Case("a.txt", lambda: b"a" * 100 * MEGABYTE, (OverLimit,)),
    "text of opening brackets": Case("a.txt", lambda: made.TEXT.encode() + b" (" * 100_000, READ),
    "text that slows patterns down": Case(
        "a.txt", lambda: made.TEXT.encode() + b" " + b"a" * 200_000 + b"!", READ
    ),
    "text of tags": Case("a.txt", lambda: made.TEXT.encode() + b"<" * 200_000, READ),
    "text with bidi and unseen characters": Case(
        "a.txt", lambda: made.TEXT.replace("Russia", "Rus\u200bs\u202eia\u2066").encode(), READ
    ),
    "text of zeros": Case("a.txt", lambda: zeros(1), (NotText,)),
}

CASES = {**ARCHIVES, **XML, **PAGES, **PDFS, **JSONS, **ROWS, **MAILS, **CRAWLS, **TEXTS}
