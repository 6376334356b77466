"""Tests and failures that talk tells of when it is asked."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names

TITLE = "Interview with Ada Nwosu, ward pharmacy, Brannock Trust"


def talk(*turns: str) -> Proposals:
    return extracted(TITLE, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("question", "answer", "evidence"),
    [
        (
            "Have you ever tested it?",
            "Twice. In April it stopped all thirty sessions in a minute.",
            "In April it stopped all thirty sessions in a minute",
        ),
        ("When was it last tried?", "In May. It caught nine of ten bad labels.", "It caught nine of ten bad labels"),
        ("How do you know that it works?", "From the counts. They found 96% last time.", "They found 96% last time"),
        (
            "Has it ever failed?",
            "Once. In June the float stuck and the tank ran dry.",
            "In June the float stuck and the tank ran dry",
        ),
        (
            "Has that actually happened?",
            "Yes. Last winter the feed died and nobody noticed it.",
            "Last winter the feed died and nobody noticed it",
        ),
    ],
)
def test_an_answer_with_an_outcome_is_evidence(question: str, answer: str, evidence: str) -> None:
    read = talk("Ada: There's a dose interlock at the pump.", f"Bo: {question}", f"Ada: {answer}")

    assert ends(read, "EVALUATED_BY") == {("Dose interlock", evidence)}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Have you ever tested it?", "Never. It would take two minutes."),
        ("Have you ever tested it?", "Not since I came. It took nine minutes then, I was told."),
        ("Has it ever failed?", "I've heard that it failed once, in the autumn, for nine days."),
        ("Has it ever failed?", "No. In June we had a false alarm."),
        ("Will you test it?", "Yes, we plan to. It should take five minutes."),
        ("Do you like it?", "It took nine minutes to like it."),
    ],
)
def test_denials_hearsay_and_plans_are_no_evidence(question: str, answer: str) -> None:
    read = talk("Ada: There's a dose interlock at the pump.", f"Bo: {question}", f"Ada: {answer}")

    assert not names(read, "evidence")


@pytest.mark.parametrize(
    "said",
    [
        "A second pump without a label would be counted as the first one. We found that in testing.",
        "If the crew changes, the berth list stays as it was. We noticed this during the spring drill.",
        "A letter without a stamp goes straight through. They found that out in an audit.",
    ],
)
def test_what_was_found_in_a_test_is_evidence(said: str) -> None:
    read = talk("Ada: There's a volume cap at the gate.", f"Ada: {said}")

    assert {source for source, _ in ends(read, "EVALUATED_BY")} == {"Volume cap"}
