from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names


def talk(question: str, answer: str) -> dict[str, set[str]]:
    turns = ("Jo Lind: Thanks for coming.", "Ines Roth: Gladly.", f"Jo Lind: {question}", f"Ines Roth: {answer}")
    read = extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)
    return {kind: names(read, kind) for kind in ("control", "dependency")}


@pytest.mark.parametrize(
    ("question", "control"),
    [
        ("Let's start with the action classifier.", "Action classifier"),
        ("What does the vault lock hang on?", "Vault lock"),
        ("And the egress meter?", "Egress meter"),
        ("So what happens when the level trip fails?", "Level trip"),
        ("Do you trust the prescribing screen?", "Prescribing screen"),
        ("What would make the loss-curve watcher useless?", "Loss-curve watcher"),
        ("Has the dose interlock ever failed?", "Dose interlock"),
    ],
)
def test_a_control_asked_about_by_a_noun_phrase_is_one(question: str, control: str) -> None:
    assert control in talk(question, "I could talk about that for hours.")["control"]


@pytest.mark.parametrize(
    ("question", "dependency"),
    [
        ("Who looks after the metrics store?", "Metrics store"),
        ("Who owns the run registry?", "Run registry"),
        ("What if the berth calendar is wrong?", "Berth calendar"),
    ],
)
def test_apparatus_asked_about_is_a_dependency(question: str, dependency: str) -> None:
    assert dependency in talk(question, "I could talk about that for hours.")["dependency"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Let's start with the night of the ninth.", "It was raining."),
        ("What does the safety case say?", "A good deal."),
        ("Who runs the harbour office?", "A man called Tom."),
        ("And the other thing?", "Which one?"),
        ("What would you like to see?", "I wish there was a second tide gate."),
    ],
)
def test_what_is_no_apparatus_stays_text(question: str, answer: str) -> None:
    assert talk(question, answer) == {"control": set(), "dependency": set()}


@pytest.mark.parametrize(
    ("answer", "control"),
    [
        ("The tide curtain, mostly.", "Tide curtain"),
        ("There's a pressure guard, which cuts the feed.", "Pressure guard"),
        ("The sluice watcher flags every opening.", "Sluice watcher"),
    ],
)
def test_an_answer_names_the_control_that_acts(answer: str, control: str) -> None:
    assert control in talk("What keeps the water out?", answer)["control"]


def test_a_single_noun_that_is_asked_about_is_the_longer_name_of_the_text() -> None:
    found = talk("No ship leaves without the pilot gate. What is the gate?", "A man with a lamp.")

    assert found["control"] == {"Pilot gate"}


def test_two_small_words_are_no_test() -> None:
    read = extracted(
        "A call", "Jo Lind: Ever pressed?", "Ines Roth: In drills.", "Jo Lind: Fine.", kind=DocumentKind.INTERVIEW
    )

    assert names(read, "evidence") == set()
