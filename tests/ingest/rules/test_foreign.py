from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted


@pytest.mark.parametrize(
    ("sentence", "name", "number"),
    [
        ("We dispute Assertion A-4 as it is written.", "Assertion A-4", "A-4"),
        ("Proposition 7 is not shown by the tide tables.", "Proposition 7", "7"),
        ("We agree with Claim 2.1 of the ward report.", "Claim 2.1", "2.1"),
    ],
)
def test_what_another_document_numbers_is_called_as_it_is_here(sentence: str, name: str, number: str) -> None:
    [claim] = elements(extracted(sentence, kind=DocumentKind.CRITIQUE), "claim")

    assert (claim.name, claim.number) == (name, number)


@pytest.mark.parametrize(
    "sentence",
    [
        'Theft of fuel ("Scenario E" in last year\'s draft) is dealt with elsewhere.',
        "Pathway 9 is out of scope.",
        "Scenario F was not assessed by us.",
    ],
)
def test_what_is_set_aside_by_number_is_left_out(sentence: str) -> None:
    assert elements(extracted("## Scope", sentence), "pathway") == []


def test_a_code_alone_means_what_shares_its_letter_with_a_named_one() -> None:
    lines = ("We read Assertion B-2 first.", "B-3 rests on it; the E-7 lorry does not.")

    found = {claim.number for claim in elements(extracted(*lines, kind=DocumentKind.CRITIQUE), "claim")}

    assert found == {"B-2", "B-3"}
