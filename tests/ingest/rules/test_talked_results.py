from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted


def talk(answer: str) -> Proposals:
    turns = (
        "Jo Lind: What stops a flood?",
        "Ines Roth: There's a tide gate. It closes by itself.",
        "Jo Lind: Does it work?",
        f"Ines Roth: {answer}",
    )
    return extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("answer", "test"),
    [
        ("For the gate there was the spring-tide test. Last time it was thirty of thirty.", "Spring-tide test"),
        ("In the August drill it was forty seconds.", "August drill"),
        ("We did the fire drill, with twelve boats. It was windy. It stopped nine of the twelve.", "Fire drill"),
    ],
)
def test_a_test_that_talk_names_tries_the_control_spoken_of(answer: str, test: str) -> None:
    assert ends(talk(answer), "EVALUATED_BY") == {("Tide gate", test)}


@pytest.mark.parametrize(
    "answer",
    [
        "In the last year it caught nine errors out of sixty-two.",
        "We put forty dummy boats through it last June. It stopped thirty-six.",
        "We had testers in, in the spring. Four days. They didn't get past it.",
        "We planted twelve leaks to see if it worked, and the gate found twelve.",
    ],
)
def test_a_result_without_a_name_is_evidence_of_the_control(answer: str) -> None:
    read = talk(answer)

    [evidence] = elements(read, "evidence")
    assert ends(read, "EVALUATED_BY") == {("Tide gate", evidence.name)}


@pytest.mark.parametrize(
    "answer",
    [
        "It would catch nine out of ten, I suppose.",
        "Nobody has ever tried. We might do a drill.",
        "I've heard that it caught nine out of ten.",
        "Three of the five of us live near it.",
    ],
)
def test_what_was_not_tried_is_no_evidence(answer: str) -> None:
    assert ends(talk(answer), "EVALUATED_BY") == set()
