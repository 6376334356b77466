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


@pytest.mark.parametrize(
    "sentence",
    [
        "Section 3 names the staff, and Section 4 says what would make us withdraw the claim about leaks.",
        "The annex lists what would make us withdraw the claim about leaks.",
        "Chapter 9 sets out what would end the claim about leaks.",
    ],
)
def test_where_conditions_are_listed_is_no_trigger(sentence: str) -> None:
    assert not ends(extracted(*CASE, sentence), "INVALIDATES")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If the ward has fewer than two nurses, Claim 1 no longer counts.", "Claim 1"),
        ("Should the pump be moved, we shall stop counting Claim 1 until it is tried again.", "Claim 1"),
        ("One proven leak above two litres a day puts an end to Claim 1.", "Claim 1"),
        ("A second forged signature would end Claim 1.", "Claim 1"),
        ("If shifts last longer than a day, Claim 1 does not tell us much.", "Claim 1"),
    ],
)
def test_what_ends_a_claim_in_other_words_is_a_trigger(sentence: str, expected: str) -> None:
    found = ends(extracted("## Claims", "**Claim 1. The wells stay clean.**", "## Notes", sentence), "INVALIDATES")

    assert {target for _, target in found} == {expected.removeprefix("Claim ")}


def test_what_falls_in_that_event_falls_with_the_condition_before() -> None:
    claims = ("## Claims", "**Claim 1. The wells stay clean.**", "**Claim 2. The pipes hold.**", "## Notes")
    text = "If the dam is lowered, Claim 1 falls. In that event Claim 2 no longer holds."

    found = ends(extracted(*claims, text), "INVALIDATES")

    assert found == {("The dam is lowered", "1"), ("The dam is lowered", "2")}


@pytest.mark.parametrize(
    "sentence",
    [
        "If the dam is lowered, Claim 1 does not fall.",
        "Claim 1 would not fall if the dam were lowered.",
        "No single leak puts an end to Claim 1.",
        "Nothing that we saw would end Claim 1.",
    ],
)
def test_what_a_claim_survives_is_no_trigger(sentence: str) -> None:
    assert not ends(extracted("## Claims", "**Claim 1. The wells stay clean.**", "## Notes", sentence), "INVALIDATES")
