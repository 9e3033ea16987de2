"""Dates as files for machines write them; what can be read in two ways, or in none, is no date."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.moments import moment


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2022-01-26T14:03:00Z", "2022-01-26T14:03:00+00:00"),
        ("2022-01-26T14:03:00.123456789+01:00", "2022-01-26T14:03:00+01:00"),
        ("2022-01-26T14:03+0100", "2022-01-26T14:03:00+01:00"),
        ("2022-01-26 14:03:00", "2022-01-26"),
        ("2022-01-26", "2022-01-26"),
        ("20220126", "2022-01-26"),
        ("20220126T140300Z", "2022-01-26T14:03:00+00:00"),
        ("20220126140300", "2022-01-26"),
        ("Wed, 26 Jan 2022 14:03:00 +0000", "2022-01-26T14:03:00+00:00"),
        ("Wed, 26 Jan 2022 14:03:00 GMT", "2022-01-26T14:03:00+00:00"),
        ("January 26, 2022", "2022-01-26"),
        ("26/01/2022", "2022-01-26"),
        (1643205780, "2022-01-26T14:03:00+00:00"),
        (1643205780123, "2022-01-26T14:03:00+00:00"),
        ("1643205780", "2022-01-26T14:03:00+00:00"),
        (1643205780.5, "2022-01-26T14:03:00+00:00"),
    ],
)
def test_a_moment_is_read_in_every_common_form(value: object, iso: str) -> None:
    assert moment(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        [],
        "",
        "03/04/2022",
        "2022",
        "2022-13-45",
        "31 Feb 2022",
        "yesterday",
        5,
        10**20,
        float("nan"),
        "x" * 200,
    ],
)
def test_what_is_no_date_or_two_is_none(value: object) -> None:
    assert moment(value) is None


def test_a_pattern_settles_what_can_be_read_in_two_ways() -> None:
    assert moment("03/04/2022", "%d/%m/%Y") == "2022-04-03"
    assert moment("03/04/2022 10:00 +0200", "%d/%m/%Y %H:%M %z") == "2022-04-03T10:00:00+02:00"
    assert moment("2022-01-26", "%d/%m/%Y") == "2022-01-26"


@given(st.datetimes(datetime(1974, 1, 1), datetime(2200, 1, 1)))
def test_seconds_since_1970_come_back_as_the_moment_they_are(when: datetime) -> None:
    exact = when.replace(tzinfo=UTC, microsecond=0)

    assert moment(int(exact.timestamp())) == exact.isoformat()
    assert moment(exact.isoformat()) == exact.isoformat()


@given(st.text(max_size=120) | st.integers() | st.floats())
def test_nothing_makes_it_fail(value: object) -> None:
    found = moment(value)

    assert found is None or datetime.fromisoformat(found)
