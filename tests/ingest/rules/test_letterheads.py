"""Which firm a critique comes from, where its first lines say it without a sentence."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names

VIEW = "We disagree with the report's claim that the gate never fails."


@pytest.mark.parametrize(
    ("head", "firm"),
    [
        ("Fenwick Assurance, 4 June 2026. Lead reviewer: Dana Whitlock.", "Fenwick Assurance"),
        ("Northmoor Institute, March 2026.", "Northmoor Institute"),
        ("Tarn Consultants, Leeds, 12 May 2026.", "Tarn Consultants"),
    ],
)
def test_the_firm_of_the_letterhead_raises_the_findings(head: str, firm: str) -> None:
    read = extracted("# Remarks on the dock report", head, VIEW, kind=DocumentKind.CRITIQUE)

    assert firm in names(read, "organization")
    assert {by for _, by in ends(read, "RAISED_BY")} == {firm}


def test_the_persons_of_a_firm_sign_for_themselves() -> None:
    read = extracted(
        "# Remarks on the dock report",
        "Prepared by Ada Brook and Tom Reyes, Fenwick Assurance",
        VIEW,
        kind=DocumentKind.CRITIQUE,
    )

    assert names(read, "organization") == {"Fenwick Assurance"}
    assert {by for _, by in ends(read, "RAISED_BY")} == {"Ada Brook", "Tom Reyes"}


def test_a_team_with_its_people_in_brackets_signs() -> None:
    read = extracted("# Critique", "Red Team (Lucia Ferro, Sam Idowu), 2 February", VIEW, kind=DocumentKind.CRITIQUE)

    assert ends(read, "MEMBER_OF") == {("Lucia Ferro", "Red Team"), ("Sam Idowu", "Red Team")}
    assert {by for _, by in ends(read, "RAISED_BY")} == {"Lucia Ferro", "Sam Idowu"}


def test_the_desk_that_prepared_it_belongs_to_its_firm() -> None:
    read = extracted(
        "# Internal review", "Prepared by the Assurance Desk, Ostrand Labs", VIEW, kind=DocumentKind.CRITIQUE
    )

    assert ("Assurance Desk", "Ostrand Labs") in ends(read, "MEMBER_OF")


@pytest.mark.parametrize("head", ["Miriam Kohl, 4 June 2026.", "Gate Review, 4 June 2026.", "Leeds, March 2026."])
def test_a_date_behind_another_name_makes_no_firm(head: str) -> None:
    assert not names(extracted("# Remarks", head, VIEW, kind=DocumentKind.CRITIQUE), "organization")


def test_the_firm_that_was_asked_to_comment_raises_the_findings() -> None:
    read = extracted(
        "# Comments",
        "Rosa Hale-Boone, Fennimore Rook Ltd Draft for discussion, 18 May 2027",
        "Littoral asked Fennimore Rook to comment on the report. We have read it.",
        VIEW,
        kind=DocumentKind.CRITIQUE,
    )

    assert {by for _, by in ends(read, "RAISED_BY")} == {"Fennimore Rook"}
    assert ends(read, "MEMBER_OF") == {("Rosa Hale-Boone", "Fennimore Rook")}


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("| Incident lead | Ana Etxe, SecOps |", ("Ana Etxe", "SecOps")),
        ("Author: Nadia Brox (runtime operations). Status: final.", ("Nadia Brox", "Runtime operations")),
        ("| Author | Sunni Krag, Identity |", ("Sunni Krag", "Identity")),
    ],
)
def test_a_line_of_the_head_says_who_belongs_where(line: str, member: tuple[str, str]) -> None:
    read = extracted("# Incident report", "| Field | Value |", line, "The pump stopped.")

    assert member in ends(read, "MEMBER_OF")
