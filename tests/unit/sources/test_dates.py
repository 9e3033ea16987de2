"""Dates are read as news writes them, and only where they can be read one way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.dates import ImpossibleDate, Stamp, cut_date, date_in_name, date_line, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-01-26", "2022-01-26"),
        ("2022/1/6", "2022-01-06"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("26 January 2022", "2022-01-26"),
        ("26th of January, 2022", "2022-01-26"),
        ("26-Jan-2022", "2022-01-26"),
        ("Sept. 5, 2022", "2022-09-05"),
        ("26/01/2022", "2022-01-26"),
        ("01/26/2022", "2022-01-26"),
        ("26.01.2022", "2022-01-26"),
        ("04/04/2022", "2022-04-04"),
        ("29 February 2024", "2024-02-29"),
        ("Jan. 26, 2022 10:32 GMT", "2022-01-26T10:32:00+00:00"),
        ("2022-01-26T10:32:00Z", "2022-01-26T10:32:00+00:00"),
        ("2022-01-26T10:32:00.5+02:00", "2022-01-26T10:32:00+02:00"),
        ("January 26, 2022 at 3:15 p.m. EST", "2022-01-26T15:15:00-05:00"),
        ("Wed 26 Jan 2022 18.04 GMT", "2022-01-26T18:04:00+00:00"),
        ("12:05 AM UTC, January 26, 2022", "2022-01-26T00:05:00+00:00"),
        # Without a zone, or with one of several meanings, only the day is sure.
        ("2022-01-26 10:32", "2022-01-26"),
        ("Jan 26, 2022, 05:12 PM IST", "2022-01-26"),
        ("2022-01-26 25:99 GMT", "2022-01-26"),
    ],
)
def test_a_date_that_can_be_read_one_way_is_read(text: str, iso: str) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("03/04/2022", "two ways"),
        ("30 February 2022", "a day that never was"),
        ("2022-13-45", "a day that never was"),
        ("29 February 2023", "a day that never was"),
        ("yesterday", "no date"),
        ("Wednesday", "no date"),
        ("January 2022", "no date"),
        ("10:32 GMT", "no date"),
        ("12 people died on 26 January 2022", "no date"),
        ("", "no date"),
        ("1" * 100_000, "no date"),
    ],
)
def test_what_is_no_date_says_why(text: str, problem: str) -> None:
    with pytest.raises(ImpossibleDate, match=problem):
        parse_date(text)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Published: 26 January 2022", Stamp("2022-01-26", labelled=True)),
        ("Last modified on Wed 26 Jan 2022", Stamp("2022-01-26", updated=True, labelled=True)),
        ("Updated: Jan 27, 2022 | Published: Jan 26, 2022", Stamp("2022-01-26", labelled=True)),
        ("January 26, 2022 - 4 min read", Stamp("2022-01-26")),
        ("Russia invaded Crimea on 27 February 2014", None),
        ("More than 13,000 people", None),
    ],
)
def test_a_line_of_dates_tells_published_from_updated(line: str, stamp: Stamp | None) -> None:
    assert date_line(line) == stamp


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2022-01-26-talks.txt", "2022-01-26"),
        ("talks_20220126.txt", "2022-01-26"),
        ("wire.2022.01.26.txt", "2022-01-26"),
        ("12345678901.txt", None),
        ("20221301.txt", None),
        ("2022-02-30.txt", None),
        ("report-2022.txt", None),
    ],
)
def test_a_file_name_gives_its_day(name: str, iso: str | None) -> None:
    assert date_in_name(name) == iso


def test_a_date_is_cut_out_of_a_line() -> None:
    rest, published = cut_date("By Anna Berg January 26, 2022 10:32 GMT")

    assert (rest.strip(), published) == ("By Anna Berg", "2022-01-26T10:32:00+00:00")


@given(st.integers(0, 150_000), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%A, %B %d, %Y", "%b. %d, %Y"]))
def test_every_day_is_read_back(days: int, form: str) -> None:
    day = date(1700, 1, 1) + timedelta(days=days)

    assert parse_date(day.strftime(form)) == day.isoformat()
