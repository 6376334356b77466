from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, relations

CLAIM = ("## Claim 2: The ship is safe", "Claims 2.1 and 2.2 are separate lines that add up.")
REST = (
    "**Claim 2.2: The crew can leave.** Boats are there.",
    "## A Controls",
    "**Hull Survey.** Owned by Fleet Services.",
    "**Radar Filter.** Owned by Traffic Services.",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Hull Survey looks at each weld.",
        "Welds are seen to under the Hull Survey.",
        "We rest this on the Hull Survey.",
        "Every weld is found through the Hull Survey.",
    ],
)
def test_controls_named_in_a_claims_section_support_it(sentence: str) -> None:
    proposals = extracted(*CLAIM, f"**Claim 2.1: The hull holds.** {sentence}", *REST)

    assert ("2.1", "Hull Survey") in ends(proposals, "SUPPORTED_BY")


@pytest.mark.parametrize(
    "sentence",
    [
        "We did not count the Hull Survey.",
        "This holds without the Hull Survey.",
        "It is better than the Hull Survey.",
        "The Radar Filter keeps the Hull Survey's records safe.",
        "The Hull Survey’s schedule is fixed by the Radar Filter.",
    ],
)
def test_controls_left_aside_support_nothing(sentence: str) -> None:
    proposals = extracted(*CLAIM, f"**Claim 2.1: The hull holds.** {sentence}", *REST)

    assert ("2.1", "Hull Survey") not in ends(proposals, "SUPPORTED_BY")


@pytest.mark.parametrize(
    ("sentence", "line", "strength"),
    [
        ("The Hull Survey looks. We give the Hull Survey moderate weight.", ("2.1", "Hull Survey"), "moderate"),
        ("The Hull Survey looks. We regard this line as weak.", ("2", "2.1"), "weak"),
        (
            "Either the Hull Survey or the Radar Filter suffices; the Radar Filter is a strong line.",
            ("2.1", "Radar Filter"),
            "strong",
        ),
    ],
)
def test_strengths_go_to_the_line_they_are_said_of(sentence: str, line: tuple[str, str], strength: str) -> None:
    proposals = extracted(*CLAIM, f"**Claim 2.1: The hull holds.** {sentence}", *REST)

    graded = [r for r in relations(proposals, "SUPPORTED_BY") if r.strength]
    called = {e.key: e.number or e.name for e in proposals.elements if not e.mention}
    assert [(called[r.source], called[r.target], r.strength) for r in graded] == [(*line, strength)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This is supported by the weld study (strong evidence) and by the survey of past leaks (weak evidence).",
        "We rest this on the weld study, a strong line; the claim leans a little on the survey of past leaks, weak evidence.",
    ],
)
def test_several_grounds_keep_their_own_strengths(sentence: str) -> None:
    proposals = extracted("## Claim 1: The hull holds", sentence)

    called = {e.key: e.name for e in proposals.elements if not e.mention}
    graded = {called[r.target]: r.strength for r in relations(proposals, "SUPPORTED_BY") if r.strength}
    assert graded["Weld study"] == "strong"
    assert graded.get("Survey of past leaks", "weak") == "weak"


@pytest.mark.parametrize(
    "sentence",
    [
        "This is important for the Flood Alarm to be effective.",
        "A dry cellar is necessary for the Flood Alarm to work.",
        "Such order is required for the Flood Alarm.",
    ],
)
def test_a_claim_that_a_control_needs_is_not_held_up_by_it(sentence: str) -> None:
    read = extracted("# Study", "**Flood Alarm.** Owned by Works. It rings.", "## Claim 1: Cellars are dry", sentence)

    assert not ends(read, "SUPPORTED_BY")
