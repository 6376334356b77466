from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted

CASE = (
    "# Safety case",
    "## 2 Leaks",
    "**Claim: The tank does not leak into the river.** It was tested.",
    "## 3 Staff",
    "**Claim: Two operators are always present at night.** The roster says so.",
    "## 4 Last",
)
TANK = "The tank does not leak into the river"
NIGHT = "Two operators are always present at night"


@pytest.mark.parametrize(
    ("sentence", "condition", "claim"),
    [
        ("We would withdraw the claim about leaks if a well tested positive.", "A well tested positive", TANK),
        (
            "We would no longer regard operators as present if the roster had a gap.",
            "The roster had a gap",
            NIGHT,
        ),
        ("The claim about leaks would not survive a crack in the floor.", "A crack in the floor", TANK),
    ],
)
def test_conditions_of_withdrawal_are_triggers(sentence: str, condition: str, claim: str) -> None:
    assert ends(extracted(*CASE, sentence), "INVALIDATES") == {(condition, claim)}


def test_two_conditions_are_two_triggers() -> None:
    read = extracted(
        *CASE, "We would withdraw the claim about leaks if a well tested positive, or if the floor cracked."
    )

    assert ends(read, "INVALIDATES") == {("A well tested positive", TANK), ("The floor cracked", TANK)}


@pytest.mark.parametrize(
    "sentence",
    ["We would withdraw the offer if the price rose.", "We would stop counting on luck if it rained all week."],
)
def test_conditions_on_nothing_known_are_no_triggers(sentence: str) -> None:
    assert not ends(extracted(*CASE, sentence), "INVALIDATES")
