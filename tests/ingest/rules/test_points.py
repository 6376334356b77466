from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names

BYLINE = "Ada Brook and Tom Reyes, Northgate Institute for Rail Safety"


def review(*lines: str) -> Proposals:
    return extracted("# Review of the signal report", BYLINE, *lines, kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize(
    ("paragraph", "type_"),
    [
        ("The report says that no train can pass a red signal. We do not think that this follows.", "DISPUTES"),
        ("The authors state that the brine is tested daily. This is incorrect, as two weeks are missing.", "DISPUTES"),
        ("The operator claims that no payment leaves unsigned. We could neither confirm nor refute it.", "QUALIFIES"),
        ("They infer that the dome never opens in rain. We find this credible from our own visits.", "AGREES_WITH"),
        ("The claim that every valve is logged is plausible but untested in our view of the plant.", "QUALIFIES"),
    ],
)
def test_a_paragraph_takes_a_view_of_the_claim_that_it_reports(paragraph: str, type_: str) -> None:
    read = review("## Our view", paragraph)

    (claim,) = names(read, "claim") | {e.name for e in elements(read, "claim")}
    (finding,) = names(read, "finding")
    assert ends(read, type_) == {(finding, claim)}


def test_everybody_in_the_byline_raises_a_finding() -> None:
    read = review("## Our view", "The report says that the points never freeze. We disagree with that as it stands.")

    assert {by for _, by in ends(read, "RAISED_BY")} == {"Ada Brook", "Tom Reyes"}
    assert ends(read, "MEMBER_OF") == {
        ("Ada Brook", "Northgate Institute for Rail Safety"),
        ("Tom Reyes", "Northgate Institute for Rail Safety"),
    }


def test_a_view_held_by_one_of_them_is_raised_by_that_one() -> None:
    read = review("## Our view", "The report says that the points never freeze. Tom Reyes does not believe that.")

    assert {by for _, by in ends(read, "RAISED_BY")} == {"Tom Reyes"}


@pytest.mark.parametrize(
    "lines",
    [
        ("## What we were asked to do", "We were asked whether we agree with the conclusion drawn."),
        ("## What we recommend", "Testing should be given as a duty, and we accept that it costs money."),
        ("## Our view", "The plant lies on the river and has two kilns."),
    ],
)
def test_paragraphs_without_a_view_and_other_sections_are_no_findings(lines: tuple[str, ...]) -> None:
    assert not names(review(*lines), "finding")
