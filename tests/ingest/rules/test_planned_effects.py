"""What planned changes back up and improve, told in prose; what a sentence denies of them is none."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

TABLE = (
    "## Controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "| Vault timer | Cash Desk |",
    "## Planned work",
)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("**Stop logs.** They would stand behind the sluice gate should it jam.", "Sluice gate"),
        ("**Paper charts.** Nurses would take over if the dose check were down.", "Dose check"),
        ("**Wall clock.** It would carry on if the vault timer failed.", "Vault timer"),
        ("**Second dose check.** Two months.", "Dose check"),
    ],
)
def test_what_would_stand_in_backs_up(item: str, expected: str) -> None:
    assert {target for _, target in ends(extracted(*TABLE, item), "BACKS_UP")} == {expected}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("**Wider hinges.** They make the sluice gate a good deal safer.", "Sluice gate"),
        ("**New drug codes.** Codes will be checked so that the dose check can no longer be fooled.", "Dose check"),
        ("**Sealed springs.** This turns the vault timer into something that can be trusted.", "Vault timer"),
    ],
)
def test_what_would_make_a_thing_better_improves(item: str, expected: str) -> None:
    assert {target for _, target in ends(extracted(*TABLE, item), "IMPROVES")} == {expected}


@pytest.mark.parametrize(
    "item",
    [
        "**Stop logs.** They would not back up the sluice gate.",
        "**New drug codes.** They do not improve the dose check.",
        "**Sealed springs.** Nobody expects them to strengthen the vault timer.",
    ],
)
def test_what_is_denied_of_a_plan_is_no_effect(item: str) -> None:
    proposals = extracted(*TABLE, item)

    assert not ends(proposals, "BACKS_UP") | ends(proposals, "IMPROVES")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Monitor A.** It scans every crate.", "Monitor A"),
        ("**Valve B.** This opens by hand.", "Valve B"),
        ("**Alarm C.** The bell rings twice.", "Alarm C"),
    ],
)
def test_a_lead_that_ends_in_a_letter_is_no_initial(line: str, expected: str) -> None:
    assert names(extracted("## Controls", line), "control") == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grades run from A to E. Harbourlight reads every manifest.", "Harbourlight"),
        ("Wards are of class A or B. Dosewatch relies on the drug log.", "Dosewatch"),
        ("Every Monday Vaultwatch relies on the coin log.", "Vaultwatch"),
    ],
)
def test_a_grade_or_a_weekday_is_no_part_of_a_name(text: str, expected: str) -> None:
    said = extracted("## Controls", f"**{expected}.** Owned by the Night Desk.", "## Notes", text)

    assert names(said, "control") == {expected}
