from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted, names


@pytest.mark.parametrize(
    "lead",
    [
        "We assess the following pathways:",
        "Three threat scenarios are considered below.",
        "The risk pathways are as follows:",
    ],
)
def test_items_under_a_lead_in_are_pathways(lead: str) -> None:
    proposals = extracted(
        "# Port study", lead, "1. **Smuggling**: cargo is swapped.", "2. Collision in the lock;", "3. Fire"
    )

    assert names(proposals, "pathway") == {"Smuggling", "Collision in the lock", "Fire"}


def test_headings_and_list_are_one_pathway_a_number() -> None:
    proposals = extracted(
        "## 3 Pathways", "We consider two.", "1. Overdose", "2. Wrong patient", "## 5.1 Pathway 1: Overdose", "Text."
    )

    assert {each.key for each in elements(proposals, "pathway")} == {"pathway:1", "pathway:2"}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("We did not consider the following pathways:", "1. Theft"), "left out"),
        (("The ward follows three steps:", "1. Wash", "2. Dress"), "no pathways"),
        (("## Pathway assessments", "We go through the claims:", "1. Claims"), "a heading over assessments"),
    ],
)
def test_other_lists_give_no_pathways(lines: tuple[str, ...], why: str) -> None:
    assert not names(extracted("# Report", *lines), "pathway"), why


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            (
                "We drew up pathways to disaster. These include things like flooding the mine, like by a burst dam, "
                "or cutting the air supply."
            ),
            {"Flooding the mine", "Cutting the air supply"},
        ),
        (
            "We had four pathways to a blackout. They include things like tripping the main line, or poisoning the forecast data.",
            {"Tripping the main line", "Poisoning the forecast data"},
        ),
        (
            "There were six threat pathways. These include things like draining client accounts or sabotaging the audit.",
            {"Draining client accounts", "Sabotaging the audit"},
        ),
    ],
)
def test_pathways_are_read_from_talk(talk: str, expected: set[str]) -> None:
    assert names(extracted(talk, kind=DocumentKind.INTERVIEW), "pathway") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "So you have, you know, the model smuggling its weights out, and holding back on research, and so on.",
            {"The model smuggling its weights out", "Holding back on research"},
        ),
        (
            "You get flooding of the lower mine, or jamming of the cage.",
            {"Flooding of the lower mine", "Jamming of the cage"},
        ),
        (
            "We have draining of the reserve tank, and tampering with the seals.",
            {"Draining of the reserve tank", "Tampering with the seals"},
        ),
    ],
)
def test_pathways_that_a_speaker_counts_up_are_read(sentence: str, expected: set[str]) -> None:
    read = extracted(f"Ann Ek: We call them pathways. {sentence}", kind=DocumentKind.INTERVIEW)

    assert names(read, "pathway") == expected
