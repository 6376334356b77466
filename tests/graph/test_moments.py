"""How long passed between two moments: exactly, or not told at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.moments import Day, Moment, elapsed

instants = st.integers(0, 2_800_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
zones = st.sampled_from(["UTC", "EDT", "CEST", "+05:30", "-0330"])
AHEAD = {"UTC": 0, "EDT": -240, "CEST": 120, "+05:30": 330, "-0330": -210}


def clock(instant: datetime, zone: str) -> Moment:
    there = instant + timedelta(minutes=AHEAD[zone])
    seconds = there.hour * 3600 + there.minute * 60 + there.second
    return Moment(seconds, to_the_second=True, zone=zone, day=Day(there.year, there.month, there.day))


@given(instants, instants, zones, zones)
def test_dated_clocks_differ_by_what_passed_in_whatever_zones(
    first: datetime, second: datetime, here: str, there: str
) -> None:
    passed = (second - first).total_seconds()

    assert elapsed(clock(first, here), clock(second, there)) == (passed if passed >= 0 else None)


def test_a_clock_without_seconds_counts_whole_minutes() -> None:
    assert elapsed(Moment(8 * 3600 + 42 * 60 + 33, to_the_second=True), Moment(8 * 3600 + 50 * 60)) == 480


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Moment(60, group=1), Moment(120, group=2)),
        (Moment(60, day=Day(2024, 5, 3)), Moment(120)),
        (Moment(60, zone="UTC"), Moment(120, zone="BST")),
        (Moment(60, zone="UTC"), Moment(120)),
        (Moment(60, day=Day(None, 2, 28)), Moment(60, day=Day(None, 3, 1))),
        (Moment(60, day=Day(None, 12, 31)), Moment(60, day=Day(None, 1, 1))),
        (Moment(120), Moment(60)),
    ],
)
def test_what_is_not_certain_has_no_duration(first: Moment, second: Moment) -> None:
    assert elapsed(first, second) is None


def test_days_without_a_year_count_where_every_year_has_as_many() -> None:
    assert elapsed(Moment(0, day=Day(None, 4, 29)), Moment(0, day=Day(None, 5, 2))) == 3 * 86_400
