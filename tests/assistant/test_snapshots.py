"""What `ask --json` prints for the questions that the product exists for."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from assistant import Scope, ask
from tests.assistant.cases import vault_case

SCOPE = Scope(vault_case())


@pytest.mark.parametrize(
    "question",
    [
        "What breaks if the bucket permission is wrong?",
        "What breaks if Harbour Review is right?",
        "What takes Pathway 2 down alone?",
        "Who is paged by the Vault Gate, and how fast?",
        "What breaks if the watcher fails?",
        "Who owns Watcher B?",
    ],
)
def test_an_answer_keeps_its_shape_and_words(question: str, snapshot: SnapshotAssertion) -> None:
    assert ask(question, SCOPE).model_dump(mode="json", exclude_defaults=True) == snapshot
