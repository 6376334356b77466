"""Firms that running text calls so, and critiques that a group of a firm signs."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names, relations


@pytest.mark.parametrize(
    ("said", "firm"),
    [
        ("One item in a thousand is read by Harbour Readings, a firm with no other tie to us.", "Harbour Readings"),
        ("In busy weeks we use pumps rented from Tidewater Plant.", "Tidewater Plant"),
        ("Kestrel Assay came in, the outside testers, and tried it.", "Kestrel Assay"),
        ("Nordlys Alarm is our pager provider.", "Nordlys Alarm"),
    ],
)
def test_a_name_that_is_called_a_firm_is_an_organization(said: str, firm: str) -> None:
    assert names(extracted("# Arrangements", said), "organization") == {firm}


@pytest.mark.parametrize(
    "said",
    [
        "The Tide Gauge, a control with no other tie to us, is read daily.",
        "Ada Moor, the lead of the Water Desk, is told.",
        "We, a small firm, cannot do so.",
        "The pumps were rented from May to July.",
    ],
)
def test_what_is_called_something_else_is_no_organization(said: str) -> None:
    assert names(extracted("# Arrangements", said), "organization") == set()


def test_a_group_that_says_we_raises_the_points_of_its_critique_and_its_authors_belong_to_it() -> None:
    proposals = extracted(
        "# Review of the flood report",
        "Harbour Works, Second Look group. Written by Ada Moor and Bo Lindgren. 2 June 2031.",
        "We are the red team of the port. We read it and tried three things.",
        "## Finding 1. The gauge",
        "We dispute Claim 2: the gauge was never tried, and we told the port so.",
        kind=DocumentKind.CRITIQUE,
    )

    assert {line.target for line in relations(proposals, "RAISED_BY")} == {"team:second look"}
    members = {(line.source, line.target) for line in relations(proposals, "MEMBER_OF")}
    assert {("person:ada moor", "team:second look"), ("person:bo lindgren", "team:second look")} <= members


@pytest.mark.parametrize(
    "said",
    [
        "Quay Team built it, owns it and runs it.",
        "Quay Team owns it and runs it.",
        "Quay Team set up it, maintains it and owns it.",
    ],
)
def test_a_chain_of_deeds_is_read_to_its_end(said: str) -> None:
    proposals = extracted(
        "# Barriers",
        "| Control | Run by |",
        "| Tide gauge | Water Desk |",
        "## Tide gauge",
        "The tide gauge reads the water.",
        said,
        "It is in the log of the Quay Team.",
    )

    assert [(line.source, line.target) for line in relations(proposals, "OWNED_BY")] == [
        ("control:tide gauge", "team:quay team")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Each visitor is looked up in the owner table.",
        "The night lock counts visits by means of the badge feed.",
        "Its entries are signed through the signing service.",
        "The night lock sees crashes through the telemetry feed.",
    ],
)
def test_what_something_is_looked_up_signed_or_seen_through_is_needed(said: str) -> None:
    proposals = extracted(
        "# Barriers",
        "| Control | Run by |",
        "| Night lock | Water Desk |",
        "## Night lock",
        "The night lock keeps the door.",
        said,
    )

    assert [line.source for line in relations(proposals, "DEPENDS_ON")] == ["control:night lock"]
