from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names


@pytest.mark.parametrize(
    ("sentence", "team"),
    [
        ("The exercise was conducted by Resilience Planning in May.", "Resilience Planning"),
        ("Ward Informatics owns the dose table.", "Ward Informatics"),
        ("Responsible: Harbour Systems.", "Harbour Systems"),
        ("The gate paged Network Defence after a minute.", "Network Defence"),
        ("The feed belongs to Grid Telemetry.", "Grid Telemetry"),
        ("A message to Vendor Access went out.", "Vendor Access"),
    ],
)
def test_teams_are_known_by_their_places(sentence: str, team: str) -> None:
    assert team in names(extracted("# Notes", sentence), "team")


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("The endpoint agent is operated by Lindmark Systems.", "Lindmark Systems"),
        ("The drill was run by Ostby Security in the spring.", "Ostby Security"),
        ("Owner: Brandt Robotics.", "Brandt Robotics"),
    ],
)
def test_firms_are_known_by_a_strange_word(sentence: str, firm: str) -> None:
    assert firm in names(extracted("# Notes", sentence), "organization")


@pytest.mark.parametrize(
    "sentence",
    [
        "Raised by hand, the flag stayed up.",
        "The test was performed by Monday.",
        "Owner: none. The page went to nobody.",
    ],
)
def test_ordinary_words_in_these_places_are_nobody(sentence: str) -> None:
    found = extracted("# Notes", sentence)

    assert not (names(found, "team") | names(found, "organization") | names(found, "person"))
