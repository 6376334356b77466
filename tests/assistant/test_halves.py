"""Two questions in one, about one thing, are both answered; anything else stays one question."""

from __future__ import annotations

import pytest

from assistant import Scope, Turn, ask
from assistant.answer import Status
from assistant.dialogue import subjects_of
from assistant.halves import planned
from assistant.intents import Context
from assistant.planners.phrasing import PhrasingPlanner
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


def parts(question: str) -> int:
    return len(planned(question, SCOPE, Context(), planner=PhrasingPlanner()))


@pytest.mark.parametrize(
    "question",
    [
        "Who owns the Vault Gate, and whom does it alert?",
        "Whose is the Vault Gate and who gets its alarms?",
        "Who is paged by the Vault Gate, and does anybody own it?",
    ],
)
def test_both_questions_about_a_thing_are_answered(question: str) -> None:
    answer = ask(question, SCOPE)

    assert {element.id for element in answer.elements} == {"vault-team", "duty-engineer"}
    assert [subject.id for subject in answer.subjects] == ["vault-gate"]
    assert answer.read_as.count("vault gate") + answer.read_as.count("Vault Gate") == 2


def test_what_nobody_says_is_told_beside_what_somebody_says() -> None:
    answer = ask("How was Watcher A tested, and does anybody own it?", SCOPE)

    assert answer.status is Status.ANSWERED
    assert any("no owner is recorded" in statement.text for statement in answer.statements)


def test_the_reading_asked_again_gives_both_answers() -> None:
    answer = ask("Who owns the Vault Gate, and whom does it alert?", SCOPE)

    again = ask(answer.read_as.split(" · ")[0], SCOPE)

    assert {element.id for element in again.elements} == {"vault-team", "duty-engineer"}


@pytest.mark.parametrize(
    "question",
    [
        "Who is paged when the Vault Gate refuses a read, and how fast?",
        "What breaks if Watcher A and Watcher B fail?",
        "Who owns the Vault Gate and the Brook log pipeline?",
        "Who owns the badge reader, and whom does it alert?",
    ],
)
def test_a_question_without_a_second_one_about_the_same_thing_stays_one(question: str) -> None:
    assert parts(question) == 1


def test_a_follow_up_goes_on_from_the_thing_that_both_were_about() -> None:
    question = "Who owns the Vault Gate, and whom does it alert?"
    turn = Turn(question=question, answer=ask(question, SCOPE))

    answer = ask("What breaks if it fails?", SCOPE, history=(turn,))

    assert [subject.id for subject in answer.subjects] == ["vault-gate"]


def test_who_else_is_told_are_those_whom_the_first_ones_tell() -> None:
    question = "Who is told when the Vault Gate trips?"
    turn = Turn(question=question, answer=ask(question, SCOPE))

    answer = ask("Who else?", SCOPE, history=(turn,))

    assert [element.id for element in answer.elements] == ["nora-quist"]


def test_both_parts_have_the_one_subject() -> None:
    found = planned("Who owns the Vault Gate, and whom does it alert?", SCOPE, Context(), planner=PhrasingPlanner())

    assert [subjects_of(intent) for _, intent in found] == [("vault-gate",), ("vault-gate",)]
