from __future__ import annotations

import pytest

from tests.evaluation.cards import score_cards


@pytest.mark.parametrize(
    ("name", "extraction"),
    [
        ("critiques-read", 0.61),
        ("critiques-unread", 0.41),
        ("incidents-read", 0.63),
        ("incidents-unread", 0.52),
        ("interviews-read", 0.61),
        ("interviews-unread", 0.42),
        ("reports-read", 0.59),
        ("reports-unread", 0.475),
    ],
)
def test_cards_keep_their_scores(name: str, extraction: float) -> None:
    assert score_cards(name).total >= extraction
