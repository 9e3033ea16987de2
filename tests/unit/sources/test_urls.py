"""One article has one address, whatever way led to it; and a page speaks for its own host alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.urls import canonical, scheme_of, tidy


@pytest.mark.parametrize(
    ("address", "tidied"),
    [
        ("https://News.Example.org/a", "https://news.example.org/a"),
        ("HTTPS://news.example.org", "https://news.example.org/"),
        ("https://news.example.org:443/a#part", "https://news.example.org/a"),
        ("http://news.example.org:80/a", "http://news.example.org/a"),
        ("http://news.example.org:8080/a", "http://news.example.org:8080/a"),
        ("https://news.example.org/a?utm_source=x&id=1&fbclid=2", "https://news.example.org/a?id=1"),
        ("https://news.example.org/a?utm_source=x", "https://news.example.org/a"),
        ("https://news.example.org/a?id=a+b%20c&x=", "https://news.example.org/a?id=a+b%20c&x="),
        ("https://anna:secret@news.example.org/a", "https://news.example.org/a"),
        ("https://nachrichten-münchen.example/a", "https://xn--nachrichten-mnchen-y6b.example/a"),
        ("https://news.example.org./a", "https://news.example.org/a"),
        ("  https://news.example.org/a b  ", "https://news.example.org/a%20b"),
        (
            "https://news.example.org/café/\U0001f600?q=ü|x",
            "https://news.example.org/caf%C3%A9/%F0%9F%98%80?q=%C3%BC%7Cx",
        ),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/a"),
    ],
)
def test_an_address_is_tidied(address: str, tidied: str) -> None:
    assert tidy(address) == tidied


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news.example.org/a",
        "/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://news.example.org/a",
        "mailto:a@example.org",
        "https://",
        "https://news.example.org:99999/",
        "https://news.example.org:x/",
        "https://[::1/",
        "https://news.example.org/\x00",
        "https://news.example.org/\ud800",
        "https://news.example.org/a\nHost: evil",
        "https://news.example.org/<script>",
        "https://" + "a" * 70 + ".example/",
        "https://xn--.example\u2024org/",
        "https://news.example.org/" + "a" * 3_000,
    ],
)
def test_what_is_no_address_of_the_web_is_none(address: str) -> None:
    if address.startswith("https://" + "a" * 70):
        assert tidy(address) is not None  # too long for a name, which whoever looks it up will say
    elif "\u2024" in address:
        assert tidy(address) in (None, "https://xn--.example.org/")
    else:
        assert tidy(address) is None


@given(st.text(max_size=60))
def test_tidying_never_fails_and_once_is_enough(text: str) -> None:
    for address in (text, f"https://{text}", f"https://news.example.org/{text}"):
        tidied = tidy(address)
        assert tidied is None or tidy(tidied) == tidied


@pytest.mark.parametrize(
    ("claimed", "found", "address"),
    [
        ("https://a.example/x", "https://a.example/x?ref=1", "https://a.example/x"),
        ("/x", "https://a.example/x?ref=1", "https://a.example/x"),
        ("https://www.a.example/x", "https://a.example/x", "https://www.a.example/x"),
        ("https://b.example/x", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/", "https://a.example/x", "https://a.example/x"),
        ("javascript:x", "https://a.example/x", "https://a.example/x"),
        (None, "https://a.example/x#top", "https://a.example/x"),
        ("https://a.example/x", None, "https://a.example/x"),
        ("https://a.example/", None, None),
        ("/x", None, None),
        (None, None, None),
    ],
)
def test_a_page_is_where_it_says_if_it_may_say_so(
    claimed: str | None, found: str | None, address: str | None
) -> None:
    assert canonical(claimed, found) == address


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("https://a.example", "https"),
        ("HTTP://a.example", "http"),
        ("file:///etc", "file"),
        ("mailto:a@example.org", "mailto"),
        ("C:\\talks.txt", None),
        ("talks.txt", None),
        ("a/b:c", None),
        ("-", None),
    ],
)
def test_an_address_is_told_from_a_path(text: str, scheme: str | None) -> None:
    assert scheme_of(text) == scheme
