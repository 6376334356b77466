"""What a reviewer's point is about where only the report knows it, and what a heading says of the points beneath it."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names

TITLE = ("# Remarks on the ward report", "Lloyd Institute. Lead reviewer: Bo Chen.")


@pytest.mark.parametrize(
    ("remark", "type_", "target"),
    [
        ("We cannot accept the two-nurse rule as it stands.", "DISPUTES", "Two-nurse rule"),
        ("We agree with what is said of the points lock.", "AGREES_WITH", "Points lock"),
        ("Nor would we count the sluice gate.", "DISPUTES", "Sluice gate"),
        ("The cash ledger is sound as far as it goes.", "QUALIFIES", "Cash ledger"),
        ("The door seal is, in our opinion, as strong as the report makes it out to be.", "AGREES_WITH", "Door seal"),
    ],
)
def test_a_remark_aims_at_what_only_the_report_introduces(remark: str, type_: str, target: str) -> None:
    proposals = extracted(*TITLE, f"Remark 1. {remark}", kind=DocumentKind.CRITIQUE)

    assert {aim for _, aim in ends(proposals, type_)} == {target}
    assert all(element.mention for element in proposals.elements if element.name == target)


@pytest.mark.parametrize(
    ("heading", "type_"),
    [("Where we disagree", "DISPUTES"), ("Reservations", "QUALIFIES"), ("What we accept", "AGREES_WITH")],
)
@pytest.mark.parametrize("claim", ["Claim 2 is where the ferry plan stands.", "On Claim 2 the bank has two minds."])
def test_a_heading_says_what_its_points_do(heading: str, type_: str, claim: str) -> None:
    proposals = extracted(*TITLE, f"## {heading}", f"Remark 4. {claim}", kind=DocumentKind.CRITIQUE)

    assert {aim for _, aim in ends(proposals, type_)} == {"2"}


@pytest.mark.parametrize(
    "remark",
    [
        "We would count that.",
        "We accept the view of the authors.",
        "They are grateful for the help.",
        "We reject nothing in it.",
    ],
)
def test_words_that_name_nothing_are_no_aim(remark: str) -> None:
    proposals = extracted(*TITLE, f"Remark 1. {remark}", kind=DocumentKind.CRITIQUE)

    assert not names(proposals, "control")


def test_a_capital_that_only_opens_the_sentence_is_no_name() -> None:
    proposals = extracted(*TITLE, "Remark 1. Pumps are sound as far as they go.", kind=DocumentKind.CRITIQUE)

    assert not names(proposals, "control")


def test_a_name_written_with_a_capital_elsewhere_is_one() -> None:
    proposals = extracted(
        *TITLE,
        "Remark 1. Beacon is sound as far as it goes.",
        "We watched the pilots next to Beacon for a day.",
        kind=DocumentKind.CRITIQUE,
    )

    assert {aim for _, aim in ends(proposals, "QUALIFIES")} == {"Beacon"}


def test_a_report_aims_at_nothing_by_such_words() -> None:
    proposals = extracted(
        "# Ward report", "We cannot accept the two-nurse rule as it stands.", kind=DocumentKind.REPORT
    )

    assert not elements(proposals, "finding")
