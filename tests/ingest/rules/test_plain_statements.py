from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted


@pytest.mark.parametrize(
    ("line", "ends_"),
    [
        ("The pump relies on the valve.", ("Pump", "Valve")),
        ("The rate limiter depends on the counter store.", ("Rate limiter", "Counter store")),
        ("Our smoke curtain needs the roof battery.", ("Smoke curtain", "Roof battery")),
    ],
)
def test_a_lone_sentence_says_what_a_thing_needs(line: str, ends_: tuple[str, str]) -> None:
    assert ends(extracted(line), "DEPENDS_ON") == {ends_}


@pytest.mark.parametrize(
    ("line", "ends_"),
    [
        ("The bow door sensor alerts the bridge watch within 30 seconds.", ("Bow door sensor", "Bridge watch")),
        ("The gas detector warns the control room.", ("Gas detector", "Control room")),
        ("The spend monitor e-mails the finance desk.", ("Spend monitor", "Finance desk")),
    ],
)
def test_a_lone_sentence_says_whom_a_control_alerts(line: str, ends_: tuple[str, str]) -> None:
    assert ends(extracted(line), "ALERTS") == {ends_}


@pytest.mark.parametrize(
    "line",
    [
        "The argument relies on the claim.",
        "The report needs the evidence.",
        "The team requires the budget.",
        "The author warns the reader.",
        "The pump does not rely on the valve.",
    ],
)
def test_what_is_no_apparatus_gives_nothing(line: str) -> None:
    read = extracted(line)

    assert not ends(read, "DEPENDS_ON") | ends(read, "ALERTS")
