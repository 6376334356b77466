from __future__ import annotations

import pytest

from ingest.extractors.rules.durations import effort_in, seconds_in


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
