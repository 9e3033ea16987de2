"""Pages are asked for politely and within limits; what a server does wrong is told, and ends soon."""

import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import pytest

from graphkit.errors import NotFetched, OverLimit, Unsafe
from graphkit.model import Article
from graphkit.sources import Failure, Fetching, Options, Outcome, Visits, read
from graphkit.sources.fetching import AGENT
from tests import made
from tests.site import HERE, PRIVATE, Headers, Reply, Site, serving

TEXT = "Russia rejected the plan on Tuesday, and the United States said that it would wait for an answer from Moscow."
HTML = {"Content-Type": "text/html; charset=utf-8"}
TEXTS = {"Content-Type": "text/plain; charset=utf-8"}
QUICK = Fetching(private=PRIVATE, pause=0.0, backoff=0.01, patience=2.0, read=1.0, whole=2.0, connect=2.0)


def page(text: str = TEXT, title: str = "Talks fail") -> bytes:
    """As plain text, which is read without starting the process that takes HTML apart."""
    return f"{title}\n\n{text}\n".encode()


def feed(*entries: tuple[str, str, str]) -> bytes:
    """entries: title, link, date."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>"
        "<description>More ...</description></item>"
        for title, link, date in entries
    )
    return f"<rss version='2.0'><channel><title>The Daily</title>{items}</channel></rss>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def fetched(address: str, fetching: Fetching = QUICK, visits: Visits | None = None) -> list[Outcome]:
    return list(read([address], Options(fetching=fetching), visits))


def refused(address: str, fetching: Fetching = QUICK) -> Failure:
    (outcome,) = fetched(address, fetching)
    assert isinstance(outcome, Failure)
    assert address in str(outcome.error)
    return outcome


def texts(outcomes: list[Outcome]) -> list[str]:
    assert all(isinstance(each, Article) for each in outcomes), outcomes
    return [each.text for each in outcomes if isinstance(each, Article)]


def test_a_page_becomes_an_article_with_its_address(site: Site) -> None:
    site.replies["/talks?id=1&utm_source=feed"] = Reply(body=made.html(TEXT, "Talks fail"), headers=HTML)

    (article,) = fetched(f"{site.address}/talks?id=1&utm_source=feed")

    assert isinstance(article, Article)
    assert article.text == f"Talks fail\n\n{TEXT}"
    assert (article.title, article.path) == ("Talks fail", None)
    assert article.url == f"{site.address}/talks?id=1"


def test_we_name_ourselves_and_ask_for_what_we_can_read(site: Site) -> None:
    site.replies["/talks"] = Reply(body=page(), headers=TEXTS)

    fetched(f"{site.address}/talks")

    asked = site.asked[-1].headers
    assert asked["user-agent"] == AGENT
    assert asked["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in asked


def test_what_is_sent_packed_is_unpacked(site: Site) -> None:
    site.replies["/talks"] = Reply(body=gzip.compress(page()), headers={**TEXTS, "Content-Encoding": "gzip"})

    assert texts(fetched(f"{site.address}/talks")) == [f"Talks fail\n\n{TEXT}"]


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    site.replies["/short"] = Reply(301, headers={"Location": "/middle"})
    site.replies["/middle"] = Reply(302, headers={"Location": f"{site.address}/talks"})
    site.replies["/talks"] = Reply(body=page(), headers=TEXTS)

    (article,) = fetched(f"{site.address}/short")

    assert isinstance(article, Article)
    assert article.url == f"{site.address}/talks"


@pytest.mark.parametrize(
    ("target", "error", "message"),
    [
        (f"http://{HERE}:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://localhost:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://2130706433:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://0x7f.1:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://[::1]:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://[::ffff:127.0.0.1]:PORT/inside", Unsafe, "isn't on the public internet"),
        ("http://169.254.169.254/latest/meta-data/", Unsafe, "isn't on the public internet"),
        ("http://10.0.0.1/", Unsafe, "isn't on the public internet"),
        ("http://0.0.0.0:PORT/", Unsafe, "isn't on the public internet"),
        ("file:///etc/passwd", NotFetched, "redirects to 'file:///etc/passwd', which isn't on the web"),
        ("ftp://news.example/talks", NotFetched, "isn't on the web"),
        ("data:text/html,hello", NotFetched, "isn't on the web"),
        ("javascript:alert(1)", NotFetched, "isn't on the web"),
        ("gopher://127.0.0.1:25/_HELO", NotFetched, "isn't on the web"),
        ("", NotFetched, "more than 5 redirects"),
        ("http://", NotFetched, "more than 5 redirects"),
        ("/loop", NotFetched, "more than 5 redirects"),
        ("http://news.example:99999/", NotFetched, "isn't on the web"),
        ("/" + "a" * 5_000, NotFetched, "isn't on the web"),
    ],
)
def test_a_redirect_leads_nowhere_a_first_address_may_not(
    site: Site, target: str, error: type[Exception], message: str
) -> None:
    with serving(HERE) as inside:
        port = inside.address.rpartition(":")[2]
        inside.replies["/inside"] = Reply(body=page())
        site.replies["/loop"] = Reply(302, headers={"Location": target.replace("PORT", port)})
        outcome = fetched(f"{site.address}/loop")[0]

    assert isinstance(outcome, Failure)
    assert isinstance(outcome.error, error), outcome.error
    assert message in str(outcome.error)
    assert inside.asked == []


@pytest.mark.parametrize("address", [f"http://{HERE}:9/talks", "http://localhost:9/", "http://192.168.0.1/"])
def test_a_private_address_is_refused_unless_its_network_is_named(address: str) -> None:
    assert isinstance(refused(address, Fetching(pause=0)).error, Unsafe)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://news.example/a", "gopher://news.example/"])
def test_what_is_not_on_the_web_is_refused(address: str) -> None:
    assert isinstance(refused(address).error, NotFetched)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 451])
def test_a_refusal_is_told_and_not_asked_again(site: Site, status: int) -> None:
    site.replies["/talks"] = Reply(status)

    failure = refused(f"{site.address}/talks")

    assert f"answers {status}" in str(failure.error)
    assert site.paths() == ["/talks"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(site: Site, status: int) -> None:
    site.replies["/talks"] = [Reply(status), Reply(status), Reply(body=page(), headers=TEXTS)]

    assert texts(fetched(f"{site.address}/talks")) == [f"Talks fail\n\n{TEXT}"]
    assert site.paths() == ["/talks"] * 3


def test_a_server_that_stays_busy_is_told_with_the_number_of_tries(site: Site) -> None:
    site.replies["/talks"] = Reply(500)

    failure = refused(f"{site.address}/talks")

    assert "answers 500 (asked 3 times): try later" in str(failure.error)
    assert len(site.paths()) == 3


def test_retry_after_is_waited_for(site: Site) -> None:
    site.replies["/talks"] = [
        Reply(429, headers={"Retry-After": "1"}),
        Reply(body=page(), headers=TEXTS),
    ]

    started = time.monotonic()
    outcomes = fetched(f"{site.address}/talks")

    assert texts(outcomes)
    assert time.monotonic() - started >= 1.0


def test_a_server_that_wants_too_long_a_pause_is_left_for_later(site: Site) -> None:
    site.replies["/talks"] = Reply(429, headers={"Retry-After": "3600"})

    failure = refused(f"{site.address}/talks")

    assert "wants to be asked again in 3600 s" in str(failure.error)
    assert site.paths() == ["/talks"]


# What these do without end ends once the client hangs up, or the site is closed: a client that waits waits for ever.


def hangs(handler: BaseHTTPRequestHandler) -> None:
    ended(handler).wait()


def drips(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, so that no wait is ever long."""
    while not ended(handler).wait(0.1):
        handler.wfile.write(b"a")
        handler.wfile.flush()


def endless(handler: BaseHTTPRequestHandler) -> None:
    while True:
        handler.wfile.write(b"a" * 2**20)


def ended(handler: BaseHTTPRequestHandler) -> Event:
    found: Event = handler.server.ended  # type: ignore[attr-defined] -- of our own server, see tests.site
    return found


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"Half a page")


@pytest.mark.parametrize(
    ("then", "headers"),
    [
        (hangs, {"Content-Length": "10"}),
        (drips, {}),
        (breaks_off, {"Content-Length": "1000"}),
    ],
    ids=["hangs", "drips", "breaks off"],
)
def test_an_answer_that_never_comes_ends_in_bounded_time(
    site: Site, then: Callable[[BaseHTTPRequestHandler], None], headers: Headers
) -> None:
    site.replies["/talks"] = Reply(headers={**TEXTS, **headers}, then=then)

    assert "doesn't answer" in str(refused(f"{site.address}/talks").error)


@pytest.mark.parametrize("declared", [{}, {"Content-Length": str(2 * 2**30)}], ids=["endless", "2 GB"])
def test_a_body_without_end_is_given_up_at_the_limit(site: Site, declared: Headers) -> None:
    site.replies["/talks"] = Reply(headers={**TEXTS, **declared}, then=endless)

    failure = refused(f"{site.address}/talks", Fetching(private=PRIVATE, pause=0, largest=4 * 2**20))

    assert isinstance(failure.error, OverLimit)
    assert "sends more than 4 MB" in str(failure.error)


def test_a_packed_bomb_is_given_up_at_the_limit(site: Site) -> None:
    site.replies["/talks"] = Reply(
        body=gzip.compress(b"a" * 50 * 2**20), headers={**TEXTS, "Content-Encoding": "gzip"}
    )

    failure = refused(f"{site.address}/talks", Fetching(private=PRIVATE, pause=0, largest=4 * 2**20))

    assert isinstance(failure.error, OverLimit)


@pytest.mark.parametrize(
    ("encoding", "message"), [("br", "packed as 'br', which isn't read here"), ("gzip", "can't be unpacked")]
)
def test_a_body_packed_otherwise_than_asked_is_refused(site: Site, encoding: str, message: str) -> None:
    site.replies["/talks"] = Reply(body=page(), headers={**TEXTS, "Content-Encoding": encoding})

    assert message in str(refused(f"{site.address}/talks").error)


def test_robots_txt_is_asked_once_and_kept_to(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(body=b"User-agent: graphkit\nDisallow: /private\n")
    site.replies["/talks"] = site.replies["/private/talks"] = Reply(body=page(), headers=TEXTS)

    addresses = [f"{site.address}/talks", f"{site.address}/private/talks"]
    read_one, kept_out = read(addresses, Options(fetching=QUICK))

    assert isinstance(read_one, Article)
    assert isinstance(kept_out, Failure)
    assert "as its robots.txt says" in str(kept_out.error)
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/talks"]


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /private\n")
    site.replies["/talks"] = Reply(302, headers={"Location": "/private/talks"})

    (failure,) = fetched(f"{site.address}/talks")

    assert isinstance(failure, Failure)
    assert site.paths() == ["/talks"]


def test_a_host_whose_robots_txt_cannot_be_had_is_left_alone(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(500)
    site.replies["/talks"] = Reply(body=page(), headers=TEXTS)

    failure = refused(f"{site.address}/talks")

    assert "its host doesn't say what may be read" in str(failure.error)
    assert site.paths() == []


def test_requests_to_one_host_keep_their_pause(site: Site) -> None:
    for name in ("/1", "/2", "/3"):
        site.replies[name] = Reply(body=page(title=f"Talks {name}"), headers=TEXTS)
    fetching = Fetching(private=PRIVATE, pause=0.3, robots=False)

    started = time.monotonic()
    outcomes = list(read([f"{site.address}/{n}" for n in (1, 2, 3)], Options(fetching=fetching)))

    assert len(texts(outcomes)) == 3
    assert time.monotonic() - started >= 0.6


def test_a_longer_pause_that_the_host_asks_for_is_kept(site: Site) -> None:
    site.replies["/robots.txt"] = Reply(body=b"User-agent: *\nCrawl-delay: 0.5\n")
    for name in ("/1", "/2"):
        site.replies[name] = Reply(body=page(), headers=TEXTS)

    started = time.monotonic()
    list(read([f"{site.address}/1", f"{site.address}/2"], Options(fetching=QUICK)))

    assert time.monotonic() - started >= 0.5


def test_a_host_that_is_away_is_not_asked_for_each_of_its_pages() -> None:
    with serving() as gone:
        address = gone.address

    fetching = replace(QUICK, robots=False)
    failures = list(read([f"{address}/{n}" for n in range(20)], Options(fetching=fetching)))

    told = [str(each.error) for each in failures if isinstance(each, Failure)]
    assert len(told) == 20
    assert ["isn't asked again in this run" in each for each in told] == [False] + [True] * 19


def test_an_address_with_a_password_is_asked_without_and_never_told(site: Site) -> None:
    site.replies["/talks"] = Reply(404)
    address = site.address.replace("http://", "http://anna:secret@")

    (failure,) = fetched(f"{address}/talks")

    assert isinstance(failure, Failure)
    assert "secret" not in str(failure.error)
    assert "authorization" not in site.asked[-1].headers


# What is remembered between two runs


def conditional(body: bytes, etag: str, headers: Headers) -> Callable[[Headers], Reply]:
    def reply(asked: Headers) -> Reply:
        if asked.get("if-none-match") == etag:
            return Reply(304)
        return Reply(body=body, headers={**headers, "ETag": etag})

    return reply


def test_an_unchanged_page_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.replies["/talks"] = conditional(page(), '"1"', TEXTS)
    state = tmp_path / "visits.json"

    first = Visits(state)
    before = fetched(f"{site.address}/talks", visits=first)
    first.keep()
    again = fetched(f"{site.address}/talks", visits=Visits(state))

    assert len(texts(before)) == 1
    assert again == []
    assert site.asked[-1].headers["if-none-match"] == '"1"'


def test_what_was_not_kept_is_fetched_again(site: Site, tmp_path: Path) -> None:
    site.replies["/talks"] = conditional(page(), '"1"', TEXTS)
    state = tmp_path / "visits.json"

    fetched(f"{site.address}/talks", visits=Visits(state))
    again = fetched(f"{site.address}/talks", visits=Visits(state))

    assert len(texts(again)) == 1


def test_last_modified_is_asked_by_too(site: Site, tmp_path: Path) -> None:
    day = "Wed, 26 Jan 2022 14:03:00 GMT"
    site.replies["/talks"] = Reply(body=page(), headers={**TEXTS, "Last-Modified": day})
    visits = Visits(tmp_path / "visits.json")

    fetched(f"{site.address}/talks", visits=visits)
    visits.keep()
    fetched(f"{site.address}/talks", visits=visits)

    assert site.asked[-1].headers["if-modified-since"] == day


def test_a_page_that_could_not_be_read_is_asked_for_whole_again(site: Site, tmp_path: Path) -> None:
    site.replies["/talks"] = conditional(b"\x89PNG\r\n\x1a\n\0", '"1"', {"Content-Type": "image/png"})
    visits = Visits(tmp_path / "visits.json")

    fetched(f"{site.address}/talks", visits=visits)
    visits.keep()
    fetched(f"{site.address}/talks", visits=visits)

    assert "if-none-match" not in site.asked[-1].headers


def test_a_state_file_that_is_broken_costs_pages_fetched_again(
    site: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site.replies["/talks"] = Reply(body=page(), headers=TEXTS)
    (tmp_path / "visits.json").write_text("{half")

    outcomes = fetched(f"{site.address}/talks", visits=Visits(tmp_path / "visits.json"))

    assert len(texts(outcomes)) == 1
    assert "all pages are fetched again" in caplog.text


def test_an_address_beyond_ascii_is_asked_for_escaped(site: Site) -> None:
    site.replies["/caf%C3%A9?q=%C3%BC"] = Reply(body=page(), headers=TEXTS)

    (article,) = fetched(f"{site.address}/café?q=ü")

    assert isinstance(article, Article)
    assert article.url == f"{site.address}/caf%C3%A9?q=%C3%BC"


def test_a_mark_that_cannot_be_sent_back_is_not_remembered(site: Site, tmp_path: Path) -> None:
    site.replies["/talks"] = Reply(body=page(), headers={**TEXTS, "ETag": '"caf\xe9"'})
    visits = Visits(tmp_path / "visits.json")

    fetched(f"{site.address}/talks", visits=visits)
    visits.keep()
    again = fetched(f"{site.address}/talks", visits=visits)

    assert len(texts(again)) == 1
    assert "if-none-match" not in site.asked[-1].headers


# Feeds


def test_a_feed_leads_to_its_pages_and_only_what_is_new_is_fetched(site: Site, tmp_path: Path) -> None:
    day = "Wed, 26 Jan 2022 14:03:00 GMT"
    for name in ("a", "b", "c"):
        site.replies[f"/{name}"] = Reply(body=page(f"{TEXT} This is {name}."), headers=TEXTS)
    a, b, c = ((f"Talk {name}", f"{site.address}/{name}", day) for name in ("a", "b", "c"))
    visits = Visits(tmp_path / "visits.json")

    site.replies["/feed"] = Reply(body=feed(a, b))
    first = fetched(f"{site.address}/feed", visits=visits)
    visits.keep()
    asked_first, site.asked = site.paths(), []
    # One entry is edited, one vanishes, one is new.
    edited = (a[0], a[1], "Wed, 26 Jan 2022 16:00:00 GMT")
    site.replies["/a"] = Reply(body=page(f"{TEXT} This is a, corrected."), headers=TEXTS)
    site.replies["/feed"] = Reply(body=feed(c, edited))
    second = fetched(f"{site.address}/feed", visits=visits)
    visits.keep()
    asked_second, site.asked = site.paths(), []
    third = fetched(f"{site.address}/feed", visits=visits)

    assert [text.rpartition(". ")[2] for text in texts(first)] == ["This is a.", "This is b."]
    assert asked_first == ["/feed", "/a", "/b"]
    assert [text.rpartition(". ")[2] for text in texts(second)] == ["This is c.", "This is a, corrected."]
    assert asked_second == ["/feed", "/c", "/a"]
    assert third == []
    assert site.paths() == ["/feed"]


FEED = {"Content-Type": "application/rss+xml"}


BAD_FEEDS = {
    "/busy": (Reply(429, headers={"Retry-After": "3600"}), "wants to be asked again in 3600 s"),
    "/broken": (Reply(500), "answers 500 (asked 3 times)"),
    "/hanging": (Reply(headers={**FEED, "Content-Length": "10"}, then=hangs), "doesn't answer"),
    "/inside": (Reply(302, headers={"Location": f"http://{HERE}:9/admin"}), "isn't on the public internet"),
    "/file": (Reply(302, headers={"Location": "file:///etc/passwd"}), "isn't on the web"),
    "/large": (
        Reply(headers={**FEED, "Content-Length": str(2 * 2**30)}, then=endless),
        "sends more than 4 MB",
    ),
    "/half": (Reply(headers=FEED, body=b"<rss version='2.0'><chan"), "is a broken feed"),
}


def test_whatever_the_server_of_a_feed_does_is_told_and_the_next_feed_is_read(
    site: Site, tmp_path: Path
) -> None:
    site.replies |= {path: reply for path, (reply, _) in BAD_FEEDS.items()}
    site.replies["/a"] = Reply(body=page(), headers=TEXTS)
    site.replies["/good"] = Reply(body=feed(("Talk", f"{site.address}/a", "")), headers=FEED)
    feeds, visits = [f"{site.address}{path}" for path in (*BAD_FEEDS, "/good")], Visits(tmp_path / "visits")

    *failures, article = read(feeds, Options(fetching=replace(QUICK, largest=4 * 2**20)), visits)

    told = {each.name: str(each.error) for each in failures if isinstance(each, Failure)}
    assert isinstance(article, Article)
    assert list(told) == feeds[:-1]
    assert [
        (path, told[f"{site.address}{path}"])
        for path, (_, problem) in BAD_FEEDS.items()
        if problem not in told[f"{site.address}{path}"]
    ] == []
    assert all(not visits.noted(each) for each in feeds[:-1])


def test_a_busy_feed_is_waited_for_as_it_asks(site: Site) -> None:
    site.replies["/a"] = Reply(body=page(), headers=TEXTS)
    entries = Reply(body=feed(("Talk", f"{site.address}/a", "")), headers=FEED)
    site.replies["/feed"] = [Reply(429, headers={"Retry-After": "1"}), Reply(500), entries]

    started = time.monotonic()

    assert len(texts(fetched(f"{site.address}/feed"))) == 1
    assert time.monotonic() - started >= 1.0
    assert site.paths() == ["/feed"] * 3 + ["/a"]


def test_a_page_takes_from_its_entry_what_it_does_not_say_itself(site: Site) -> None:
    site.replies["/a"] = Reply(body=made.html(TEXT, "Talks fail"), headers=HTML)
    site.replies["/feed"] = Reply(body=feed(("Talk", f"{site.address}/a", "Wed, 26 Jan 2022 14:03:00 GMT")))

    (article,) = fetched(f"{site.address}/feed")

    assert isinstance(article, Article)
    assert article.title == "Talks fail"
    assert article.published == "2022-01-26T14:03:00+00:00"
    assert article.url == f"{site.address}/a"


def test_an_entry_that_fails_keeps_the_feed_from_being_forgotten(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = [Reply(404), Reply(body=page(), headers=TEXTS)]
    entries = feed(("Talk", f"{site.address}/a", ""))
    site.replies["/feed"] = conditional(entries, '"1"', {"Content-Type": "application/rss+xml"})
    visits = Visits(tmp_path / "visits.json")

    (failure,) = fetched(f"{site.address}/feed", visits=visits)
    visits.keep()
    again = fetched(f"{site.address}/feed", visits=visits)
    visits.keep()
    at_last = fetched(f"{site.address}/feed", visits=visits)

    assert isinstance(failure, Failure)
    assert len(texts(again)) == 1
    assert at_last == []


def test_an_entry_that_leads_inside_is_refused_and_the_next_is_read(site: Site) -> None:
    site.replies["/a"] = Reply(body=page(), headers=TEXTS)
    site.replies["/feed"] = Reply(
        body=feed(
            ("Evil", f"http://{HERE}:9/admin", ""), ("Worse", "file:///etc/passwd", ""), ("Good", "/a", "")
        )
    )

    evil, worse, good = fetched(f"{site.address}/feed")

    assert isinstance(evil, Failure)
    assert isinstance(evil.error, Unsafe)
    assert isinstance(worse, Failure)
    assert isinstance(good, Article)


def test_a_feed_in_a_file_asks_for_nothing_unless_told(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = Reply(body=page(), headers=TEXTS)
    (tmp_path / "feed.xml").write_bytes(feed(("Talk", f"{site.address}/a", "")))

    (left,) = read([tmp_path / "feed.xml"], Options(fetching=QUICK))
    unasked = site.asked == []
    followed = list(read([tmp_path / "feed.xml"], Options(fetching=Fetching(private=PRIVATE, follow=True))))

    assert isinstance(left, Failure)
    assert "holds only a teaser" in str(left.error)
    assert unasked
    assert len(texts(followed)) == 1


def test_a_feed_that_leads_to_itself_is_read_once(site: Site) -> None:
    site.replies["/feed"] = Reply(body=feed(("Me", "/feed?again", "")), headers={"Content-Type": "text/xml"})
    site.replies["/feed?again"] = Reply(body=feed(("Me", "/feed?more", "")))

    (left,) = fetched(f"{site.address}/feed")

    assert isinstance(left, Failure)
    assert "holds only a teaser" in str(left.error)
    assert site.paths() == ["/feed", "/feed?again"]


def test_a_page_that_two_feeds_lead_to_is_fetched_once(site: Site) -> None:
    site.replies["/a"] = Reply(body=page(), headers=TEXTS)
    site.replies["/1"] = site.replies["/2"] = Reply(body=feed(("Talk", f"{site.address}/a", "")))

    outcomes = list(read([f"{site.address}/1", f"{site.address}/2"], Options(fetching=QUICK)))

    assert len(texts(outcomes)) == 1
    assert site.paths() == ["/1", "/a", "/2"]


def test_members_of_an_archive_on_the_web_have_no_address_of_their_own(site: Site) -> None:
    archive = made.zipped({"1.txt": made.TEXT.encode(), "2.txt": f"{made.TEXT} Again.".encode()})
    site.replies["/all.zip"] = Reply(body=archive, headers={"Content-Type": "application/zip"})

    outcomes = fetched(f"{site.address}/all.zip")

    assert len(texts(outcomes)) == 2
    assert [each.url for each in outcomes if isinstance(each, Article)] == [None, None]
