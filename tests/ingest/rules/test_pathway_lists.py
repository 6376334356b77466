from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names

ITEMS = (
    "- **Overtopping of the crest.** Water runs over.",
    "- Internal erosion: fines are carried out.",
    "- Gate failure",
)
DAM = {"Overtopping of the crest", "Internal erosion", "Gate failure"}


@pytest.mark.parametrize(
    "heading",
    [
        "## Pathways",
        "## Ways this could go wrong",
        "## Routes to harm",
        "## Threat scenarios",
        "## What could go wrong",
    ],
)
def test_bulleted_items_beneath_such_a_heading_are_pathways(heading: str) -> None:
    assert names(extracted("# Dam study", heading, *ITEMS), "pathway") == DAM


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("The main routes are these:", ("- Theft by an insider", "- Forged orders")),
        ("We look at the following failure scenarios:", ("- Loss of pressure", "- Dirty water")),
        ("There are three ways this could go wrong:", ("- The pump runs dry", "- The wrong drug is given")),
    ],
)
def test_bulleted_items_behind_a_lead_in_are_pathways(lead: str, items: tuple[str, ...]) -> None:
    assert names(extracted("# Study", lead, *items), "pathway") == {item[2:] for item in items}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("## Pathways", "- We number each of them.", "- See section 4."), "sentences about the report"),
        (("## Pathways", "- Spillway (strong)", "- Forecast (weak)"), "factors"),
        (("## Mitigating factors for all pathways", "- Spillway", "- Forecast"), "factors by their heading"),
        (("## Care pathways", "- Admission", "- Discharge"), "another sense of the word"),
        (("## Pathways", "- Theft"), "one alone is no list"),
        (("The following pathways are excluded:", "- Theft", "- Fraud"), "left out"),
    ],
)
def test_other_bulleted_lists_give_no_pathways(lines: tuple[str, ...], why: str) -> None:
    assert not names(extracted("# Study", *lines), "pathway"), why


def test_a_critique_lists_its_points_and_no_pathways() -> None:
    read = extracted("# Review", "## Ways this could go wrong", *ITEMS, kind=DocumentKind.CRITIQUE)

    assert not names(read, "pathway")
