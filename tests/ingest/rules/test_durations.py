from __future__ import annotations

import pytest

from ingest.extractors.rules.durations import cost_in, effort_in, seconds_in


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("pages the ward within fifteen minutes", 900),
        ("the bridge is told in 2 hours", 7200),
        ("a clerk reads it by the next working day", 86400),
        ("undone within twenty-one days", 21 * 86400),
        ("within the hour", 3600),
        ("half an hour at the outside", 1800),
        ("reported immediately", 0),
        ("from upload to first report: 1h 19m", 4740),
        ("some time later", None),
    ],
)
def test_time_is_read_in_seconds(text: str, seconds: float | None) -> None:
    assert seconds_in(text) == seconds


@pytest.mark.parametrize(
    ("text", "effort", "days"),
    [
        ("a second feeder, six engineer-weeks", "six engineer-weeks", 30),
        ("about 4 person-days of work in the dock", "4 person-days", 4),
        ("three days' work for the vault team", "three days' work", 3),
    ],
)
def test_effort_is_read_in_person_days(text: str, effort: str, days: float) -> None:
    assert effort_in(text) == (effort, days)


def test_a_deadline_is_no_effort() -> None:
    assert effort_in("the relay opens within four days") is None


@pytest.mark.parametrize(
    ("text", "effort", "days"),
    [
        ("I would fit a second valve; on our experience this takes around three months", "three months", 60),
        ("Drawing the lot costs you about one day", "one day", 1),
        ("Moving the list elsewhere is a matter of a few days", "a few days", None),
        ("They put the work at six weeks", "six weeks", 30),
        ("The crew told me this would occupy them for a while; two weeks, I was told", "two weeks", 10),
        ("It costs an afternoon to draw up the form", "an afternoon", 0.5),
    ],
)
def test_what_a_plan_takes_is_its_effort(text: str, effort: str, days: float | None) -> None:
    assert cost_in(text) == (effort, days)


@pytest.mark.parametrize(
    "text",
    [
        "A lock that opens after two days",
        "The log is kept for three weeks",
        "It is read every two days",
        "A list that is two weeks old",
    ],
)
def test_how_long_a_thing_lasts_is_no_effort(text: str) -> None:
    assert cost_in(text) is None
