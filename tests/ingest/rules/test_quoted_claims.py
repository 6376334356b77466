from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            'The sentence "no crane lifts above its rating" is one that we cannot repeat.',
            "No crane lifts above its rating",
        ),
        (
            'They assure their readers that "every dose is weighed twice". Not on Sundays.',
            "Every dose is weighed twice",
        ),
        (
            'p. 12 — "Two guards walk each corridor at night." They did when we looked.',
            "Two guards walk each corridor at night",
        ),
        ('"Badges expire after a day," the authors write, and they are right.', "Badges expire after a day"),
        ("| R-1 | “Samples are kept for ten years” | Agreed, for blood. |", "Samples are kept for ten years"),
        ('We could not support the passage "the pumps stop by themselves".', "The pumps stop by themselves"),
    ],
)
def test_statements_that_a_critique_quotes_are_claims(line: str, name: str) -> None:
    read = extracted("Our remarks follow.", "| Ref | They say | We say |", line, kind=DocumentKind.CRITIQUE)
    assert [each.name for each in elements(read, "claim")] == [name]


@pytest.mark.parametrize(
    "line",
    [
        'The sentence should read "no crane was ever lifted above its rating".',
        'The chapter "Why We Think the Dam Is Safe" is well written.',
        'What they call a "second line" is the first one again.',
        'Title: "Samples were not kept".',
        'The annex asks "is every dose weighed?" and moves on.',
    ],
)
def test_wishes_titles_and_single_words_in_quotation_marks_are_no_claims(line: str) -> None:
    assert not elements(extracted(line, kind=DocumentKind.CRITIQUE), "claim")


def test_a_report_that_quotes_others_claims_nothing_by_it() -> None:
    assert not elements(extracted('The supplier says that "the pumps stop by themselves".'), "claim")


def test_the_wording_of_a_numbered_claim_is_no_second_claim() -> None:
    read = extracted('We agree with Claim 4, "the pumps stop by themselves".', kind=DocumentKind.CRITIQUE)
    assert {each.number for each in elements(read, "claim")} == {"4"}


def test_numbers_of_the_rows_of_a_critique_are_no_claims() -> None:
    read = extracted(
        "| Ref | Our view |", "| C-07 | The lock is sound. |", "More on C-07 below.", kind=DocumentKind.CRITIQUE
    )
    assert not elements(read, "claim")
