from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted


def _raisers(*lines: str) -> set[str]:
    return {who for _, who in ends(extracted(*lines, kind=DocumentKind.CRITIQUE), "RAISED_BY")}


_FINDING = "**Finding 1. Recall is overstated.** Claim 2 rests on a stale sample. We disagree with Claim 2."


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("# Comments of the Works Safety Council on the plant report", "Works Safety Council"),
        ("# Cold read by Site Reliability", "Site Reliability"),
        ("Reviewing body: Ostby Compliance Services", "Ostby Compliance Services"),
        ("*by Control Research, at the request of others*", "Control Research"),
    ],
)
def test_the_opening_says_whose_findings_they_are(title: str, author: str) -> None:
    assert _raisers(title, "", _FINDING) == {author}


def test_the_last_line_signs_for_a_group() -> None:
    assert _raisers("# Rejoinder", "", _FINDING, "", "Harlow & Lind, consulting engineers") == {"Harlow & Lind"}


def test_we_at_a_firm_are_the_authors() -> None:
    assert _raisers("# A critique", "", "We at Ostby Safety read it twice.", "", _FINDING) == {"Ostby Safety"}


def test_one_labelled_reviewer_raises_what_he_finds() -> None:
    finding = "**Finding 1. Recall is overstated.** Claim 2 rests on a stale sample. I disagree with Claim 2."

    assert _raisers("Reviewer: Ruth Lund, Ostby Evaluations", "", finding) == {"Ruth Lund"}


@pytest.mark.parametrize("title", ["# Review of the Autonomy Risk Report", "# A view from outside", "# Notes by hand"])
def test_what_is_reviewed_is_no_author(title: str) -> None:
    assert _raisers(title, "", _FINDING) == set()


def test_our_own_people_are_not_whom_the_critique_comes_from() -> None:
    opening = "The drill was watched by our senior engineer, Ruth Lund, and run by the shift lead."

    assert _raisers("# Opinion", "", "Our observers from Ostby Safety stood there.", "", opening, "", _FINDING) == {
        "Ostby Safety"
    }
