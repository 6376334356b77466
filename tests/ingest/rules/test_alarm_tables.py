from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, relations

CASE = (
    "# Report",
    "The Smoke Detector is a control. The Fire Team and the Porters Team are on site.",
    "The Till Monitor is a control. It stops the till.",
)


def told(*rows: str) -> set[tuple[str, str, str | None, float | None]]:
    proposals = extracted(*CASE, *rows)
    called = {element.key: element.name for element in proposals.elements}
    return {
        (called[each.source], called[each.target], each.channel, each.latency_s)
        for each in relations(proposals, "ALERTS")
    }


@pytest.mark.parametrize(
    "header",
    [
        "| What happens | Who hears | How | After how long |",
        "| Event | Told | Channel | Latency |",
        "| Signal | Recipient | By what means | Within |",
    ],
)
def test_each_row_says_who_is_told_how_and_how_soon(header: str) -> None:
    found = told(
        header,
        "| Smoke Detector sees smoke | Fire Team on call | page | 40 seconds |",
        "| The Till Monitor counts too much | Porters Team | e-mail | up to 2 days |",
    )

    assert found == {
        ("Smoke Detector", "Fire Team", "page", 40.0),
        ("Till Monitor", "Porters Team", "e-mail", 172800.0),
    }


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("| What happens | Who hears |", "| A guest complains | Porters Team |"),
        ("| What happens | Who hears |", "| The Smoke Detector does not see steam | Fire Team |"),
        ("| What happens | Who hears |", "| Smoke Detector sees smoke | nobody |"),
        ("| Control | Owner | When |", "| Smoke Detector | Fire Team | 2 days |"),
    ],
)
def test_a_row_without_a_control_or_a_party_told_says_nothing(header: str, row: str) -> None:
    assert told(header, row) == set()
