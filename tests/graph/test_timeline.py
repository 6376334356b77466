"""Entries of timelines as people write them, and the days that they are of."""

from __future__ import annotations

import pytest

from graph.moments import Moment, elapsed
from graph.timeline import moments


def read(*sentences: str, heading: str = "Timeline") -> tuple[Moment | None, ...]:
    return moments((heading, sentence) for sentence in sentences)


def passed(start: Moment | None, end: Moment | None) -> float | None:
    assert start
    assert end
    return elapsed(start, end)


def between(first: str, second: str) -> float | None:
    return passed(*read(first, second))


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [
        ("14:33, the desk receives a letter", "14:46 A clerk answers:", 13),
        ("22:10\tPump 3\tStops.", "00:20\tPump 3\tRuns again.", 130),
        ("2024-05-03T14:02Z The gate opens.", "2024-05-04 01:02 UTC – The gate shuts.", 660),
        ("27 April, 15:20 – The job runs.", "6 May, 07:42 – Somebody uses it.", 12_502),
        ("At 9:05 am the porter saw water.", "Around 1:05 p.m. it was dry.", 240),
        ("13:14 EDT (17:14 UTC): A caller rings.", "18:01 UTC: The desk answers.", 47),
        ("The nurse saw the drip at 03:10.", "The pharmacist came at 03:25.", 15),
        ("3\t08:00\tThe crane jams.", "4\t08:30\tIt is freed.", 30),
    ],
)
def test_entries_of_many_styles_are_timed(first: str, second: str, minutes: int) -> None:
    assert between(first, second) == minutes * 60


@pytest.mark.parametrize(
    "sentence",
    [
        "The porter, who had left at 16:05, was ill.",
        "The sweep runs every day at 02:00.",
        "The ratio was 10:12 at best.",
        "25:10 is no time of day.",
        "At 9:05 xm or at 10:06 it stopped.",
        "It ran from 10:00 to 11:00.",
    ],
)
def test_a_clock_that_does_not_time_the_sentence_is_none(sentence: str) -> None:
    assert [found for found in read(sentence) if found and not found.opens] == []


def test_a_day_holds_for_the_entries_below_it() -> None:
    _, first, _, second = read(
        "Date: 2023-11-22", "23:00 The valve leaks.", "Friday, 24 November 2023", "01:00 It holds."
    )

    assert passed(first, second) == 26 * 3600


def test_a_heading_gives_the_day() -> None:
    first, second = moments([("2024-02-28 Wednesday", "23:00 The dam leaks."), ("2024-03-01", "01:00 It holds.")])

    assert passed(first, second) == 26 * 3600


@pytest.mark.parametrize(
    "headings", [("First outage", "Second outage"), ("Monday", "Tuesday"), ("3 May 2024", "The week after")]
)
def test_nothing_is_counted_across_days_that_are_not_stated(headings: tuple[str, str]) -> None:
    first, second = moments([(headings[0], "10:00 The lift stops."), (headings[1], "10:05 The lift runs.")])

    assert passed(first, second) is None


def test_parts_of_one_account_are_of_one_day() -> None:
    first, second = moments([("Detection", "At 10:00 the lift stops."), ("Response", "At 10:05 the fitter comes.")])

    assert passed(first, second) == 300


def test_an_entry_out_of_order_is_of_the_same_day() -> None:
    first, _, third = read("14:33 The desk hears.", "14:46 The clerk answers.", "14:44 The clerks confer.")

    assert passed(first, third) == 660


def test_entries_that_run_back_for_hours_begin_anew() -> None:
    assert between("15:00 The lift stops.", "09:00 The fitter comes.") is None


def test_a_time_from_memory_is_not_exact() -> None:
    assert [found.about for found in read("03:30*\tCorridor\tThe porter hears it.") if found] == [True]


@pytest.mark.parametrize("sentence", ["-" * 100_000 + "x", "[" * 100_000 + "Friday", "Page . " + ". " * 50_000 + "17"])
def test_a_row_of_signs_that_is_no_date_is_read_in_one_go(sentence: str) -> None:
    assert read(sentence, "10:00 The gate closed.")[0] is None


def test_a_date_between_rows_of_signs_gives_the_day() -> None:
    found = read("==== Friday, 3 May 2024 ====", "10:00 The gate closed.")[1]

    assert found is not None
    assert found.day is not None
