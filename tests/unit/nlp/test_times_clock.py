"""The clock itself: what it remembers, what it may never do, how fast it is."""

import re
import string
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.times import Clock, duration
from graphkit.nlp.times.clock import LONGEST, REACH

PIECES = [
    "on", "in", "the", "of", "a", "last", "next", "this", "that", "since", "until", "by", "between",
    "and", "from", "to", "before", "after", "around", "early", "mid", "late", "end", "first", "second",
    "half", "quarter", "week", "month", "year", "years", "days", "decade", "century", "19th", "ago",
    "later", "earlier", "past", "over", "within", "two", "99", "999", "and a half", "more than",
    "January", "Feb.", "March", "29 February", "31", "1st", "May", "Monday", "Fri.", "weekend", "today",
    "yesterday", "then", "now", "2014", "2199", "1000", "1990s", "'90s", "2010-14", "2022-13-45",
    "31/12/2021", "summer", "winter", "Christmas", "Easter", "3pm", "25:00", "15:00 GMT", "noon",
    "following", "same", "-", "–", ",", "'s", "00s", "12,000", "for", "fiscal", "so far", "H1", "Q4",
]  # fmt: skip
expressions = st.one_of(
    st.text(),
    st.text(alphabet=string.digits + string.ascii_letters + " -/.:,'", max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
)
days = st.dates().map(lambda one: one.isoformat())


def bounds(value: str) -> tuple[date, date]:
    """First and last day of an ISO day, minute, month or year; ValueError where it isn't one."""
    if re.fullmatch(r"\d{4}", value, re.ASCII):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if re.fullmatch(r"\d{4}-\d{2}", value, re.ASCII):
        return date.fromisoformat(f"{value}-01"), date.fromisoformat(f"{value}-28")
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\dZ?)?", value, re.ASCII)
    if found is None:
        raise ValueError(value)
    return date.fromisoformat(found[1]), date.fromisoformat(found[1])


def is_iso(value: str) -> bool:
    first, slash, last = value.partition("/")
    if not slash:
        return bool(bounds(first))
    if ".." in {first, last}:
        return bool(bounds(last if first == ".." else first))
    return bounds(first)[0] <= bounds(last)[1] and first != last


@given(st.lists(expressions, max_size=4), st.none() | days, st.booleans())
def test_any_text_gives_nothing_or_valid_iso(texts: list[str], published: str | None, future: bool) -> None:
    clock = Clock(published)

    values = [clock.when(text, future=future) for text in texts]

    assert all(value is None or is_iso(value) for value in values)


@given(st.lists(expressions, max_size=4), days)
def test_same_texts_give_the_same_values(texts: list[str], published: str) -> None:
    one, other = Clock(published), Clock(published)

    assert [one.when(text) for text in texts] == [other.when(text) for text in texts]


@given(st.lists(expressions, max_size=4), days)
def test_asking_again_about_the_same_place_changes_nothing(texts: list[str], published: str) -> None:
    clock = Clock(published)
    first = [clock.when(text, at=100 * i) for i, text in enumerate(texts)]

    again = [clock.when(text, at=100 * i) for i, text in enumerate(texts)]

    assert again == first


@given(expressions)
def test_without_publication_date_the_value_is_what_any_day_of_publication_gives(text: str) -> None:
    absolute = Clock(None).when(text)

    if absolute is not None:
        assert {Clock(day).when(text) for day in ("1950-06-30", "2022-01-26")} == {absolute}


@given(expressions)
def test_any_text_gives_no_duration_or_a_valid_one(text: str) -> None:
    found = duration(text)

    assert found is None or re.fullmatch(
        r"P(\d+W|(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?)", found, re.ASCII
    )


@pytest.mark.parametrize("published", ["", "2022", "2022-01", "26 January 2022", "2022-13-01", "yesterday"])
def test_publication_date_that_is_none_counts_as_unknown(published: str) -> None:
    assert Clock(published).when("yesterday") is None
    assert Clock(published).when("since 2014") == "2014/.."


def test_publication_date_may_have_a_time() -> None:
    assert Clock("2022-01-26T08:15:00Z").when("yesterday") == "2022-01-25"


def test_anchor_is_the_date_nearest_before_whatever_the_order_of_calls() -> None:
    clock = Clock("2022-01-26")
    clock.when("in 2019", at=500)
    clock.when("in 2014", at=100)

    assert clock.when("the following year", at=300) == "2015"
    assert clock.when("the following year", at=600) == "2020"


def test_asking_twice_about_a_month_later_does_not_move_it_on() -> None:
    clock = Clock("2022-01-26")
    clock.when("in March 2014", at=10)

    assert [clock.when("a month later", at=50) for _ in range(3)] == ["2014-04"] * 3


def test_anchor_out_of_reach_is_none() -> None:
    clock = Clock("2022-01-26")
    clock.when("in 2014", at=0)

    assert clock.when("that year", at=REACH) == "2014"
    assert Clock("2022-01-26").when("that year", at=REACH) is None
    clock = Clock("2022-01-26")
    clock.when("in 2014", at=0)
    assert clock.when("that year", at=REACH + 1) is None


def test_articles_do_not_share_anchors() -> None:
    Clock("2022-01-26").when("in 2014")

    assert Clock("2022-01-26").when("that year") is None


def test_curly_apostrophes_and_odd_spaces_make_no_difference() -> None:
    assert Clock("2022-01-26").when("by  the\nyear’s end") == "../2022-12"


def test_a_number_cut_at_the_limit_does_not_become_a_year() -> None:
    text = "x" * (LONGEST - 8) + " in 201400 years"

    assert Clock(None).when(text) is None


@pytest.mark.parametrize(
    "piece",
    [
        "1", "a ", "the ", "since ", "between January 1 and ", "from January 1 to ", "from 2010 until ",
        "January 2", "two years after ", "the day after ", "the first half of ", "early ", "mid-",
        "around ", "before the ", "1,", "- ", "January ", "2010-", "the 1990s and ", "Monday, ",
        "more than a ", "half a ", "3pm ", "time in a ", "most ",
    ],
)  # fmt: skip
def test_hostile_text_of_100_kilobytes_is_read_in_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    seconds = min(timed(text) for _ in range(3))

    assert seconds < 0.02


def timed(text: str) -> float:
    start = time.perf_counter()
    Clock("2022-01-26").when(text)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for three days", "P3D"),
        ("three days", "P3D"),
        ("for a day", "P1D"),
        ("a three-day visit", "P3D"),
        ("a week-long strike", "P1W"),
        ("for two weeks", "P2W"),
        ("for a fortnight", "P2W"),
        ("for 18 months", "P18M"),
        ("for two and a half years", "P2Y6M"),
        ("for a year and a half", "P1Y6M"),
        ("for half a year", "P6M"),
        ("for a decade", "P10Y"),
        ("for half a century", "P50Y"),
        ("for nearly three years", "P3Y"),
        ("for about ten years", "P10Y"),
        ("for twenty-five years", "P25Y"),
        ("for two dozen years", "P24Y"),
        ("for two hours", "PT2H"),
        ("nine hours", "PT9H"),
        ("after nearly half an hour", "PT30M"),
        ("for an hour and a half", "PT1H30M"),
        ("a 20 minute walk", "PT20M"),
        ("for 90 seconds", "PT90S"),
        ("for half a day", "PT12H"),
        ("for more than two years", None),
        ("for at least four decades", None),
        ("for less than a week", None),
        ("for years", None),
        ("for several months", None),
        ("for two to three weeks", None),
        ("sentenced to four years in prison", "P4Y"),
        ("to more than seven years in prison", None),
        ("65 years of age", None),
        ("for the first time in 16 years", None),
        ("for an hour and 20 minutes", None),
        ("a 14-year-old boy", None),
        ("a 19 year old", None),
        ("every two days", None),
        ("twice a week", None),
        ("two days later", None),
        ("a year ago", None),
        ("within two days of the vote", "P2D"),
        ("2,000 years", None),
        ("on Wednesday", None),
        ("", None),
    ],
)
def test_duration_is_iso_where_the_words_give_it(text: str, value: str | None) -> None:
    assert duration(text) == value


def test_dates_and_durations_do_not_overlap() -> None:
    """`when(text) or duration(text)` is safe: what lasts is no date."""
    clock = Clock("2022-01-26")

    assert [
        clock.when(text) for text in ("for three days", "two weeks", "a three-day visit", "half an hour")
    ] == [None] * 4


def test_what_a_plan_tells_of_may_come_after_publication() -> None:
    clock = Clock("2022-01-26")
    clock.when("on Friday", future=True)

    assert clock.when("a month later", future=True) == "2022-02"


@pytest.mark.parametrize(
    ("text", "past", "value"),
    [
        ("in June", True, "2023-06"),
        ("in June", False, "2024-06"),
        ("on 12 May", True, "2023-05-12"),
        ("in April", True, "2024-04"),
        ("on Thursday", True, "2024-04-25"),
        ("for June", True, "2024-06"),
    ],
)
def test_what_has_happened_has_no_date_to_come(text: str, past: bool, value: str) -> None:
    assert Clock("2024-05-01").when(text, past=past) == value
