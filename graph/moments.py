"""Moments of a timeline, and exactly how long passed between two of them.

What cannot be told for certain has no duration: two days of which one is not stated, clocks of two zones of which one
is unknown, a second moment that is the earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OFFSETS = {"UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
OFFSETS |= {"WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "JST": 9, "AEST": 10, "AEDT": 11}
AMBIGUOUS = frozenset({"ET", "CT", "MT", "PT", "CST", "BST", "IST", "AST", "SGT", "HKT", "NZST", "NZDT", "MSK", "LT"})
DAY = 86_400


@dataclass(frozen=True)
class Day:
    """A day of the calendar; `year` None where no source names it."""

    year: int | None
    month: int
    day: int


@dataclass(frozen=True)
class Moment:
    """When an entry happened: `seconds` since midnight where it was, on `day`, or `midnights` later.

    `group`: entries of one group without a stated day are of one day. `to_the_second`: seconds are stated. `about`: the source says that the
    time is not exact. `zone`: as it is written; None where none is. `opens`: where in its sentence the clock is
    passed, 0 where the sentence does not open with it.
    """

    seconds: int
    to_the_second: bool = False
    about: bool = False
    zone: str | None = None
    day: Day | None = None
    midnights: int = 0
    group: int = 0
    opens: int = 0


def elapsed(first: Moment, second: Moment) -> float | None:
    """The seconds from one moment to a later one, to the minute unless both state seconds; None where that is not
    certain or the second is the earlier.
    """
    days = _days_between(first, second)
    shift = zone_shift(first.zone, second.zone)
    if days is None or shift is None:
        return None
    fine = first.to_the_second and second.to_the_second
    start, end = (each.seconds if fine else each.seconds // 60 * 60 for each in (first, second))
    passed = days * DAY + end - start - shift
    return float(passed) if passed >= 0 else None


def _days_between(first: Moment, second: Moment) -> int | None:
    later = second.midnights - first.midnights
    if first.day is None and second.day is None:
        return later if first.group == second.group else None
    if first.day is None or second.day is None:
        return None
    apart = _apart(first.day, second.day)
    return None if apart is None else apart + later


def _apart(first: Day, second: Day) -> int | None:
    """The days from one day to another; without a year, only where common and leap years agree on it."""
    if (first.year is None) != (second.year is None):
        return None
    years = (2001, 2004) if first.year is None else (first.year,)
    found = set()
    for year in years:
        start, end = (day_number(day, day.year or year) for day in (first, second))
        found.add(None if start is None or end is None else end - start)
    return found.pop() if len(found) == 1 else None


def day_number(day: Day, year: int) -> int | None:
    """Which day of all time a day is, in a year for where it names none; None where there is no such day."""
    try:
        return date(year, day.month, day.day).toordinal()
    except ValueError:
        return None


def zone_shift(first: str | None, second: str | None) -> int | None:
    """The seconds by which the second zone's clock is ahead of the first's; None where one of two is unknown."""
    if first == second:
        return 0
    ahead, behind = _offset(second), _offset(first)
    return None if ahead is None or behind is None else ahead - behind


def _offset(zone: str | None) -> int | None:
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        return int(f"{zone[0]}1") * (int(digits[:2]) * 3600 + int(digits[2:]) * 60)
    return OFFSETS[zone] * 3600 if zone in OFFSETS else None
