from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted


def called(*turns: str) -> dict[str, set[str]]:
    read = extracted("A call with Ines Roth, Harbour Services", *turns, kind=DocumentKind.INTERVIEW)
    return {each.name: set(each.aliases) for each in read.elements if each.kind in {"control", "dependency"}}


@pytest.mark.parametrize(
    ("question", "answer", "name", "nickname"),
    [
        ("What do you run?", "The oversight dashboard, everybody calls it the Lighthouse. I watch it.", "Oversight dashboard", "Lighthouse"),
        ("Describe the trusted monitor.", "It's a smaller model. We call it the Chaperone.", "Trusted monitor", "Chaperone"),
        ("What stops a train?", "There is the axle counter. People call it the Abacus.", "Axle counter", "Abacus"),
        ("Let's start with the turnstile.", 'On paper, "just-in-time access broker". It asks a human.', "Just-in-time access broker", "turnstile"),
        ("Tell me about the Mule.", "Officially, the medicine hoist gate. It sticks.", "Medicine hoist gate", "Mule"),
    ],
)  # fmt: skip
def test_a_nickname_goes_with_the_thing_just_described(question: str, answer: str, name: str, nickname: str) -> None:
    assert nickname in called(f"Jo Lind: {question}", f"Ines Roth: {answer}")[name]


@pytest.mark.parametrize(
    "answer",
    [
        "It's a script. We call it the Chaperone.",
        "The night porter, we call him the Owl.",
        "On paper, nobody does.",
    ],
)
def test_what_is_not_described_gets_no_nickname(answer: str) -> None:
    assert all(not aliases for aliases in called("Jo Lind: What do you run?", f"Ines Roth: {answer}").values())
