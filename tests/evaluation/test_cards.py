from __future__ import annotations

import pytest

from tests.evaluation.cards import score_cards


@pytest.mark.parametrize(
    ("name", "extraction"),
    [
        ("critiques-read", 0.65),
        ("critiques-unread", 0.425),
        ("incidents-read", 0.64),
        ("incidents-unread", 0.535),
        ("interviews-read", 0.655),
        ("interviews-unread", 0.425),
        ("reports-read", 0.64),
        ("reports-unread", 0.48),
    ],
)
def test_cards_keep_their_scores(name: str, extraction: float) -> None:
    assert score_cards(name).total >= extraction
