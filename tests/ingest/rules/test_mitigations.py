from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names

CONTROLS = ("## A Controls", "**Radar Filter.** Owned by Traffic Services.", "## 8 Planned mitigations")


@pytest.mark.parametrize(
    ("item", "type_"),
    [
        (
            "1. **Second mast.** A mast of its own, as a back-up to the Radar Filter; six engineer-weeks, Traffic Services.",
            "BACKS_UP",
        ),
        ("1. **Second mast.** A new mast, to replace the Radar Filter; two person-days, Traffic Services.", "REPLACES"),
        (
            "1. **Second mast.** The Radar Filter would see further, which would improve it; 3 engineer-days, Traffic Services.",
            "IMPROVES",
        ),
    ],
)
def test_planned_items_say_what_they_do(item: str, type_: str) -> None:
    proposals = extracted(*CONTROLS, item)

    assert ends(proposals, type_) == {("Second mast", "Radar Filter")}
    assert ("Second mast", "Traffic Services") in ends(proposals, "OWNED_BY")
    assert all(each.effort and each.effort_days for each in elements(proposals, "mitigation"))


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            "What I'd like is a spare relay bus that sits beside the Radar Filter, so that either would do.",
            ("Spare relay bus", "Radar Filter"),
        ),
        (
            "A paper log will be kept ready. A second valve will be installed as a back-up to the Radar Filter.",
            ("Second valve", "Radar Filter"),
        ),
        (
            "We'd like a cached tide table, to stand in when the Radar Filter is down.",
            ("Cached tide table", "Radar Filter"),
        ),
    ],
)
def test_wishes_in_talk_are_mitigations(talk: str, expected: tuple[str, str]) -> None:
    proposals = extracted("Ann Lee: The Radar Filter blocks echoes.", f"Bo Chen: {talk}", kind=DocumentKind.INTERVIEW)

    assert ends(proposals, "BACKS_UP") == {expected}


def test_a_planned_control_is_no_control_in_force() -> None:
    proposals = extracted(
        *CONTROLS, "1. **Fog Alarm.** An alarm, as a back-up to the Radar Filter; two engineer-weeks."
    )

    assert "Fog Alarm" not in names(proposals, "control")
    assert "Fog Alarm" in names(proposals, "mitigation")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "If fewer than 25 nurses are on the ward, Claim 3 is no longer valid.",
            "Fewer than 25 nurses are on the ward",
        ),
        ("When a third berth is opened, Claim 3 has to be withdrawn.", "A third berth is opened"),
        ("Claim 3 no longer holds if the bank samples its ledger.", "The bank samples its ledger"),
    ],
)
def test_conditions_that_end_a_claim_are_triggers(sentence: str, name: str) -> None:
    proposals = extracted("## Claim 3: All is well", "Text.", "## What would change this", sentence)

    assert ends(proposals, "INVALIDATES") == {(name, "3")}


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        ("A wrong dose can be undone within three hours.", 10800),
        ("Since trades are provisional, they can be reversed within ninety days.", 90 * 86400),
        ("A bad chart can be recalled within 5 days.", 432000),
    ],
)
def test_pathways_keep_their_window(sentence: str, seconds: float) -> None:
    proposals = extracted("## Pathway 1: Harm", sentence)

    assert [each.window_s for each in elements(proposals, "pathway") if each.window_s] == [seconds]


def test_no_window_is_no_window() -> None:
    proposals = extracted("## Pathway 1: Harm", "Nothing can be undone within a day.")

    assert not [each for each in elements(proposals, "pathway") if each.window_s]


@pytest.mark.parametrize(
    ("item", "type_"),
    [
        ("Second mast. A mast of its own, as a second line behind the Radar Filter.", "BACKS_UP"),
        ("Second mast: we intend to run a mast next to the Radar Filter.", "BACKS_UP"),
        ("Second mast. It would make the Radar Filter a good deal more dependable.", "IMPROVES"),
    ],
)
def test_a_planned_paragraph_that_opens_with_a_name_is_a_mitigation(item: str, type_: str) -> None:
    proposals = extracted(*CONTROLS, f"{item} Traffic Services expect to need five weeks.")

    assert names(proposals, "mitigation") == {"Second mast"}
    assert ends(proposals, type_) == {("Second mast", "Radar Filter")}
    assert ends(proposals, "OWNED_BY") >= {("Second mast", "Traffic Services")}


@pytest.mark.parametrize(
    "text",
    [
        "Nothing here is in force. It counts for nothing.",
        "We plan two things: both are small.",
        "Note: all dates are ours.",
    ],
)
def test_a_planned_paragraph_that_opens_with_a_remark_is_none(text: str) -> None:
    assert names(extracted(*CONTROLS, text), "mitigation") == set()
