from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names


def talk(question: str, answer: str) -> Proposals:
    turns = (
        "Jo Lind: What do you defend?",
        "Ines Roth: I defend the claim that the harbour wall holds in every storm.",
        f"Jo Lind: {question}",
        f"Ines Roth: {answer}",
    )
    return extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("question", "answer", "trigger"),
    [
        ("What would make you give up the claim?", "If two soundings differed by more than a metre, I would stop defending it.", "Two soundings differed by more than a metre"),
        ("Is there anything that would make you drop it?", "If we saw a crack in more than five blocks, I'd drop it.", "We saw a crack in more than five blocks"),
        ("What would change your mind?", "If the wall moved at all in a calm sea.", "The wall moved at all in a calm sea"),
    ],
)  # fmt: skip
def test_what_would_end_a_claim_is_a_trigger_of_it(question: str, answer: str, trigger: str) -> None:
    read = talk(question, answer)

    assert ends(read, "INVALIDATES") == {(trigger, "The harbour wall holds in every storm")}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What would make you give up the claim?", "Nothing would."),
        ("What would you have for lunch?", "If there was fish left, I'd have fish."),
        ("Who would give it up?", "Somebody braver than me."),
    ],
)
def test_other_answers_give_no_trigger(question: str, answer: str) -> None:
    assert names(talk(question, answer), "trigger") == set()
