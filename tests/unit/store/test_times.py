"""Dates of events as days that can be compared."""

from datetime import date

import pytest

from graphkit.store.times import Period, day, period


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-26", Period(date(2022, 1, 26), date(2022, 1, 26), "day")),
        ("2022-01-26T14:00:00Z", Period(date(2022, 1, 26), date(2022, 1, 26), "day")),
        ("2024-02", Period(date(2024, 2, 1), date(2024, 2, 29), "month")),
        ("2022", Period(date(2022, 1, 1), date(2022, 12, 31), "year")),
        ("2022-01-24/2022-01-28", Period(date(2022, 1, 24), date(2022, 1, 28), "interval")),
        ("2014/..", Period(date(2014, 1, 1), None, "interval")),
        ("2014-03-18/..", Period(date(2014, 3, 18), None, "interval")),
        ("../2014-03", Period(None, date(2014, 3, 31), "interval")),
        ("2021-12/2022", Period(date(2021, 12, 1), date(2022, 12, 31), "interval")),
    ],
)
def test_a_date_month_year_or_interval_covers_its_days(value, expected):
    assert period(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "2022-13",
        "2022-02-30",
        "2022-01-28/2022-01-24",
        "/2022",
        "../..",
        "2014/",
        "soon/..",
    ],
)
def test_anything_else_covers_none(value):
    assert period(value) is None


def test_only_a_whole_date_has_a_day():
    assert day("2022-01-26T08:00:00+02:00") == date(2022, 1, 26)
    assert day("2022-01") is None
    assert day(None) is None
