"""Claims that a critique quotes and holds against a test."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted


def told(text: str, kind: DocumentKind = DocumentKind.CRITIQUE) -> set[str]:
    return {test for _, test in ends(extracted(text, kind=kind), "EVALUATED_BY")}


@pytest.mark.parametrize(
    ("text", "test"),
    [
        (
            'The report claims that "late trains are announced at once". The platform survey found a median of four minutes.',
            "Platform survey",
        ),
        (
            'The report claims that "parcels are weighed twice". We disagree: in the two-scale test, 9 of 40 were not.',
            "Two-scale test",
        ),
        (
            'You claim that "every visitor is signed in". The lobby exercise let 3 of 20 through, so we dispute the claim.',
            "Lobby exercise",
        ),
    ],
)
def test_a_claim_is_held_against_the_test_beside_it(text: str, test: str) -> None:
    assert told(text) == {test}


@pytest.mark.parametrize(
    "text",
    [
        'The report claims that "late trains are announced at once". A platform survey would show more.',
        'The report claims that "parcels are weighed twice". We suggest a two-scale test.',
    ],
)
def test_a_test_that_is_only_wished_for_is_held_against_none(text: str) -> None:
    assert told(text) == set()
