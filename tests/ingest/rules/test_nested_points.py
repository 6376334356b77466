"""Points that a critique announces and then counts, and what each of them is about."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names


def review(*lines: str) -> Proposals:
    return extracted(
        "# Review of the dock report", "Ada Brook, Northgate Institute", *lines, kind=DocumentKind.CRITIQUE
    )


@pytest.mark.parametrize(
    ("announced", "points", "targets"),
    [
        (
            "We have three concerns.",
            "First, the report overstates the reach of the fog siren. Second, the crane lock was tried in summer. Third, we could not verify that the berth gate closes at night.",
            {"Fog siren", "Crane lock", "Berth gate"},
        ),
        (
            "Two doubts remain.",
            "The first is that the dose check holds only if nurses enter the weight. The second concerns the ward alarm, which rings in an empty room.",
            {"Dose check", "Ward alarm"},
        ),
        (
            "There are several weaknesses.",
            "First, the ledger seal is untested. Second, the vault patrol is seen on working days only.",
            {"Ledger seal", "Vault patrol"},
        ),
    ],
)
def test_announced_points_are_counted_in_the_next_paragraph(announced: str, points: str, targets: set[str]) -> None:
    read = review("The pier opened in May, and we visited it twice. " + announced, points)

    assert len(elements(read, "finding")) == len(targets)
    assert {target for _, target in ends(read, "QUALIFIES")} <= targets
    assert len(ends(read, "QUALIFIES")) >= len(targets) - 1


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("We have three boats.", "First, the red one was painted. Second, the blue one was sold."),
        ("We had three concerns.", "## Method", "First, we read the plan. Second, we walked the pier."),
        ("The report says little.", "The first is the north pier. The second is the south pier."),
    ],
)
def test_what_nobody_announced_is_not_counted(paragraphs: tuple[str, ...]) -> None:
    assert not names(review(*paragraphs), "finding")


@pytest.mark.parametrize(
    ("sentence", "type_", "target"),
    [
        ("Ada Brook regards the berth gate as unproven.", "QUALIFIES", "Berth gate"),
        ("In our view the report overlooks that the ward alarm has one battery.", "QUALIFIES", "Ward alarm"),
        ("The inference from the tank trial holds only if the crew is unaware of it.", "QUALIFIES", "Tank trial"),
        ("We are satisfied that the vault seal works as described.", "AGREES_WITH", "Vault seal"),
        ("We take issue with the crane interlock as it is presented here.", "DISPUTES", "Crane interlock"),
        ("The argument for the fog siren would be more convincing if it had been heard.", "QUALIFIES", "Fog siren"),
    ],
)
def test_an_opinion_is_about_what_stands_behind_its_words(sentence: str, type_: str, target: str) -> None:
    assert {aim for _, aim in ends(review(sentence), type_)} == {target}


def test_it_is_what_the_point_before_in_the_paragraph_is_about() -> None:
    read = review(
        "Ada Brook regards the berth gate as unproven. Tom Reyes considers it adequate for now. Tom Reyes sails.",
    )

    assert {aim for _, aim in ends(read, "QUALIFIES")} == {"Berth gate"}


def test_a_thing_that_only_the_report_introduces_has_the_needs_that_a_critique_tells() -> None:
    read = review(
        "We have no objection to the kill switch. Our one worry about it is that it depends on the relay board."
    )

    assert ends(read, "DEPENDS_ON") == {("Kill switch", "Relay board")}
    assert {aim for _, aim in ends(read, "QUALIFIES")} == {"Kill switch"}
    assert all(each.mention for each in elements(read, "control"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Our remarks follow; where we say nothing, we have no quarrel with the text.",
        "Where a remark says that we disagree, we mean the thing should not be counted.",
        "Unless we say that one of us agrees with it alone, both of us do.",
    ],
)
def test_what_is_said_of_the_remarks_themselves_is_no_finding(sentence: str) -> None:
    assert not names(review(sentence), "finding")


@pytest.mark.parametrize(
    ("paragraph", "claim", "type_"),
    [
        (
            "We share the authors' view that the crane never swings over people.",
            "The crane never swings over people",
            "AGREES_WITH",
        ),
        ("We do not accept the report's conclusion that no dose is given twice.", "No dose is given twice", "DISPUTES"),
        ("We accept the claim that the vault stays shut at night.", "The vault stays shut at night", "AGREES_WITH"),
    ],
)
def test_an_opinion_of_a_reported_claim_is_about_the_claim(paragraph: str, claim: str, type_: str) -> None:
    assert {aim for _, aim in ends(review(paragraph), type_)} == {claim}


@pytest.mark.parametrize(
    ("sentence", "type_", "aim"),
    [
        ("We recommend that the berth gate be tested at high water.", "IMPROVES", "Berth gate"),
        ("We recommend replacing the paper checklist with a printed one.", "REPLACES", "Paper checklist"),
        ("The vault seal should be supplemented by a guard.", "BACKS_UP", "Vault seal"),
    ],
)
def test_a_recommendation_is_a_mitigation_of_what_it_names(sentence: str, type_: str, aim: str) -> None:
    read = review(
        "The berth gate stops lorries. The vault seal locks the door. The paper checklist is kept by the crew.",
        "## Recommendations",
        sentence,
    )

    assert len(elements(read, "mitigation")) == 1
    assert {target for _, target in ends(read, type_)} == {aim}


def test_several_changes_of_one_sentence_are_several_mitigations() -> None:
    read = review(
        "We propose three changes: close the side gate, move the siren to the pier, and name a keeper of the key."
    )

    assert names(read, "mitigation") == {
        "Close the side gate",
        "Move the siren to the pier",
        "Name a keeper of the key",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "We considered recommending that the pier be closed, and decided against it.",
        "We do not recommend that the siren be replaced.",
        "The authors recommend a visit in spring.",
    ],
)
def test_what_is_not_recommended_is_no_mitigation(sentence: str) -> None:
    assert not names(review(sentence), "mitigation")
