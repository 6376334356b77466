from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted


def talk(question: str, answer: str) -> Proposals:
    turns = (
        "Jo Lind: What stops a flood?",
        "Ines Roth: There's a tide gate. It closes by itself.",
        f"Jo Lind: {question}",
        f"Ines Roth: {answer}",
    )
    return extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("question", "answer", "need"),
    [
        ("What does the tide gate need?", "The gauge relay has to be there.", "Gauge relay"),
        ("What does the tide gate go by?", "It's the level table that says what is high.", "Level table"),
        ("And the winch motor?", "The tide gate can't work without it.", "Winch motor"),
        ("Who fills the level table?", "Well, there can't be a gate without it.", "Level table"),
        ("What does the tide gate see?", "Everything, as long as it comes in through the gauge relay.", "Gauge relay"),
        ("Anything else?", "Really, without a level table you haven't got a gate.", "Level table"),
        ("Anything else?", "The winch motor. If the winch motor sticks, nobody can close anything.", "Winch motor"),
    ],
)
def test_what_talk_says_must_be_there_is_needed(question: str, answer: str, need: str) -> None:
    assert ("Tide gate", need) in ends(talk(question, answer), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("And if the level table is wrong?", "Then the tide gate is wrong."),
        ("What if the level table is lost?", "Then nothing closes."),
        ("Suppose the level table is down?", "The tide gate is blind."),
    ],
)
def test_a_loss_that_is_asked_about_and_harms_is_a_need(question: str, answer: str) -> None:
    assert ends(talk(question, answer), "DEPENDS_ON") == {("Tide gate", "Level table")}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("And if the level table is wrong?", "Nothing much. It carries on as before."),
        ("What does the tide gate need?", "The gauge relay doesn't have to be there."),
        ("What does the tide gate need?", "The gauge relay might have to be there."),
        ("What if the level table is lost?", "We print another one."),
    ],
)
def test_what_is_denied_or_harmless_is_no_need(question: str, answer: str) -> None:
    assert ends(talk(question, answer), "DEPENDS_ON") == set()


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("The tide gate runs on a level table that only Gunnar Friis can edit.", "Gunnar Friis"),
        (
            "It runs on the level table. That comes from Gunnar Friis. He's the only one who can read it.",
            "Gunnar Friis",
        ),
        ("It runs on the level table. Nobody but Gunnar Friis understands the level table.", "Gunnar Friis"),
    ],
)
def test_what_only_one_can_do_depends_on_that_one(said: str, whom: str) -> None:
    read = talk("Who is Gunnar Friis?", f"That's Gunnar Friis, the dyke warden. {said}")

    assert ("Level table", whom) in ends(read, "DEPENDS_ON")


@pytest.mark.parametrize(
    "said",
    ["The level table is fine, and Gunnar Friis only reads the paper.", "It isn't that only Gunnar Friis can edit the level table."],
)  # fmt: skip
def test_what_others_can_do_too_depends_on_nobody(said: str) -> None:
    read = talk("Who is Gunnar Friis?", f"That's Gunnar Friis, the dyke warden. {said}")

    assert all(target != "Gunnar Friis" for _, target in ends(read, "DEPENDS_ON"))


def test_the_clause_of_a_condition_is_not_what_it_means() -> None:
    read = talk("Anything else?", "If the level table goes, the tide gate is blind. It reads from the gauge bus.")

    assert ("Tide gate", "Gauge bus") in ends(read, "DEPENDS_ON")
