"""What later questions refer to."""

from __future__ import annotations

import pytest

from assistant import Answer, Scope, Turn, ask
from assistant.answer import IntentName, Status
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


def after(*questions: str) -> Answer:
    """The answer to the last of some questions that are asked one after the other."""
    return talk(*questions)[-1]


def talk(*questions: str) -> list[Answer]:
    """The answers to some questions that are asked one after the other."""
    history: list[Turn] = []
    for question in questions:
        history.append(Turn(question=question, answer=ask(question, SCOPE, history=history)))
    return [turn.answer for turn in history]


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


def test_both_are_the_last_two_that_were_asked_about() -> None:
    answer = after("What breaks if Watcher A fails?", "And Watcher B?", "And if both fail?")

    assert set(subjects(answer)) == {"watcher-a", "watcher-b"}


def test_both_of_one_thing_is_not_understood() -> None:
    assert after("What breaks if Watcher A fails?", "And if both fail?").status is Status.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "question",
    ["Why?", "How do you know?", "Show me the quote.", "Says who?", "Where does it say that?", "Can you explain?"],
)
def test_grounds_are_the_steps_behind_the_last_answer(question: str) -> None:
    answer = after("What breaks if the bucket permission is wrong?", question)

    assert answer.statements[0].text == "Vault Gate needs Bucket permission."
    assert "only means anything while" in answer.citations[0].quote


def test_grounds_of_nothing_said_are_not_understood() -> None:
    assert after("Why?").status is not Status.ANSWERED


@pytest.mark.parametrize("question", ["What survives?", "Which pathways are lost?", "And what else is affected?"])
def test_more_of_a_scenario_is_the_scenario_again(question: str) -> None:
    first, second = talk("What breaks if the bucket permission is wrong?", question)

    assert second.pathways == first.pathways


def test_the_first_one_is_the_first_of_the_last_list() -> None:
    answer = after("Which claims are disputed?", "Who disputes the first one?")

    assert subjects(answer) == ["claim-3"]


def test_they_are_the_people_of_the_last_answer() -> None:
    answer = after("Who owns the Vault Gate?", "What else do they own?")

    assert subjects(answer) == ["vault-team"]


@pytest.mark.parametrize(
    ("question", "found"), [("Who owns it?", "vault-team"), ("And who is paged?", "duty-engineer")]
)
def test_a_question_without_a_name_is_about_the_last_subject(question: str, found: str) -> None:
    answer = after("What breaks if the Vault Gate fails?", question)

    assert found in {element.id for element in answer.elements}


def test_a_question_that_found_nothing_is_forgotten() -> None:
    answer = after("What breaks if the Vault Gate fails?", "Is that painted green?", "Who owns it?")

    assert subjects(answer) == ["vault-gate"]


@pytest.mark.parametrize(
    "second", ["Watcher B", "watcher b.", "Watcher B (control)", "the Watcher B", "Just Watcher B"]
)
def test_naming_which_is_meant_asks_the_pending_question_of_it(second: str) -> None:
    answer = after("What breaks if the watcher fails?", second)

    assert (answer.intent, subjects(answer)) == (IntentName.IMPACT, ["watcher-b"])
    assert answer.question.casefold() == "what breaks if the watcher b fails?"


def test_a_question_after_which_is_meant_goes_on_from_the_element_named() -> None:
    answer = after("Who owns the watcher?", "Watcher B", "And Watcher A?")

    assert (answer.intent, subjects(answer)) == (IntentName.WHO, ["watcher-a"])


@pytest.mark.parametrize("second", ["Vault Gate", "Who owns Watcher B?", "the watcher", "no idea"])
def test_what_does_not_say_which_is_meant_is_asked_as_it_stands(second: str) -> None:
    answer = after("What breaks if the watcher fails?", second)

    assert answer.question == second


def test_which_of_those_are_what_the_last_question_and_answer_named() -> None:
    scope = Scope(vault_case())
    first = "What breaks if Watcher A and the Vault Gate both fail?"

    answer = ask("Which of those has no owner?", scope, history=[Turn(question=first, answer=ask(first, scope))])

    assert [element.id for element in answer.elements] == ["watcher-a"]
