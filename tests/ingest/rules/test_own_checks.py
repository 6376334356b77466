"""What reviewers tried out for themselves, and the firms that letters and memoranda come from."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names

KNOWN = (
    "## Their controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "## Remarks",
)


def review(*lines: str) -> Proposals:
    return extracted("# Review of the port report", "Reviewer: Ada Brook", *KNOWN, *lines, kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize(
    ("paragraph", "target", "words"),
    [
        (
            "The dose check is too easy on nurses. I took sixty labels from May, and in forty-one the dose was missing.",
            "Dose check",
            "sixty labels",
        ),
        (
            "I can't accept that the sluice gate is tight. I pulled the logs for June. Of 90 closings 38 percent were late.",
            "Sluice gate",
            "pulled the logs",
        ),
        (
            "The dose check is as good as you say. We repeated the trial with 20 labels and got 19.",
            "Dose check",
            "repeated the trial",
        ),
    ],
)
def test_a_check_with_a_figure_is_evidence_of_its_own(paragraph: str, target: str, words: str) -> None:
    ((source, evidence),) = ends(review(paragraph), "EVALUATED_BY")

    assert source == target
    assert words in evidence


@pytest.mark.parametrize(
    "paragraph",
    [
        "I agree with the section on the sluice gate. I visited the quay, and the gate is where the report says.",
        "The sluice gate is as good as you say. I tried to lift it and couldn't.",
        "I have no quarrel with the sluice gate. I watched it close at night.",
    ],
)
def test_a_check_without_a_figure_is_the_reviewers(paragraph: str) -> None:
    assert ends(review(paragraph), "EVALUATED_BY") == {("Sluice gate", "Ada Brook")}


@pytest.mark.parametrize(
    "paragraph",
    [
        "The sluice gate seems thin to me. I would have tested it with 20 boats.",
        "The sluice gate seems thin to me. I was not able to visit it.",
        "The sluice gate seems thin to me. The crew tested it in May.",
        "The sluice gate seems thin to me. I asked the crew about it.",
    ],
)
def test_what_was_not_tried_evaluates_nothing(paragraph: str) -> None:
    assert ends(review(paragraph), "EVALUATED_BY") == set()


LETTER = ("Dear Mr Osei,", "I agree about the sluice gate.")


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (
            ("Calder Review 27 October 2026", "To the Port Office, Brine Works"),
            ("With kind regards,", "Tamar Lund, Calder Review"),
        ),
        (("To the Port Office, Brine Works",), ("Yours sincerely,", "Tamar Lund, Calder Review")),
    ],
)
def test_a_letter_comes_from_the_firm_of_who_signs_it(head: tuple[str, ...], foot: tuple[str, ...]) -> None:
    found = extracted(*head, *LETTER, "My colleague Wim Castle read it too.", *foot, kind=DocumentKind.CRITIQUE)

    assert "Calder Review" in names(found, "organization")
    assert {("Tamar Lund", "Calder Review"), ("Wim Castle", "Calder Review")} <= ends(found, "MEMBER_OF")


def test_a_memorandum_to_another_firm_comes_from_outside() -> None:
    found = extracted(
        "# Memorandum",
        "To: Ingrid Salt, Brine Works From: Leonie Cast, Mere Group Date: 4 May 2027",
        "I agree about the sluice gate.",
        kind=DocumentKind.CRITIQUE,
    )

    assert "Mere Group" in {each.name for each in elements(found, "organization")}
    assert ("Leonie Cast", "Mere Group") in ends(found, "MEMBER_OF")


@pytest.mark.parametrize(
    "head",
    [
        "To: the authors. From: Maren Oyel, Internal Review. 14 October 2026.",
        "To: the board, Brine Works From: Maren Oyel, Brine Works",
    ],
)
def test_a_desk_of_the_same_house_is_no_firm(head: str) -> None:
    found = extracted("# Comments", head, "I agree about the sluice gate.", kind=DocumentKind.CRITIQUE)

    assert not [each for each in elements(found, "organization") if each.name != "Brine Works"]
