from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

LEADS = ("## A Controls", "**Kiln Watch.** Owned by Fire Crew.", "**Rope Check.** Owned by Rigging.")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We plan to put the Kiln Watch on a second feed.", "Put the Kiln Watch on a second feed"),
        (
            "Rigging intends to extend the Rope Check to the north hall by June.",
            "Extend the Rope Check to the north hall",
        ),
        ("We would like to see the Rope Check repeated at noon.", "The Rope Check repeated at noon"),
        ("I have asked for a louder bell on the Kiln Watch.", "A louder bell on the Kiln Watch"),
        ("A spare probe for the Kiln Watch is on order.", "A spare probe for the Kiln Watch"),
    ],
)
def test_changes_announced_in_prose_are_mitigations(sentence: str, name: str) -> None:
    read = extracted(*LEADS, "## B Changes under way", sentence)

    assert names(read, "mitigation") == {name}
    assert {thing for _, thing in ends(read, "IMPROVES")} <= {"Kiln Watch", "Rope Check"}
    assert ends(read, "IMPROVES")


@pytest.mark.parametrize(
    "line", ["- Route the samples through the new lab.", "- Appoint an owner for the Kiln Watch before spring."]
)
def test_items_behind_a_call_for_actions_are_mitigations(line: str) -> None:
    assert len(names(extracted(*LEADS, "## B Last", "Recommended actions:", line), "mitigation")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We plan to publish this report in May.",
        "We considered recommending that the kiln be closed.",
        "We do not plan to change the Rope Check.",
        "The rope should be dry.",
    ],
)
def test_writing_plans_denials_and_general_duties_are_no_mitigations(sentence: str) -> None:
    assert not names(extracted(*LEADS, "## B Last", sentence), "mitigation")
