"""Verdicts that reviewers pass on what a document says, and what of it they are of."""

from __future__ import annotations

import pytest

from graph.elements import RelationType
from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from ingest.extractors.rules.views import views_in
from tests.ingest.rules.written import elements, ends, extracted


def review(*lines: str) -> Proposals:
    return extracted("# Review of the ferry report", "Reviewer: Ada Brook", *lines, kind=DocumentKind.CRITIQUE)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The harbour panel accordingly rejects the assertion.", "DISPUTES"),
        ("That sentence is not correct.", "DISPUTES"),
        ("Not so for the night ferries.", "DISPUTES"),
        ("We'd strike the fog horn from the list of barriers.", "DISPUTES"),
        ("Our position: disputed.", "DISPUTES"),
        ("This conflicts with the pharmacy's own books.", "DISPUTES"),
        ("I would attach no weight to it.", "DISPUTES"),
        ("The reliance on the vault clerk is justified only in part.", "QUALIFIES"),
        ("Half true, at best.", "QUALIFIES"),
        ("True for the day shift; the night shift was not asked.", "QUALIFIES"),
        ("All but the oldest pumps.", "QUALIFIES"),
        ("The inspectors would trim the line.", "QUALIFIES"),
        ("It is confirmed for the main ward only.", "QUALIFIES"),
        ("We could find nothing amiss.", "AGREES_WITH"),
        ("The dose book was kept as described.", "AGREES_WITH"),
        ("Agreed, no exceptions seen.", "AGREES_WITH"),
        ("On the ramp itself we never differed.", "AGREES_WITH"),
        ("The auditors are content with how the vault is rated.", "AGREES_WITH"),
        ("The bell deserves the reliance placed on it.", "AGREES_WITH"),
    ],
)
def test_verdicts_are_views(sentence: str, type_: str) -> None:
    assert RelationType(type_) in {view.type for view in views_in(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "If the list is not right, the ferry waits.",
        "The board asked whether the conclusion is accurate.",
        'The report says that "the pumps are not effective".',
        "No. | Subject | Remark",
        "The ferry is painted in order of age.",
        "A second valve would be sufficient.",
    ],
)
def test_what_is_asked_supposed_or_repeated_is_no_verdict(sentence: str) -> None:
    assert not views_in(sentence)


@pytest.mark.parametrize(
    ("paragraph", "type_"),
    [
        ('The report claims that "no ferry sails in fog". Two sailed in May, so the claim is false.', "DISPUTES"),
        ('"Every dose is checked twice." Only on weekdays. We would qualify that sentence.', "QUALIFIES"),
        ('We consider the claim that "the vault locks by itself" to be supported.', "AGREES_WITH"),
        ('The statement that "all valves are logged" is confirmed for the old plant only.', "QUALIFIES"),
        ('"Pumps are restarted by themselves." They do. The Pump Guard drill showed it, and we agree.', "AGREES_WITH"),
    ],
)
def test_a_verdict_is_of_the_statement_repeated(paragraph: str, type_: str) -> None:
    read = review("## Our view", paragraph)

    (claim,) = {each.name for each in elements(read, "claim")}
    assert {aim for _, aim in ends(read, type_)} == {claim}
    others = {"DISPUTES", "QUALIFIES", "AGREES_WITH"} - {type_}
    assert not any(ends(read, other) for other in others)


def test_a_verdict_that_names_another_thing_is_of_that() -> None:
    read = review(
        "| Control | Owner |",
        "| Fog horn | Harbour Office |",
        'The report says that "no ferry sails in fog". We dispute the Fog horn.',
    )

    assert {aim for _, aim in ends(read, "DISPUTES")} == {"Fog horn"}


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("1. The claim is wrong, as the drill of May shows.", "2. The ledger is accurate in every line."), {"1", "2"}),
        (("Comment 4. We dispute that the vault was tried by night.",), {"4"}),
        (("3.2 The count is not correct for the old wards.",), {"3.2"}),
        (("### HB-7 Ramp", "Status: disputed. The ramp was never tried in ice."), {"HB-7"}),
        (("1. The claim is wrong, as the drill shows.", "# More", "1. The ledger is accurate in every line."), set()),
    ],
)
def test_a_point_has_the_number_of_its_item(lines: tuple[str, ...], numbers: set[str]) -> None:
    read = review("## Points", *lines)

    assert {each.number for each in elements(read, "finding") if each.number} == numbers


def test_a_row_that_repeats_a_statement_makes_a_point() -> None:
    read = review(
        "| Ref | They say | We say |",
        '| B-1 | "No ferry sails in fog" | Disagree: two sailed in May |',
        '| B-2 | "The ramp is salted daily" | Agree, seen in the log |',
        "| B-3 | Layout | The maps are too small |",
    )

    assert ends(read, "DISPUTES") == {("B-1", "No ferry sails in fog")}
    assert ends(read, "AGREES_WITH") == {("B-2", "The ramp is salted daily")}


def test_those_who_are_judged_make_no_points() -> None:
    read = review("Authors: We accept that the claim is wrong, and thank you.")

    assert not elements(read, "finding")


@pytest.mark.parametrize(
    "limit", ["works only while the tide gauge is read", "holds only as long as the tide gauge works"]
)
def test_a_condition_is_not_what_a_reservation_is_about(limit: str) -> None:
    read = review("| Control | Needs |", "| Sluice gate | Tide gauge |", "## Remarks", f"The Sluice gate {limit}.")

    assert {aim for _, aim in ends(read, "QUALIFIES")} == {"Sluice gate"}


@pytest.mark.parametrize(
    ("answer", "type_"),
    [
        ("In May nobody at the quay was able to find it.", "DISPUTES"),
        ("The old ward keeps no such book.", "DISPUTES"),
        ("The sisters do so on most nights.", "QUALIFIES"),
    ],
)
def test_what_is_said_behind_a_repeated_statement_answers_it(answer: str, type_: str) -> None:
    read = review("## Our view", f'The report says that "every dose is written down". {answer}')

    (finding,) = elements(read, "finding")
    assert ends(read, type_) == {(finding.name, "Every dose is written down")}


@pytest.mark.parametrize(
    "paragraph",
    [
        "The report has nine chapters. In May nobody was able to find it.",
        'The report says that "every dose is logged".',
    ],
)
def test_nothing_is_answered_without_a_statement_and_words_behind_it(paragraph: str) -> None:
    assert not elements(review("## Our view", paragraph), "finding")
