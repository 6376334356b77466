"""Texts near each other by their words: found without comparing all with all, and the same in every run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.embedders.lexical import LEAST, LexicalEmbedder

WORDS = st.sampled_from(["gate", "lock", "night", "harbour", "monitor", "monitors", "crane", "brake"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=12)


def pairs(texts: list[str]) -> list[tuple[int, int]]:
    return [(near.one, near.other) for near in LexicalEmbedder().near(texts)]


def test_texts_that_share_a_word_are_near() -> None:
    assert pairs(["night lock", "crane brake", "lock of the night"]) == [(0, 2)]


def test_a_rare_word_finds_its_pair_among_thousands_that_share_another() -> None:
    texts = [f"monitor of weir {number:04}" for number in range(2000)]
    texts[17] = "monitor of the orrery"
    texts[1800] = "orrery monitor"

    assert (17, 1800) in pairs(texts)


def test_pairs_grow_with_the_number_of_texts_and_not_with_its_square() -> None:
    texts = [f"monitor of weir {number:04}" for number in range(2000)]

    assert len(pairs(texts)) < 20 * len(texts)


@given(TEXTS)
def test_every_pair_is_found_once_and_is_near_enough(texts: list[str]) -> None:
    found = list(LexicalEmbedder().near(texts))

    assert len({(near.one, near.other) for near in found}) == len(found)
    assert all(near.one < near.other and LEAST <= near.likeness <= 1 for near in found)


@given(TEXTS)
def test_equal_texts_in_a_small_crowd_are_always_near(texts: list[str]) -> None:
    equal = {(a, b) for b in range(len(texts)) for a in range(b) if texts[a] == texts[b]}

    assert equal <= set(pairs(texts))
