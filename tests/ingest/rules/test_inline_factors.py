from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, relations


def weights(sentence: str) -> dict[str, str | None]:
    read = extracted("# Study", "## Pathway 1: Harm", sentence)
    called = {each.key: each.name for each in read.elements}
    return {called[line.target]: line.strength for line in relations(read, "SUPPORTED_BY")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Mitigating factors: egress limits (strong), dual approval (moderate) and lack of motive (weak).",
            {"Egress limits": "strong", "Dual approval": "moderate", "Lack of motive": "weak"},
        ),
        (
            "The risk is held down by the relief valve (strong) and by operator rounds (weak).",
            {"Relief valve": "strong", "Operator rounds": "weak"},
        ),
        (
            "The safeguards are the daily limit (moderate weight); the second signature (strong).",
            {"Daily limit": "moderate", "Second signature": "strong"},
        ),
    ],
)
def test_a_sentence_lists_factors_with_their_weights(sentence: str, expected: dict[str, str]) -> None:
    assert weights(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Aggravating factors: old pipes (strong), night shifts (moderate).",
        "Mitigating factors: egress limits (see section 4) and approval (new).",
        "The wind was measured at the mast (strong) and at the gate (weak).",
        "We would not rely on vetting (weak) and badges (weak).",
    ],
)
def test_other_sentences_weigh_nothing(sentence: str) -> None:
    assert not weights(sentence)
