"""Words of one root are one word."""

from __future__ import annotations

import pytest

from assistant.stemming import stem, stems


@pytest.mark.parametrize(
    "words",
    [
        "detect detects detected detecting detection",
        "evaluate evaluated evaluation evaluating",
        "discover discovered discovers",
        "monitor monitors monitoring monitored",
        "policy policies",
        "stop stopped stops",
    ],
)
def test_forms_of_a_word_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("pair", ["reversible irreversible", "control contract", "monitor money", "claim climate"])
def test_other_words_keep_another_stem(pair: str) -> None:
    first, second = pair.split()

    assert stem(first) != stem(second)


def test_words_without_content_are_left_out() -> None:
    assert stems("What is the Vault Gate's owner?") == ("vault", "gate", "owner")
