"""Action items: who is to do what, and what it is aimed at."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

_OWNED = [
    ("- Dr Lund: move the SIM to the bank's own contract.", "Move the SIM to the bank's own contract"),
    ("- Rotate the signing key every month (Platform Security, 12 August)", "Rotate the signing key every month"),
    ("- [ ] Print the dose table on paper (Ward 6 team)", "Print the dose table on paper"),
    ("- Fit a lamp to the pier gate — Harbour Office — 15 May", "Fit a lamp to the pier gate"),
    ("- A2. Re-route the cable out of the duct. Owner: Telecoms. By: Q3.", "Re-route the cable out of the duct"),
    ("- Facilities, by December: a second cylinder on each freezer.", "A second cylinder on each freezer"),
    ("- The quality office: put the wall list under control, and drill it.", "Put the wall list under control"),
]


@pytest.mark.parametrize(("item", "name"), _OWNED)
def test_an_item_that_opens_with_its_owner_is_a_mitigation(item: str, name: str) -> None:
    read = extracted("# Measures", item)

    assert names(read, "mitigation") == {name}
    assert not names(read, "control")


def test_the_rows_of_a_table_of_actions_are_mitigations_with_their_owners() -> None:
    read = extracted(
        "# Action items",
        "| # | Action | Owner | Due |",
        "| 1 | Fail the scan if the list is old | Security team | 23 May |",
        "| 2 | Teach the night shift to call | Marcus Thiele | 30 June |",
    )

    assert ends(read, "OWNED_BY") == {
        ("Fail the scan if the list is old", "Security team"),
        ("Teach the night shift to call", "Marcus Thiele"),
    }


@pytest.mark.parametrize(
    "item", ["- Note: the pump was new.", "- 12 May: the valve was closed.", "- The lamp went out: nobody saw it."]
)
def test_an_item_without_an_owner_is_no_action(item: str) -> None:
    assert not names(extracted("# Measures", item), "mitigation")


def test_an_action_improves_the_control_that_it_names() -> None:
    read = extracted(
        "# Safeguards",
        "**Door alarm.** It pages the guard when the door stays open.",
        "# Action items",
        "| Action | Owner |",
        "| Make the door alarm ring twice | Facilities |",
    )

    assert ("Make the door alarm ring twice", "Door alarm") in ends(read, "IMPROVES")


@pytest.mark.parametrize("heading", ["What worked", "What did not work", "Barriers that failed"])
def test_what_worked_or_failed_in_an_incident_is_a_control(heading: str) -> None:
    read = extracted(
        f"# {heading}", "**The axle counter.** It was supposed to stop the train.", "**The support desk.** It called."
    )

    assert names(read, "control") == {"axle counter"}


def test_a_lead_in_plain_type_names_a_safeguard() -> None:
    read = extracted("# The safeguards, one by one", "Backup cooling. The gas injection started on its own at 23:40.")

    assert names(read, "control") == {"Backup cooling"}
