"""Whatever the bytes are, reading ends soon, with an article that keeps its promises or an error of ours."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import EmptyArticle, NotText, SourceError
from graphkit.model import Article
from graphkit.sources import read_text

MEGABYTE = 2**20
SENTENCE = "The minister said on Monday that the talks in Geneva had failed, and Russia rejected the plan. "


def kept_promises(article: Article) -> bool:
    """What every article promises: something to read, headline first, tidy text."""
    return (
        bool(article.text.strip())
        and article.text.startswith(article.title)
        and "\n" not in article.title
        and not set(article.text) & set("\r\0\u00a0\u200b\u202e\ufeff")
        and article.text.isprintable() is not None
        and unicodedata.is_normalized("NFC", article.text)
        and article.text.encode("utf-8") != b""
    )


def filled(unit: str) -> bytes:
    return (unit * (MEGABYTE // 2 // len(unit.encode("utf-8", "surrogatepass")) + 1)).encode(
        "utf-8", "surrogatepass"
    )


READ = {
    "one word": "a",
    "one word in capitals": "A",
    "short lines": "Short line here\n\n",
    "sentences on lines": "He said so again.\n",
    "links without an end": "Olympic torch reaches Beijing\n\n",
    "quotes and full stops": '."',
    "dashes": "A — ",
    "colons": "WASHINGTON: ",
    "brackets": "(",
    "credits": "(Reporting by A) ",
    "captions": "Image: A. ",
    "lost apostrophes": "a\u00a0s",
    "spaced apostrophes": "Russia s ",
    "items": "- a\n",
    "entities": "&amp;",
    "mojibake": "â€™",
    "combining marks": "e\u0301\u0302",
    "dates": "January 26, 2022 ",
    "digits": "1",
    "years": "2022-",
    "bylines": "By ",
    "newsletter": "Sign up for ",
    "separators": "a | b - c ",
    "escapes": "a\x1b[31m",
    "emoji": "\U0001f469\u200d\U0001f680",
    "bidi": "a\u202eb\u2066",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", READ.values(), ids=READ)
def test_half_a_megabyte_of_anything_is_read_in_bounded_time(unit: str) -> None:
    assert kept_promises(read_text(filled(unit)))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", EmptyArticle),
        (filled(" "), EmptyArticle),
        (filled("\n"), EmptyArticle),
        (filled("\t \u00a0\u3000"), EmptyArticle),
        (filled("\u200b"), EmptyArticle),
        (filled("Related stories\n"), EmptyArticle),
        (filled("\0"), NotText),
        (filled("\x01\x02"), NotText),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4096, NotText),
        (b"\xff\xfe" + filled("a"), NotText),
        (b"\xff\xfe\x00\xd8", NotText),
        (b"PK\x03\x04" + filled("a"), NotText),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else value.__name__,
)
def test_what_holds_no_article_is_refused_in_bounded_time(raw: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error):
        read_text(raw)


@pytest.mark.timeout(120)
def test_five_megabytes_on_one_line_are_read_whole() -> None:
    text = (SENTENCE * (5 * MEGABYTE // len(SENTENCE))).strip()

    started = time.process_time()
    article = read_text(text.encode())

    assert article.text == text
    assert time.process_time() - started < 60


def test_lone_surrogates_become_replacement_characters() -> None:
    article = read_text((SENTENCE * 3 + "It is \ud800 over.").encode("utf-8", "surrogatepass"))

    assert kept_promises(article)
    assert article.text.endswith("over.")


@settings(max_examples=200)
@given(st.binary(max_size=600))
def test_any_bytes_give_an_article_or_an_error_of_ours(raw: bytes) -> None:
    try:
        article = read_text(raw)
    except SourceError:
        return
    assert kept_promises(article)


PIECES = [
    "WASHINGTON",
    ": ",
    " — ",
    "\n",
    "\n\n",
    "By Anna Berg",
    "January 26, 2022",
    "(AP)",
    "Russia",
    " s ",
]
PIECES += [
    "can\u00a0t",
    "He left.",
    "Related",
    "- ",
    "1. ",
    "Image: ",
    "Published: ",
    "“",
    "”",
    "|",
    "Reuters",
    ".",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_of_what_pages_hold_is_read(pieces: list[str]) -> None:
    try:
        article = read_text("".join(pieces).encode())
    except EmptyArticle:
        return
    assert kept_promises(article)
