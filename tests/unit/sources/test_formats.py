"""One article reads the same from every format, with what each says of title, date, address and publisher."""

import bz2
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import EmptyArticle, NotText, SourceError, WrongLanguage
from graphkit.model import Article
from graphkit.sources import Failure, Input, Options, Tools, read
from tests import made
from tests.unit.sources.conftest import Reading

HEAD = (
    "<meta property='article:published_time' content='2022-01-26T14:03:00Z'>"
    f"<link rel='canonical' href='{made.URL}?utm_source=page'>"
    "<meta property='og:site_name' content='The Daily Example'><meta name='author' content='Anna Berg'>"
)
WHOLE = {
    "page.html": made.html(head=HEAD),
    "feed.xml": made.rss(made.rss_item()),
    "feed.atom": made.atom(),
    "one.json": made.json_article(
        url=made.URL, publishedAt="2022-01-26T14:03:00Z", source={"name": "The Daily Example"}
    ),
    "many.json": b'{"status": "ok", "articles": ['
    + made.json_article(link=made.URL, date=1643205780, source="The Daily Example")
    + b"]}",
    "lines.jsonl": made.json_article(
        url=made.URL, published="20220126T140300Z", publisher="The Daily Example"
    )
    + b"\n",
    "rows.csv": made.csv_articles(
        (made.TITLE, made.BODY, made.URL, "26 January 2022 14:03 GMT", "The Daily Example"),
        names="Headline,Body,Link,Published At,Source",
    ),
}
"""Formats that say all there is to say."""

PLAIN = {
    "letter.eml": made.mail(),
    "letters.mbox": made.box(made.mail()),
    "page.pdf": made.pdf([[made.TITLE, "", *made.BODY.split("\n\n")]], title=made.TITLE),
}


TOLD = [name for name in (*WHOLE, *PLAIN) if name != "rows.csv"]
"""Nothing tells CSV from text but its name."""


def articles(reading: Reading, path: Path) -> list[Article]:
    outcomes = reading(path)
    assert all(isinstance(each, Article) for each in outcomes), outcomes
    return [each for each in outcomes if isinstance(each, Article)]


def failure(reading: Reading, path: Path) -> Failure:
    (outcome,) = reading(path)
    assert isinstance(outcome, Failure), outcome
    return outcome


@pytest.mark.parametrize("name", [*WHOLE, *PLAIN])
def test_the_article_is_read_whole_from_each_format(reading: Reading, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes({**WHOLE, **PLAIN}[name])

    (article,) = articles(reading, tmp_path / name)

    assert article.text == made.TEXT
    assert article.title == made.TITLE
    assert (article.path or "").startswith(str(tmp_path / name))


@pytest.mark.parametrize("name", WHOLE)
def test_address_date_and_publisher_are_those_the_format_says(
    reading: Reading, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(WHOLE[name])

    (article,) = articles(reading, tmp_path / name)

    assert article.url == made.URL
    assert article.published == made.PUBLISHED
    assert article.publisher == "The Daily Example"


@pytest.mark.parametrize("name", TOLD)
def test_the_format_is_told_by_content_where_the_name_says_nothing(
    reading: Reading, tmp_path: Path, name: str
) -> None:
    (tmp_path / "download").write_bytes({**WHOLE, **PLAIN}[name])

    (article,) = articles(reading, tmp_path / "download")

    assert article.text == made.TEXT


@pytest.mark.parametrize("name", TOLD)
def test_each_format_is_read_from_standard_input(tools: Tools, name: str) -> None:

    (article,) = tools.read(Input(None), io.BytesIO({**WHOLE, **PLAIN}[name]))

    assert isinstance(article, Article)
    assert (article.text, article.path) == (made.TEXT, None)


# Archives

ALL = {**WHOLE, **PLAIN}
PACKED = {
    "all.zip": made.zipped(ALL),
    "all.tar": made.tarred(ALL),
    "all.tar.gz": gzip.compress(made.tarred(ALL)),
    "all.tgz": gzip.compress(made.tarred(ALL)),
    "all.tar.bz2": bz2.compress(made.tarred(ALL)),
    "zip.in.zip": made.zipped({"inner/all.zip": made.zipped(ALL)}),
    "zip.in.tar.gz": gzip.compress(made.tarred({"inner/all.zip": made.zipped(ALL)})),
}


@pytest.mark.parametrize("name", PACKED)
def test_an_archive_gives_the_articles_of_all_its_members(
    reading: Reading, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(PACKED[name])

    found = articles(reading, tmp_path / name)

    assert [article.text for article in found] == [made.TEXT] * len(ALL)
    inside = "/inner/all.zip" if "in" in name.split(".") else ""
    assert [article.path for article in found[:2]] == [
        f"{tmp_path / name}{inside}/page.html",
        f"{tmp_path / name}{inside}/feed.xml:1",
    ]
    assert list(tmp_path.iterdir()) == [tmp_path / name]


@pytest.mark.parametrize("name", ["lines.jsonl", "rows.csv", "page.html"])
def test_a_single_packed_file_is_read_as_what_it_holds(reading: Reading, tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(ALL[name]))

    (article,) = articles(reading, tmp_path / f"{name}.gz")

    assert article.text == made.TEXT


def test_a_date_in_a_members_name_counts_as_in_a_files(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(made.zipped({"2022-01-26/2021-03-04-talks.txt": made.TEXT.encode()}))

    (article,) = articles(reading, tmp_path / "all.zip")

    assert article.published == "2021-03-04"


def test_members_of_other_kinds_are_left_alone_as_in_a_folder(reading: Reading, tmp_path: Path) -> None:
    members = {
        "a.txt": made.TEXT.encode(),
        "photo.png": b"\x89PNG",
        ".hidden.txt": b"x",
        "__MACOSX/a.txt": b"x",
        "d/": b"",
    }
    (tmp_path / "all.zip").write_bytes(made.zipped(members))

    assert [article.path for article in articles(reading, tmp_path / "all.zip")] == [
        f"{tmp_path}/all.zip/a.txt"
    ]


def test_a_broken_member_fails_by_name_and_the_others_are_read(reading: Reading, tmp_path: Path) -> None:
    members = {"1.txt": made.TEXT.encode(), "2.json": b"{broken", "3.txt": made.TEXT.encode()}
    (tmp_path / "all.tar").write_bytes(made.tarred(members))

    first, broken, last = reading(tmp_path / "all.tar")

    assert isinstance(first, Article)
    assert isinstance(broken, Failure)
    assert broken.name == f"{tmp_path}/all.tar/2.json"
    assert isinstance(last, Article)


@pytest.mark.parametrize("name", ["empty.zip", "pictures.zip", "empty.tar"])
def test_an_archive_without_articles_fails_by_name(reading: Reading, tmp_path: Path, name: str) -> None:
    content = {
        "empty.zip": made.zipped({}),
        "pictures.zip": made.zipped({"a.png": b"x"}),
        "empty.tar": made.tarred({}),
    }
    (tmp_path / name).write_bytes(content[name])

    assert isinstance(failure(reading, tmp_path / name).error, EmptyArticle)


def test_an_office_document_is_not_taken_for_an_archive(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "talks.docx").write_bytes(
        made.zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    )

    assert "is an Office document (.docx" in str(failure(reading, tmp_path / "talks.docx").error)


# Crawls


@pytest.mark.parametrize("packed", [False, True])
def test_a_crawl_gives_its_pages_with_their_addresses(reading: Reading, tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    file.write_bytes(
        made.warc(
            (f"{made.URL}?utm_source=x", "text/html; charset=utf-8", made.html()),
            ("https://news.example.org/a.png", "image/png", b"\x89PNG"),
            ("https://news.example.org/talks.pdf", "application/pdf", PLAIN["page.pdf"]),
            packed=packed,
        )
    )

    found = articles(reading, file)

    assert [(article.text, article.url) for article in found] == [
        (made.TEXT, made.URL),
        (made.TEXT, "https://news.example.org/talks.pdf"),
    ]
    assert [article.path for article in found] == [f"{file}:1", f"{file}:3"]


def test_pages_of_a_crawl_that_were_not_found_are_left_alone(reading: Reading, tmp_path: Path) -> None:
    record = (made.URL, "text/html", made.html("Not found. " * 20))
    (tmp_path / "crawl.warc").write_bytes(made.warc(record, status="404 Not Found"))

    assert isinstance(failure(reading, tmp_path / "crawl.warc").error, EmptyArticle)


def test_a_crawl_that_breaks_off_gives_what_came_before(reading: Reading, tmp_path: Path) -> None:
    whole = made.warc((made.URL, "text/html", made.html()), (f"{made.URL}2", "text/html", made.html()))
    (tmp_path / "crawl.warc").write_bytes(whole[: len(whole) // 2 + 60])

    first, *rest = reading(tmp_path / "crawl.warc")

    assert isinstance(first, Article)
    assert all(isinstance(each, Failure) for each in rest)


# Pages


def test_furniture_of_a_page_is_left_out(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(made.html(head=HEAD))

    (article,) = articles(reading, tmp_path / "page.html")

    assert "Home" not in article.text
    assert "rights reserved" not in article.text
    assert article.byline == "Anna Berg"


def test_a_time_within_a_sentence_stays_a_word_of_it(reading: Reading, tmp_path: Path) -> None:
    body = made.BODY.replace("Tuesday", "<time datetime='2022-01-25'>Tuesday</time>")
    (tmp_path / "page.html").write_bytes(made.html(body))

    assert articles(reading, tmp_path / "page.html")[0].text == made.TEXT


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = '{"@type": "NewsArticle", "datePublished": "2022-01-26T14:03:00+01:00"}'
GRAPH = (
    '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
    '{"@type": ["Thing", "NewsArticle"], "datePublished": "2022-01-26"}]}'
)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (json_ld(ARTICLE), "2022-01-26T14:03:00+01:00"),
        (json_ld(GRAPH), "2022-01-26"),
        (json_ld('{"datePublished": "2022-01-26", broken'), "2022-01-26"),
        ('<meta name="dc.date" content="2022-01-26">', "2022-01-26"),
        ('<meta property="article:published_time" content="03/04/2022">', None),
        ('<meta name="last-modified" content="sometime">', None),
        ("", None),
    ],
    ids=["json", "graph", "broken json", "meta", "ambiguous", "no date", "nothing"],
)
def test_the_date_of_a_page_is_what_its_head_says_and_never_guessed(
    reading: Reading, tmp_path: Path, head: str, published: str | None
) -> None:
    (tmp_path / "page.html").write_bytes(made.html(head=head))

    assert articles(reading, tmp_path / "page.html")[0].published == published


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "utf-16"])
def test_a_page_is_decoded_as_it_says(reading: Reading, tmp_path: Path, charset: str) -> None:
    body = made.BODY.replace("Swiss city", "“Genève” café")
    if charset == "iso-8859-1":
        body = body.replace("“", "'").replace("”", "'")
    page = made.html(body).decode().replace("charset='utf-8'", f"charset='{charset}'")
    (tmp_path / "page.html").write_bytes(page.encode(charset))

    assert "Genève" in articles(reading, tmp_path / "page.html")[0].text


def test_a_page_that_says_latin_1_and_is_utf_8_is_read_as_utf_8(reading: Reading, tmp_path: Path) -> None:
    page = made.html(made.BODY.replace("Swiss city", "Genève")).replace(
        b"charset='utf-8'", b"charset='iso-8859-1'"
    )
    (tmp_path / "page.html").write_bytes(page)

    assert "Genève" in articles(reading, tmp_path / "page.html")[0].text


def test_a_list_of_links_is_no_article(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "front.html").write_bytes(b"<html><head><title>News</title></head><body></body></html>")

    assert isinstance(failure(reading, tmp_path / "front.html").error, EmptyArticle)


def test_a_page_gives_the_same_text_whatever_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(made.html(head=HEAD))
    program = "import sys; from graphkit.sources import read; print(*read([sys.argv[1]]))"

    texts = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "page.html")],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(texts) == 1


# Feeds


def test_an_entry_with_only_a_teaser_is_no_article(reading: Reading, tmp_path: Path) -> None:
    teaser = f"<item><title>Talks</title><link>{made.URL}</link><description>Russia ...</description></item>"
    (tmp_path / "feed.xml").write_bytes(made.rss(made.rss_item(), teaser, "<item><title>Bare</title></item>"))

    whole, cut, bare = reading(tmp_path / "feed.xml")

    assert isinstance(whole, Article)
    assert isinstance(cut, Failure)
    assert "holds only a teaser" in str(cut.error)
    assert isinstance(bare, Failure)
    assert "neither text nor link" in str(bare.error)


def test_xml_that_is_no_feed_is_refused(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "data.xml").write_bytes(b"<?xml version='1.0'?><catalog><book>x</book></catalog>")

    assert isinstance(failure(reading, tmp_path / "data.xml").error, NotText)


def test_a_feed_that_breaks_off_before_its_first_entry_is_told(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(made.rss(made.rss_item())[:150])

    assert "is a broken feed" in str(failure(reading, tmp_path / "feed.xml").error)


def test_a_feed_of_ten_thousand_entries_is_read_to_its_end(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(made.rss("<item><title>Bare</title></item>" * 10_000))

    assert [str(each.name).rpartition(":")[2] for each in reading(tmp_path / "feed.xml")] == [
        str(number) for number in range(1, 10_001)
    ]


def test_a_feed_without_news_is_no_failure(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(made.rss())

    assert reading(tmp_path / "feed.xml") == []


# JSON and CSV


def test_a_wrong_line_fails_by_number_and_the_next_is_read(reading: Reading, tmp_path: Path) -> None:
    lines = [made.json_article(), b"", b"{broken", b"5", b'{"headline": "No text"}', made.json_article()]
    (tmp_path / "lines.jsonl").write_bytes(b"\n".join(lines))

    outcomes = list(reading(tmp_path / "lines.jsonl"))

    assert [isinstance(each, Article) for each in outcomes] == [True, False, False, False, True]
    names = [each.name if isinstance(each, Failure) else each.path for each in outcomes]  # type: ignore[union-attr]
    assert names == [f"{tmp_path}/lines.jsonl:{number}" for number in (1, 3, 4, 5, 6)]
    empty = outcomes[3]
    assert isinstance(empty, Failure)
    assert "has no text: its keys are headline" in str(empty.error)


def test_html_in_a_field_is_read_as_text(reading: Reading, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in made.BODY.split("\n\n"))
    record = {"title": f"<b>{made.TITLE}</b>", "content": f"<div>{paragraphs}<script>evil()</script></div>"}
    (tmp_path / "one.json").write_text(json.dumps(record))

    (article,) = articles(reading, tmp_path / "one.json")

    assert article.text == made.TEXT


def test_a_table_of_a_spreadsheet_is_read_whatever_parts_it(reading: Reading, tmp_path: Path) -> None:
    row = f'{made.TITLE}\t"{made.BODY}"\t{made.URL}\r\n'
    (tmp_path / "rows.tsv").write_bytes(("title\ttext\turl\r\n" + row).encode("utf-16"))
    (tmp_path / "rows.csv").write_bytes(("title;text;url\r\n" + row.replace("\t", ";")).encode("cp1252"))

    assert [article.text for article in articles(reading, tmp_path)] == [made.TEXT, made.TEXT]


def test_rows_are_named_by_the_line_they_begin_on(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(
        made.csv_articles((made.TITLE, made.BODY, ""), ("", "", ""), ("Only a title", "", ""))
    )

    whole, without = reading(tmp_path / "rows.csv")

    assert isinstance(whole, Article)
    assert whole.path == f"{tmp_path}/rows.csv:2"
    assert isinstance(without, Failure)
    assert without.name == f"{tmp_path}/rows.csv:6"


# PDF and mail


def test_wrapped_lines_of_a_pdf_are_joined_and_running_heads_left_out(
    reading: Reading, tmp_path: Path
) -> None:
    words = (" ".join([made.FIRST, made.SECOND] * 12)).split()
    lines: list[str] = []
    while words:
        line = words.pop(0)
        while words and len(line) + len(words[0]) < 80:
            line += f" {words.pop(0)}"
        lines.append(line)
    pages = [
        ["The Daily Example", *lines[at : at + 10], f"Page {at // 10 + 1} of 9"]
        for at in range(0, len(lines), 10)
    ]
    (tmp_path / "page.pdf").write_bytes(made.pdf(pages))

    (article,) = articles(reading, tmp_path / "page.pdf")

    assert article.text == " ".join([made.FIRST, made.SECOND] * 12)


def test_a_pdf_without_text_is_named_as_pictures(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(made.pdf([[]]))

    assert "only pictures" in str(failure(reading, tmp_path / "scan.pdf").error)


def test_the_title_of_an_old_document_is_not_taken_for_the_headline(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(
        made.pdf([[made.TITLE, "", made.FIRST]], title="Microsoft Word - draft3.doc")
    )

    assert articles(reading, tmp_path / "page.pdf")[0].title == made.TITLE


def test_the_html_of_a_newsletter_is_read_without_its_hidden_lines(reading: Reading, tmp_path: Path) -> None:
    paragraphs = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in made.BODY.split("\n\n"))
    body = f"<style>p {{}}</style><div style='display:none'>Preview</div><table>{paragraphs}</table>"
    (tmp_path / "letter.eml").write_bytes(made.mail(body, kind="text/html"))

    (article,) = articles(reading, tmp_path / "letter.eml")

    assert article.text == made.TEXT
    assert article.publisher == "The Daily Example"
    assert article.published == made.PUBLISHED


def test_a_box_of_mail_gives_each_message_and_names_the_broken(reading: Reading, tmp_path: Path) -> None:
    nothing = b"From: a@example.org\nContent-Type: image/png\n\nx\n"
    quoted = made.mail(f">From the start {made.FIRST}")
    (tmp_path / "letters.mbox").write_bytes(made.box(made.mail(), nothing, quoted))

    whole, broken, last = reading(tmp_path / "letters.mbox")

    assert isinstance(whole, Article)
    assert isinstance(broken, Failure)
    assert broken.name == f"{tmp_path}/letters.mbox:2"
    assert isinstance(last, Article)
    assert last.text.endswith(f"From the start {made.FIRST}")


# The same everywhere

GERMAN = (
    "Russland hat den Plan am Freitag abgelehnt, und die Vereinigten Staaten haben gesagt, dass sie auf eine "
    "Antwort aus Moskau warten werden, wie ein Sprecher in Berlin der Presse mitteilte."
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", made.html(f"{GERMAN}\n\n{GERMAN}", "Russland lehnt ab")),
        ("a.xml", made.rss(made.rss_item(f"{GERMAN}\n\n{GERMAN}", "Russland lehnt ab"))),
        ("a.json", made.json_article(headline="Russland lehnt ab", body=GERMAN, language="en")),
        ("a.csv", made.csv_articles(("Russland lehnt ab", GERMAN, ""))),
        ("a.pdf", made.pdf([GERMAN.split(", ")])),
        ("a.eml", made.mail(GERMAN, "Russland lehnt ab")),
        ("a.zip", made.zipped({"a.txt": GERMAN.encode()})),
        ("a.warc", made.warc((made.URL, "text/html", made.html(f"{GERMAN}\n\n{GERMAN}", "Nein")))),
    ],
)
def test_an_article_in_another_language_is_set_aside_by_name(
    reading: Reading, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    assert isinstance(failure(reading, tmp_path / name).error, WrongLanguage)
    assert "is in German (de)" in str(failure(reading, tmp_path / name).error)


def test_a_text_too_short_to_tell_is_in_the_language_it_says(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Moskau lehnt ab", "language": "de-AT"}')

    assert isinstance(failure(reading, tmp_path / "a.json").error, WrongLanguage)


@pytest.mark.parametrize("name", ["page.html", "letter.eml", "page.pdf"])
def test_notes_beside_a_file_count_more_than_what_it_says(
    reading: Reading, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(ALL[name])
    (tmp_path / name).with_suffix(".yaml").write_text("publisher: The Weekly\npublished: 2021-03-04\n")

    (article,) = articles(reading, tmp_path / name)

    assert (article.publisher, article.published) == ("The Weekly", "2021-03-04")


def test_the_flag_counts_more_than_any_date(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_bytes(WHOLE["lines.jsonl"])

    (article,) = read([tmp_path / "lines.jsonl"], Options(published="2020-02-02"))

    assert isinstance(article, Article)
    assert article.published == "2020-02-02"


def test_notes_in_json_beside_a_text_are_not_articles(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(made.TEXT)
    (tmp_path / "talks.json").write_text('{"publisher": "The Weekly"}')
    (tmp_path / "page.html").write_bytes(made.html())
    (tmp_path / "page.html.json").write_text('{"publisher": "The Weekly"}')

    assert [article.publisher for article in articles(reading, tmp_path)] == ["The Weekly", "The Weekly"]


def test_reading_text_loads_nothing_that_only_other_formats_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(made.TEXT)
    heavy = "httpx httpcore lxml trafilatura feedparser pypdf"
    program = (
        "import sys; from graphkit.sources import read; list(read([sys.argv[1]]));"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")], capture_output=True, check=True, text=True
    )

    assert done.stdout.strip() == "[]"


def test_a_file_that_is_cut_off_is_told(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(made.TEXT.encode())[:-20])

    assert isinstance(failure(reading, tmp_path / "a.txt.gz").error, SourceError)


def test_two_exports_of_one_name_are_both_articles(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_bytes(made.csv_articles((made.TITLE, made.BODY, "")))
    (tmp_path / "news.json").write_bytes(made.json_article())
    (tmp_path / "news.jsonl").write_bytes(made.json_article())

    assert len(articles(reading, tmp_path)) == 3


def test_a_page_of_a_crawl_speaks_for_its_own_host_alone(reading: Reading, tmp_path: Path) -> None:
    head = "<link rel='canonical' href='https://other.example/talks'>"
    (tmp_path / "crawl.warc").write_bytes(made.warc((made.URL, "text/html", made.html(head=head))))

    assert articles(reading, tmp_path / "crawl.warc")[0].url == made.URL


def test_a_page_sent_to_the_crawler_in_pieces_and_packed_is_put_together(
    reading: Reading, tmp_path: Path
) -> None:
    packed = gzip.compress(made.html())
    pieces = (
        b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (packed[:50], packed[50:])) + b"0\r\n\r\n"
    )
    media = "text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip"
    (tmp_path / "crawl.warc").write_bytes(made.warc((made.URL, media, pieces)))

    assert [article.text for article in articles(reading, tmp_path / "crawl.warc")] == [made.TEXT]
