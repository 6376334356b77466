"""What to ask next has an answer, and is understood when it is asked."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.answer import Status
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


@pytest.mark.parametrize(
    "question",
    [
        "What breaks if the Vault Gate fails?",
        "Who owns the Vault Gate?",
        "What does Claim 2 rest on?",
        "Which controls are load-bearing?",
        "What do the reviewers say about Claim 3?",
    ],
)
def test_every_followup_has_an_answer(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.followups
    assert [ask(next_, SCOPE).status for next_ in answer.followups] == [Status.ANSWERED] * len(answer.followups)


def test_a_refusal_offers_no_followup() -> None:
    assert ask("Who owns Watcher C?", SCOPE).followups == ()
