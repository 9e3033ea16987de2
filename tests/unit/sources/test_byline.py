"""Bylines are told from headlines that look like them."""

import pytest

from graphkit.sources.byline import Byline, find_byline
from graphkit.sources.phrases import shipped_phrases


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Berg", Byline("Anna Berg")),
        ("BY ANNA BERG", Byline("Anna Berg")),
        ("By Anna Berg and Tom Okafor, Reuters", Byline("Anna Berg and Tom Okafor", "Reuters")),
        ("By Anna Berg, Tom Okafor and Ann Poe", Byline("Anna Berg, Tom Okafor and Ann Poe")),
        ("By Anna van der Berg, Kyiv", Byline("Anna van der Berg")),
        ("By Anna Berg for the Somewhere Post", Byline("Anna Berg", "Somewhere Post")),
        ("By Anna Berg | Political Editor | 4 min read", Byline("Anna Berg")),
        ("By Anna Berg January 26, 2022", Byline("Anna Berg", None, "2022-01-26")),
        ("26 January 2022 | By Anna Berg", Byline("Anna Berg", None, "2022-01-26")),
        ("Jan 26, 2022 — By Anna Berg, Reuters", Byline("Anna Berg", "Reuters", "2022-01-26")),
        ("Written by Anna Berg", Byline("Anna Berg")),
        ("by AFP", Byline(None, "AFP")),
        ("By Our Foreign Staff", Byline(None)),
        ("The Associated Press", Byline(None, "The Associated Press")),
        ("Anna Berg in Paris", Byline("Anna Berg")),
        ("Anna Berg in Paris and Tom Okafor in Moscow", Byline("Anna Berg and Tom Okafor")),
        ("Anna Berg | AFP", Byline("Anna Berg", "AFP")),
        ("Anna Berg, Moscow correspondent", Byline("Anna Berg")),
    ],
)
def test_a_byline_below_a_headline_is_read(line: str, byline: Byline) -> None:
    assert find_byline(line, shipped_phrases(), below_headline=True) == byline


@pytest.mark.parametrize(
    "line",
    [
        "By the end of 2022, Russia will have left",
        "By Land and Sea",
        "Putin in Beijing",
        "Joe Biden, Vladimir Putin",
        "Opposition Leader Bill Shorten in Parliament on Wednesday.",
        "US rejects Russia demand on Ukraine",
        "by " * 100,
    ],
)
def test_what_only_looks_like_a_byline_is_none(line: str) -> None:
    assert find_byline(line, shipped_phrases(), below_headline=True) is None


def test_a_name_and_a_city_may_be_the_headline_where_none_stands_above() -> None:
    assert find_byline("Joe Biden in Kyiv", shipped_phrases(), below_headline=False) is None
