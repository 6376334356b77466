"""What is done is in force and what was refused will not be: neither is proposed any more."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    "item",
    [
        "- Dr Lund: move the SIM to the bank's own contract (done 15 October).",
        "- [x] Revoke the signing key (Platform Security, 12 August)",
        "- Appoint a third key holder — Ana Li — 1 May — done",
        "- R3. Fit a pair of float switches. Owner: Mechanical. Completed 2 May 2026.",
        "- Facilities: a lamp on the pier (rejected as too costly).",
    ],
)
def test_an_item_that_is_done_or_refused_is_no_mitigation(item: str) -> None:
    assert not names(extracted("# Measures", item, "- Facilities: print the list."), "mitigation") - {"Print the list"}


@pytest.mark.parametrize(
    "state", ["Done", "completed 3 May", "Implemented", "in place since June", "Rejected", "declined"]
)
def test_a_row_that_is_closed_is_no_mitigation(state: str) -> None:
    read = extracted("# Actions", "| Action | Owner | State |", f"| Move the pump indoors | Facilities | {state} |")

    assert not names(read, "mitigation")


@pytest.mark.parametrize(
    "state", ["open", "to be completed by June", "not done", "complete by March", "in progress", ""]
)
def test_a_row_that_is_not_closed_is_a_mitigation(state: str) -> None:
    read = extracted("# Actions", "| Action | Owner | State |", f"| Move the pump indoors | Facilities | {state} |")

    assert names(read, "mitigation") == {"Move the pump indoors"}


@pytest.mark.parametrize(
    ("action", "thing", "owner"),
    [
        ("Assign the flood alarm to an owner", "Flood alarm", "Harbour Operations"),
        ("Name an owner for the flood alarm", "Flood alarm", "Quay Security"),
        ("Transfer ownership of the flood alarm", "Flood alarm", "Plant Engineering"),
    ],
)
def test_an_owner_who_was_found_owns_the_thing(action: str, thing: str, owner: str) -> None:
    read = extracted(
        "# Controls",
        "**Flood alarm.** It pages the guard when the quay is wet.",
        f"{owner} pages the guard.",
        "# Actions",
        "| Action | Owner | State |",
        f"| {action} | Ana Li | done: {owner} since May |",
    )

    assert (thing, owner) in ends(read, "OWNED_BY")


@pytest.mark.parametrize("state", ["open", "planned: Harbour Operations", "to do"])
def test_an_owner_who_is_still_to_be_found_owns_nothing(state: str) -> None:
    read = extracted(
        "# Controls",
        "**Flood alarm.** It pages Harbour Operations when the quay is wet.",
        "# Actions",
        "| Action | Owner | State |",
        f"| Name an owner for the flood alarm | Ana Li | {state} |",
    )

    assert {source for source, _ in ends(read, "OWNED_BY")} == {"Name an owner for the flood alarm"}


@pytest.mark.parametrize(
    "action",
    [
        "Include the pump in the next version of the report",
        "Circulate this review",
        "Add the pump to the annual report",
    ],
)
def test_what_is_only_to_be_written_up_changes_nothing(action: str) -> None:
    read = extracted("# Actions", "| Action | Owner |", f"| {action} | Facilities |")

    assert not names(read, "mitigation")
