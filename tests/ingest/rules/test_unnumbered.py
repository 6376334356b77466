from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted, names


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("**Claim: No patient is given a drug that was not prescribed.** The ward checks it.", None),
        ("**The reactor cannot go critical without a rod being drawn.** Drawing takes two people.", None),
        ("Assertion: A train never enters a block that is occupied. The points see to it.", None),
        ("Main claim: Nobody can move money without a second signature. The ledger shows it.", None),
    ],
)
def test_claims_without_a_number_are_read(paragraph: str, name: str | None) -> None:
    expected = paragraph.replace("**", "").split(". ")[0].split(": ")[-1].rstrip(".")

    read = elements(extracted("# Safety case", paragraph), "claim")

    assert [(each.name, each.number) for each in read] == [(name or expected, None)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "**Pump house.** It stands by the river.",
        "**This is in bold.** And short.",
        "**The boiler is old and leaks.**",
        "Claims of this sort are made every day.",
    ],
)
def test_bold_words_that_assert_little_are_no_claims(paragraph: str) -> None:
    assert not elements(extracted("# Safety case", paragraph), "claim")


@pytest.mark.parametrize(
    "heading",
    ["## 6. Pathways", "## 4 Risk pathways considered", "## Threat scenarios", "## Routes to collapse"],
)
def test_headings_beneath_one_about_pathways_are_pathways(heading: str) -> None:
    read = extracted(
        "# Report",
        heading,
        "We take each in turn.",
        "### 6.1 Flooding of the lower level",
        "Water could rise.",
        "### 6.2 Loss of cooling",
        "Pumps could stop.",
        "### 6.3 Summary",
        "Both are unlikely.",
        "## 7. People",
        "### 7.1 Staff on site",
    )

    assert names(read, "pathway") == {"Flooding of the lower level", "Loss of cooling"}
    assert {e.number for e in elements(read, "pathway")} == {"6.1", "6.2"}


def test_numbered_pathways_keep_headings_beneath_them_from_being_pathways() -> None:
    read = extracted("# Pathways", "## Pathway 1: Flooding", "### Analysis of water", "### Analysis of pumps")

    assert names(read, "pathway") == {"Flooding"}


def test_bold_sentences_of_a_critique_are_no_claims() -> None:
    read = extracted("# Review", "**The pump is not tested often enough.** We looked.", kind=DocumentKind.CRITIQUE)

    assert not elements(read, "claim")
