from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from ingest.extractors.rules.points import clipped
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


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (
            (
                "**First point: the siren does not carry to the quarry.** I stood there and heard none.",
                "**Second point: the pump log.** Its pages are numbered. I cannot accept it as a record.",
                "**Third point: the guard rota is sound.** I agree with the authors here.",
            ),
            {
                "The siren does not carry to the quarry",
                "The pump log: I cannot accept it as a record",
                "The guard rota is sound",
            },
        ),
        (
            (
                "First concern: the ledger is kept by those whom it watches. It should be kept elsewhere.",
                "Second concern: two of the signatures were given on one day.",
                "Final concern: nobody may open the vault at night.",
            ),
            {
                "The ledger is kept by those whom it watches",
                "Two of the signatures were given on one day",
                "Nobody may open the vault at night",
            },
        ),
    ],
)
def test_labelled_paragraphs_are_the_findings_and_no_others(paragraphs: tuple[str, ...], found: set[str]) -> None:
    read = review("## Points", "It says what such reports leave out, and I agree with that.", *paragraphs)

    assert names(read, "finding") == found


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        (
            "Ada Brook does not accept the figure of nine. Tom Reyes is less sure, and calls it plausible but untested.",
            2,
        ),
        ("I agree that the valve closes in time. The report omits, however, who may open it at night.", 2),
        (
            "Three matters were beyond us. The log was not shown to us. Second, the test was withheld. Third, we could not judge the filter.",
            3,
        ),
        ("We do not agree that the dome is shut. We would rate the survey as weak evidence.", 1),
        ("The dome is shut at night. The survey was made in May by two students of the college.", 0),
    ],
)
def test_a_paragraph_makes_as_many_points_as_it_turns(paragraph: str, count: int) -> None:
    assert len(names(review("## Our view", paragraph), "finding")) == count


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("We disagree. Two of the nine pumps have no spare.", "We disagree: Two of the nine pumps have no spare"),
        ("I dispute it. The nurse on duty signs for both.", "I dispute it: The nurse on duty signs for both"),
        ("We doubt that the tower saw the second aircraft.", "We doubt that the tower saw the second aircraft"),
    ],
)
def test_an_opinion_without_content_is_named_with_its_reason(paragraph: str, name: str) -> None:
    read = review("## Our view", f"The report says that all is well in the plant. {paragraph}")

    assert names(read, "finding") == {name}


def test_a_view_of_the_conclusion_is_about_the_overall_claim() -> None:
    read = review(
        "## Our view", "We agree that the risk of a flood from the upper dam is very low, all things considered."
    )

    assert {claim for _, claim in ends(read, "AGREES_WITH")} == {"The risk of a flood from the upper dam is very low"}


def test_the_topic_of_a_numbered_point_names_a_control() -> None:
    read = review("## Points", "1. Track interlock. I agree that the interlock works as described.")

    assert {target for _, target in ends(read, "AGREES_WITH")} == {"Track interlock"}


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        (
            "We disagree with the section on fire. In addition, the report does not discuss who may open the sluice.",
            {"We disagree with the section on fire", "The report does not discuss who may open the sluice"},
        ),
        (
            "The account of the brakes is too confident. We could not verify the figure of nine in ten.",
            {"The account of the brakes is too confident", "We could not verify the figure of nine in ten"},
        ),
    ],
)
def test_what_is_added_to_a_point_is_another(paragraph: str, found: set[str]) -> None:
    assert names(review("## Our view", paragraph), "finding") == found


def test_who_prepared_a_critique_raises_its_findings() -> None:
    lines = ("# Comments", "Prepared by Olu Farrow, Brightwater Institute", "We doubt that the sluice was shut in May.")

    assert {by for _, by in ends(extracted(*lines, kind=DocumentKind.CRITIQUE), "RAISED_BY")} == {"Olu Farrow"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We agree that twin-key custody is a strong control.", "Twin-key custody"),
        ("The report overstates what the tide filter can do at night.", "Tide filter"),
    ],
)
def test_what_is_called_a_control_in_a_view_is_one(sentence: str, name: str) -> None:
    assert name in names(review("## Our view", sentence), "control")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("While we tested the valve, we did not test the whole line.", "We did not test the whole line"),
        ("Although the audit is sound, it never looked at nights.", "It never looked at nights"),
        ("Though reviewers agreed, nobody asked the pilots about it.", "Nobody asked the pilots about it"),
        ("While we wait, it is late.", "While we wait, it is late"),
    ],
)
def test_a_name_leaves_out_what_is_only_conceded(text: str, name: str) -> None:
    assert clipped(text) == name


@pytest.mark.parametrize(
    ("opening", "opinion"),
    [
        ("Claim 2 is another matter.", "I do not think that you have shown it."),
        ("Claim 2 surprised me when I read it.", "I would not count it as things stand."),
        ("Claim 2 is where we part.", "I would give it none of the weight that you give it."),
    ],
)
def test_it_is_the_numbered_thing_with_which_the_sentence_before_opens(opening: str, opinion: str) -> None:
    lines = ("# Memo", "From: Ada Brink, Hull Office.", f"{opening} {opinion} The fog drill was held in May.")

    assert {target for _, target in ends(extracted(*lines, kind=DocumentKind.CRITIQUE), "DISPUTES")} == {"2"}


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is near Claim 2 in the table. I do not think that you have shown it.",
        "Claim 2 and Claim 3 are long. Pumps matter. I do not think that you have shown the depth.",
        "Claim 2 is short. I would count it.",
    ],
)
def test_a_number_in_passing_and_no_opinion_give_no_dispute(text: str) -> None:
    lines = ("# Memo", "From: Ada Brink, Hull Office.", text)

    assert not ends(extracted(*lines, kind=DocumentKind.CRITIQUE), "DISPUTES")
