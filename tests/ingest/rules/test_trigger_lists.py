from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted

_CLAIM = "Claim 3: No dam gate opens unseen."


@pytest.mark.parametrize(
    "lead",
    [
        "Any of the following would invalidate Claim 3:",
        "Claim 3 lapses as soon as one of these happens:",
        "We would withdraw the claim if one of these came to pass:",
    ],
)
def test_items_beneath_such_a_lead_in_are_triggers(lead: str) -> None:
    read = extracted(_CLAIM, lead, "- the tower is sold;", "- two wardens resign in one year.")
    assert ends(read, "INVALIDATES") == {("The tower is sold", "3"), ("Two wardens resign in one year", "3")}


@pytest.mark.parametrize("label", ["Trigger:", "Void if:", "Invalidating condition:"])
def test_a_label_names_the_trigger_of_the_claim_above(label: str) -> None:
    read = extracted(_CLAIM, f"{label} the tower is sold.")
    assert ends(read, "INVALIDATES") == {("The tower is sold", "3")}


@pytest.mark.parametrize(
    "lines",
    [
        ("The following would not invalidate Claim 3:", "- a change of office hours."),
        ("Trigger: none.",),
        ("The wardens carry the following:", "- a lamp and a horn."),
    ],
)
def test_other_lists_and_empty_labels_name_no_trigger(lines: tuple[str, ...]) -> None:
    assert not elements(extracted(_CLAIM, *lines), "trigger")


def test_what_would_be_worthless_becomes_a_control() -> None:
    read = extracted(_CLAIM, "If the tower is sold, the gate camera is no longer to be relied upon.")
    assert ends(read, "INVALIDATES") == {("The tower is sold", "Gate camera")}
