from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names


@pytest.mark.parametrize("label", ["Pathway:", "Threat scenario:", "Pathway –"])
def test_a_labelled_heading_is_a_pathway(label: str) -> None:
    read = extracted("# Water works", f"## {label} Loss of pressure", "Strong factors:", "- Standby pumps")

    assert names(read, "pathway") == {"Loss of pressure"}
    assert ends(read, "SUPPORTED_BY") == {("Loss of pressure", "Standby pumps")}


@pytest.mark.parametrize("name", ["Theft by an insider", "Overtopping", "Wrong drug"])
def test_the_section_of_a_listed_pathway_speaks_for_it(name: str) -> None:
    read = extracted(
        "# Study",
        "We consider the following pathways:",
        f"- {name}",
        "- Fire",
        f"## 4. {name}",
        "Mitigating factors:",
        "- Second lock (weak)",
    )

    assert len({each.key for each in elements(read, "pathway")}) == 2
    assert ends(read, "SUPPORTED_BY") == {(name, "Second lock")}


def test_two_pathways_of_one_name_have_no_section_in_common() -> None:
    read = extracted(
        "# Study", "## Pathway 1: Fire", "A.", "## Pathway 2: Fire", "B.", "## Fire", "Factors:", "- Door (weak)"
    )

    assert not ends(read, "SUPPORTED_BY")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We consider three pathways to harm: weight theft, research sabotage and data poisoning.",
            {"Weight theft", "Research sabotage", "Data poisoning"},
        ),
        ("There are two risk pathways: fire and flood.", {"Fire", "Flood"}),
        ("The bank sees two threat scenarios, namely forged orders and a run.", {"Forged orders", "A run"}),
    ],
)
def test_pathways_that_a_sentence_counts_up_are_read(sentence: str, expected: set[str]) -> None:
    assert names(extracted("# Report", sentence), "pathway") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We consider three pathways: the first is easy, the second hard.",
        "We do not consider two pathways: fire and flood.",
        "Three pathways were found by the review board.",
        "We used two models: a large and a small one.",
    ],
)
def test_other_counts_name_no_pathways(sentence: str) -> None:
    assert not names(extracted("# Report", sentence), "pathway")


def test_short_paragraphs_in_bold_beneath_a_heading_about_pathways_are_pathways() -> None:
    read = extracted(
        "# Bank", "## Threat pathways", "**Weight theft**", "Text.", "**Impact of fraud**", "**Forgery**", "Text."
    )

    assert names(read, "pathway") == {"Weight theft", "Forgery"}


@pytest.mark.parametrize("heading", ["## Hazards", "## Threat scenarios", "## Pathways"])
def test_coded_headings_beneath_one_about_pathways_are_pathways(heading: str) -> None:
    read = extracted(
        "# Hazard review", heading, "### H1. Leak", "Text.", "### H2. Fire", "Text.", title="Hazard review"
    )

    assert {each.number for each in elements(read, "pathway")} == {"H1", "H2"}


@pytest.mark.parametrize(
    "told", ["We look at two ways in which it could go wrong.", "What pathway 1 has, pathway 2 has not."]
)
def test_sections_whose_claims_are_numbered_within_them_are_pathways(told: str) -> None:
    proposals = extracted(
        "# Short summary",
        told,
        "## 1. Carrying off the ledgers",
        "**Claim 1.1. Nobody reaches the vault.** Strong.",
        "**Claim 1.2. A copy would be seen.** Weak.",
        "## 2. Blinding the watch",
        "**Claim 2.1. No rule is changed by one hand.** Moderate.",
        "## 3. Remarks",
        "None came.",
    )

    assert names(proposals, "pathway") == {"Carrying off the ledgers", "Blinding the watch"}


def test_sections_of_claims_in_a_report_that_speaks_of_no_ways_are_none() -> None:
    proposals = extracted(
        "# Report",
        "## 1. Storage",
        "**Claim 1.1. Nobody reaches the vault.** Strong.",
        "## 2. Watch",
        "**Claim 2.1. No rule is changed by one hand.** Moderate.",
    )

    assert names(proposals, "pathway") == set()
