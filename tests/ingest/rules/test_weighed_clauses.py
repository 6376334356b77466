from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, relations

CLAIMS = ("## Claim 2: The crew is honest", "## Claim 3: The hull is dry", "## Pathway 1: Flooding")


def _strengths(*lines: str) -> set[tuple[str, str | None]]:
    found = [each for each in relations(extracted("# Report", *CLAIMS, *lines), "SUPPORTED_BY") if each.strength]
    return {(each.target, each.strength) for each in found if each.source == "pathway:1"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "What is left is Claim 2, which bears moderate weight as few were asked, and Claim 3, which bears slight weight.",
            {("claim:2", "moderate"), ("claim:3", "weak")},
        ),
        (
            "Here we have Claim 3, to which we give substantial weight, and little else.",
            {("claim:3", "strong")},
        ),
        (
            "Mitigating factors are Claim 2, which carries substantial weight, and Claim 3, without which no ship would sail and which carries moderate weight.",
            {("claim:2", "strong"), ("claim:3", "moderate")},
        ),
        ("We lean on Claim 3, which offers strong support.", {("claim:3", "strong")}),
    ],
)
def test_a_clause_weighs_what_stands_before_it(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _strengths(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Claim 2, which was argued in May, bears on the matter.",
        "Unlike Claim 2, which has three parts, the crew is named.",
        "The ship, which carries moderate weight, is old.",
        "We add to the list without Claim 3, which bears moderate weight.",
    ],
)
def test_a_clause_without_weight_and_a_thing_left_aside_are_no_line(sentence: str) -> None:
    assert not _strengths(sentence)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- **Lack of motive (Claim 2).** Nobody gains. This bears substantial weight.", {("claim:2", "strong")}),
        ("- **Dry decks [Claim 3].** Few were wet. This bears slight weight.", {("claim:3", "weak")}),
        ("- **Honest pilots (see Claim 2).** Most are. This bears moderate weight.", {("claim:2", "moderate")}),
    ],
)
def test_a_number_in_brackets_is_what_the_label_of_a_factor_means(item: str, expected: set[tuple[str, str]]) -> None:
    proposals = extracted("# Report", *CLAIMS, "Mitigating factors:", item)

    assert _strengths("Mitigating factors:", item) == expected
    assert {each.number for each in proposals.elements if each.kind == "claim"} == {"2", "3"}


def test_two_numbers_in_brackets_are_no_name() -> None:
    item = "- **Calm seas (Claims 2 and 3).** Mostly. This bears slight weight."

    assert not _strengths("Mitigating factors:", item) & {("claim:2", "weak"), ("claim:3", "weak")}
