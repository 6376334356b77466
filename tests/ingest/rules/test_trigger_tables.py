from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted

_CLAIM = "Claim 3: No dam gate opens unseen."


@pytest.mark.parametrize(
    "titles", ["| Trigger | What it invalidates |", "| Condition | Affected claim |", "| If | Falls |"]
)
def test_a_table_of_conditions_gives_a_trigger_for_each_row(titles: str) -> None:
    read = extracted(_CLAIM, titles, "| Two cameras fail in one week | Claim 3 |")
    assert ends(read, "INVALIDATES") == {("Two cameras fail in one week", "3")}


@pytest.mark.parametrize("titles", ["| Trigger | Owner |", "| Alarm | What it affects |"])
def test_tables_without_both_columns_give_none(titles: str) -> None:
    assert not elements(extracted(_CLAIM, titles, "| Two cameras fail in one week | Claim 3 |"), "trigger")


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("We would withdraw Claim 3 on learning that a gate had moved at night.", "A gate had moved at night"),
        ("Fewer than two wardens on the wall, and we treat Claim 3 as unproven.", "Fewer than two wardens on the wall"),
        ("From the day there is a remote switch, you can drop Claim 3.", "A remote switch"),
        ("If the horn is taken down, this claim is void.", "The horn is taken down"),
        (
            "Should the river exceed nine metres, Claim 3 is no longer to be relied upon.",
            "The river exceed nine metres",
        ),
    ],
)
def test_conditions_are_read_however_the_fall_is_worded(line: str, condition: str) -> None:
    assert ends(extracted(_CLAIM, line), "INVALIDATES") == {(condition, "3")}


def test_what_has_the_same_effect_invalidates_the_same() -> None:
    read = extracted(_CLAIM, "If the horn is taken down, Claim 3 is void. A second flood would have the same effect.")
    assert ("A second flood", "3") in ends(read, "INVALIDATES")


def test_in_that_case_points_at_the_condition_before() -> None:
    read = extracted(
        _CLAIM, "The page is out of date if the horn is taken down. In that case Claim 3 would no longer hold."
    )
    assert ends(read, "INVALIDATES") == {("The horn is taken down", "3")}


@pytest.mark.parametrize(
    "line",
    [
        "The horn was taken down, and we regard the wardens as friends.",
        "If the horn is taken down, Claim 3 is not void.",
        "A change of the guard would not invalidate Claim 3.",
        "We met the wardens on learning that the horn had gone.",
    ],
)
def test_events_denials_and_other_consequences_give_no_trigger(line: str) -> None:
    assert not elements(extracted(_CLAIM, line), "trigger")
