"""What later questions refer to."""

from __future__ import annotations

import pytest

from assistant import Answer, Scope, Turn, ask
from assistant.answer import IntentName
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


def after(*questions: str) -> Answer:
    """The answer to the last of some questions that are asked one after the other."""
    history: list[Turn] = []
    for question in questions:
        history.append(Turn(question=question, answer=ask(question, SCOPE, history=history)))
    return history[-1].answer


def subjects(answer: Answer) -> list[str]:
    return [subject.id for subject in answer.subjects]


@pytest.mark.parametrize(
    "second",
    ["And who owns it?", "And its owner?", "Who is responsible for that control?", "who looks after this control"],
)
def test_it_and_that_control_are_what_was_asked_about(second: str) -> None:
    answer = after("What breaks if the Vault Gate fails?", second)

    assert (answer.intent, subjects(answer)) == (IntentName.WHO, ["vault-gate"])


@pytest.mark.parametrize(
    "second", ["What about Watcher A instead?", "And Watcher A?", "How about Watcher A?", "Just Watcher A?"]
)
def test_a_name_alone_asks_the_same_of_something_else(second: str) -> None:
    answer = after("What breaks if the Vault Gate fails?", second)

    assert (answer.intent, subjects(answer)) == (IntentName.IMPACT, ["watcher-a"])


@pytest.mark.parametrize("second", ["And if Watcher B fails too?", "What if Watcher B is gone as well?"])
def test_too_adds_to_what_fails(second: str) -> None:
    answer = after("What breaks if Watcher A fails?", second)

    assert subjects(answer) == ["watcher-a", "watcher-b"]
    assert "weakened" not in {pathway.verdict for pathway in answer.pathways}


def test_a_chain_of_short_questions_keeps_its_intent() -> None:
    answer = after("Who owns the Vault Gate?", "And the Brook log pipeline?", "And Watcher A?")

    assert (answer.intent, subjects(answer)) == (IntentName.WHO, ["watcher-a"])


def test_it_is_the_best_of_a_ranking() -> None:
    answer = after("Which control is the most load-bearing?", "Who owns it?")

    assert subjects(answer) == ["vault-gate"]


def test_the_kind_of_a_reference_chooses_among_what_was_found() -> None:
    answer = after("Who owns the Brook log pipeline?", "What breaks if that team is gone?")

    assert subjects(answer) == ["plumbing-team"]


def test_nothing_is_referred_to_in_a_first_question() -> None:
    assert ask("Who owns it?", SCOPE).subjects == ()
