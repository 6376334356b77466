"""A question is read in a way only where it has a word without which nobody means that."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.answer import IntentName, Status
from assistant.bank import bank
from assistant.planners.suiting import says_what_is_meant
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


def test_every_phrasing_says_what_its_reading_means() -> None:
    silent = [
        (reading, phrasing) for reading, phrasing in bank().phrasings if not says_what_is_meant(reading, phrasing)
    ]

    assert silent == []


@pytest.mark.parametrize(
    "question",
    [
        "What is the budget of the Vault Team?",
        "Could the thief hide its tracks?",
        "How often does the duty engineer sleep at the Vault Gate?",
        "Which ship does the report sail on?",
    ],
)
def test_what_only_sounds_like_a_question_is_not_answered(question: str) -> None:
    assert ask(question, SCOPE).status not in {Status.ANSWERED, Status.NOTHING_BREAKS}


@pytest.mark.parametrize(
    "question",
    [
        "Which controls are painted green?",
        "Which evidence is older than the gate?",
        "Which pathways were not argued by lawyers?",
        "Give me all the gossip",
    ],
)
def test_a_list_is_not_shown_whole_where_part_of_it_was_asked_for(question: str) -> None:
    assert ask(question, SCOPE).status is not Status.ANSWERED


def test_a_ranking_is_no_answer_about_one_thing() -> None:
    assert ask("What should we do first with the Vault Gate?", SCOPE).intent is not IntentName.RANKING


def test_one_named_thing_is_asked_for_its_importance_as_a_failure() -> None:
    answer = ask("Is the Vault Gate a single point of failure?", SCOPE)

    assert answer.intent is IntentName.IMPACT
    assert "pathway-2" in {pathway.id for pathway in answer.pathways}
