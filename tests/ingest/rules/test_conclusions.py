from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "We argue that the risk of a blackout from this fault is very low.",
            "The risk of a blackout from this fault is very low",
        ),
        ("The bank concluded that residual risk is moderate.", "Residual risk is moderate"),
        ("This is why we think the risk of losing a ship is low.", "The risk of losing a ship is low"),
    ],
)
def test_the_overall_conclusion_is_a_claim(sentence: str, name: str) -> None:
    assert names(extracted(sentence, kind=DocumentKind.INTERVIEW), "claim") == {name}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("They disagreed on some details but agreed with the conclusion.", "AGREES_WITH"),
        ("They did not accept the conclusion.", "DISPUTES"),
        ("They said the conclusion needs a caveat.", "QUALIFIES"),
    ],
)
def test_reported_reviews_are_findings_of_the_reviewer(sentence: str, type_: str) -> None:
    proposals = extracted(
        "We argue that the risk of losing a ship is low.",
        f"We gave the Lloyd Institute the full report. {sentence}",
        kind=DocumentKind.INTERVIEW,
    )

    assert len(ends(proposals, type_)) == 1
    assert {agent for _, agent in ends(proposals, "RAISED_BY")} == {"Lloyd Institute"}
