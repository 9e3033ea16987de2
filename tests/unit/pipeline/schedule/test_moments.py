"""When entries are due, over clock changes, leap days, long sleeps and clocks set back."""

from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.pipeline.schedule.entries import Entry
from graphkit.pipeline.schedule.moments import due, latest, moments, start, starts

LONDON = "Europe/London"
CRONS = ("*/7 * * * *", "30 1 * * *", "0 6-22/2 * * mon-fri", "15 0 29 2 *", "59 23 31 * *", "0 9 1 */3 *")
ZONES = ("UTC", LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")

times = st.datetimes(datetime(2019, 1, 1), datetime(2033, 1, 1)).map(
    lambda t: t.replace(tzinfo=UTC, microsecond=0)
)
jitters = st.sampled_from([timedelta(0), timedelta(seconds=40), timedelta(minutes=20)])
entries = st.one_of(
    st.builds(
        lambda cron, zone, jitter: Entry(batch=Path("b"), cron=cron, timezone=zone, jitter=jitter),
        st.sampled_from(CRONS),
        st.sampled_from(ZONES),
        jitters,
    ),
    st.builds(
        lambda minutes, jitter: Entry(batch=Path("b"), every=timedelta(minutes=minutes + 21), jitter=jitter),
        st.integers(0, 3000),
        jitters,
    ),
)


def at(zone: str, *parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def cron(expression: str, zone: str = LONDON) -> Entry:
    return Entry(batch=Path("b"), cron=expression, timezone=zone)


def test_a_moment_that_spring_skips_runs_right_after_the_change():
    found = list(islice(moments(cron("30 1 * * *"), at(LONDON, 2026, 3, 28, 12)), 2))

    assert found == [datetime(2026, 3, 29, 1, 0, tzinfo=UTC), datetime(2026, 3, 30, 0, 30, tzinfo=UTC)]


def test_a_moment_that_autumn_repeats_runs_once():
    found = list(islice(moments(cron("30 1 * * *"), at(LONDON, 2026, 10, 24, 12)), 2))

    assert found == [at(LONDON, 2026, 10, 25, 1, 30), at(LONDON, 2026, 10, 26, 1, 30)]


def test_what_runs_every_half_hour_runs_in_the_repeated_hour_too():
    found = list(islice(moments(cron("*/30 * * * *"), at(LONDON, 2026, 10, 25, 0, 45)), 4))

    assert [b - a for a, b in pairwise(found)] == [timedelta(minutes=30)] * 3


def test_a_leap_day_comes_every_four_years():
    found = list(islice(moments(cron("0 12 29 2 *", "UTC"), datetime(2026, 1, 1, tzinfo=UTC)), 2))

    assert found == [datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2032, 2, 29, 12, tzinfo=UTC)]


@given(st.sampled_from(ZONES), times, st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_comes_once_each_day_whatever_clocks_do(
    zone: str, now: datetime, hour: int, minute: int
):
    # So many days hold a change of the clocks in all the zones that have them.
    found = list(islice(moments(cron(f"{minute} {hour} * * *", zone), now), 200))

    local = [moment.astimezone(ZoneInfo(zone)) for moment in found]
    days = [each.date() for each in local]
    assert [b - a for a, b in pairwise(days)] == [timedelta(days=1)] * (len(days) - 1)
    for moment, each in zip(found, local, strict=True):
        wanted = datetime(each.year, each.month, each.day, hour, minute)
        if each.replace(tzinfo=None) != wanted:
            before = (moment - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            assert before < wanted < each.replace(tzinfo=None), (
                "only a time that a clock change skips comes later"
            )


@given(st.sampled_from(ZONES), times, st.integers(0, 23), st.integers(0, 59))
def test_a_leap_day_comes_in_leap_years_alone(zone: str, now: datetime, hour: int, minute: int):
    found = list(islice(moments(cron(f"{minute} {hour} 29 2 *", zone), now), 2))

    local = [moment.astimezone(ZoneInfo(zone)) for moment in found]
    assert [(each.month, each.day, each.hour, each.minute) for each in local] == [(2, 29, hour, minute)] * 2
    assert local[1].year - local[0].year == 4


def test_every_so_long_takes_no_notice_of_clock_changes():
    entry = Entry(batch=Path("b"), every=timedelta(hours=6))
    found = list(islice(moments(entry, at(LONDON, 2026, 3, 28, 12)), 9))

    assert {b - a for a, b in pairwise(found)} == {timedelta(hours=6)}


@given(entries, times)
def test_moments_come_in_order_and_backwards_are_the_same(entry: Entry, now: datetime):
    forward = list(islice(moments(entry, now), 5))
    backward = list(islice(latest(entry, forward[-1]), 5))

    assert forward == sorted(set(forward))
    assert forward[0] > now
    assert backward[::-1] == forward


@given(entries, times)
def test_what_is_handled_is_never_due_again(entry: Entry, now: datetime):
    moment = due("news", entry, now - timedelta(days=400 * 5), now)

    assert moment is not None
    assert due("news", entry, moment, now) is None


@given(entries, times, st.integers(0, 40))
def test_however_many_were_missed_one_is_due_and_it_is_the_last(entry: Entry, handled: datetime, missed: int):
    now = list(islice(moments(entry, handled), missed + 1))[missed] + entry.jitter

    moment = due("news", entry, handled, now)

    assert moment is not None
    assert handled < moment <= now
    assert all(start("news", entry, later) > now for later in islice(moments(entry, moment), 3))


@given(entries, times, st.integers(0, 86_400))
def test_a_clock_set_back_runs_nothing_twice(entry: Entry, now: datetime, back: int):
    handled = next(latest(entry, now))

    assert due("news", entry, handled, now - timedelta(seconds=back)) is None


@given(entries, times)
def test_a_start_is_its_moment_and_at_most_the_jitter(entry: Entry, now: datetime):
    moment = next(moments(entry, now))

    assert moment <= start("news", entry, moment) <= moment + entry.jitter
    assert start("news", entry, moment) == start("news", entry, moment)


@given(entries, times)
def test_the_next_starts_lie_ahead_in_order(entry: Entry, now: datetime):
    found = starts("news", entry, now, 4)

    assert len(found) == 4
    assert found == sorted(found)
    assert found[0] > now


def test_entries_of_one_moment_spread_over_the_jitter():
    entry = Entry(batch=Path("b"), every=timedelta(hours=1), jitter=timedelta(minutes=10))
    moment = datetime(2026, 5, 1, 12, tzinfo=UTC)

    assert len({start(f"feed-{n}", entry, moment) for n in range(20)}) > 10


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_days_has_a_moment_each(zone: str):
    found = list(islice(moments(cron("30 2 * * *", zone), at(zone, 2026, 1, 1, 0)), 365))

    assert len({moment.astimezone(ZoneInfo(zone)).date() for moment in found}) == 365
