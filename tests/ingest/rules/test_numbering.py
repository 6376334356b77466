from __future__ import annotations

import pytest

from ingest.extractors.rules.numbering import code_in, parent_number, references_in, title_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as argued in Claims 2–4 of the dam report", ["2", "3", "4"]),
        ("Claims 1.1 to 1.3 and Claim 2 hold for the ward", ["1.1", "1.2", "1.3", "2"]),
        ("see Assertion A-2, on the ledger", ["A-2"]),
        ("four sub-claims, 8.1 through 8.3, on the hull", ["8.1", "8.2", "8.3"]),
        ("pathways 5 and 6 of the port study", ["5", "6"]),
        ("Claims C1, C2 and C4 need the relay", ["C1", "C2", "C4"]),
    ],
)
def test_references_are_spelt_out(text: str, expected: list[str]) -> None:
    assert [reference.number for reference in references_in(text)] == expected


@pytest.mark.parametrize(
    "text", ["the claim 5% of nurses made", "a claim of 12 ships", "in Section 4.2", "claims a clerk"]
)
def test_other_numbers_are_no_references(text: str) -> None:
    assert not references_in(text)


@pytest.mark.parametrize(
    ("text", "kind", "number", "name"),
    [
        ("4.2 Claim 3: The dose is checked twice", "claim", "3", "The dose is checked twice"),
        ("Pathway 2 – Loss of the harbour radar", "pathway", "2", "Loss of the harbour radar"),
        ("Finding 7. The vault log was not read", "finding", "7", "The vault log was not read"),
        ("Argument N: The fault would be noticed", "argument", "N", "The fault would be noticed"),
    ],
)
def test_titles_give_kind_number_and_name(text: str, kind: str, number: str, name: str) -> None:
    title = title_in(text)

    assert title is not None
    assert (title.kind, title.number, title.name) == (kind, number, name)


def test_a_sentence_about_a_claim_is_no_title() -> None:
    assert title_in("Claim 3 holds only if the pump runs.") is None


@pytest.mark.parametrize(
    ("text", "number"), [("AD-1. The drill was announced", "AD-1"), ("R3: Repeat the audit", "R3")]
)
def test_codes_at_the_start_are_numbers(text: str, number: str) -> None:
    found = code_in(text)

    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize(("number", "parent"), [("5.1.2", "5.1"), ("5.1", "5"), ("5", None)])
def test_a_number_has_the_one_above_it(number: str, parent: str | None) -> None:
    assert parent_number(number) == parent
