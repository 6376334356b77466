from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors.rules.concordance import Concordance

_WORDS = st.lists(
    st.sampled_from(("sluice", "the", "Sluice", "sluices", "weir-gate", "weir", "-", "'weir'", ",")), max_size=9
)


@given(_WORDS.map(" ".join), st.sampled_from(("sluice", "weir", "weir-gate", "the sluice", "gate", "-gate")))
def test_a_phrase_is_found_where_reading_the_whole_text_finds_it(text: str, phrase: str) -> None:
    found = Concordance(text).find(phrase)

    read = re.search(rf"\b{re.escape(phrase)}\b", text)
    assert (found and found.span()) == (read and read.span())


def test_each_word_has_all_its_places() -> None:
    assert Concordance("a weir, the weir; weirs").places["weir"] == [2, 12]


@pytest.mark.parametrize(("text", "start"), [("Weir. Our weir", 10), ("(weir) the weir", 11), ("weir\nweir", None)])
def test_a_phrase_can_be_asked_for_behind_something(text: str, start: int | None) -> None:
    found = Concordance(text).find("weir", behind="[a-z] ")

    assert (found and found.start()) == start


@pytest.mark.parametrize(("text", "start"), [("Ida Noor met Ida.", 13), ("Ida Noor", None)])
def test_a_phrase_can_be_asked_for_before_something(text: str, start: int | None) -> None:
    found = Concordance(text).find("Ida", before=r"(?!\s+[A-Z])")

    assert (found and found.start()) == start


@given(_WORDS.map(" ".join), st.sampled_from(("sluice", "weir", "weir-gate", "s", "the")))
def test_a_word_is_usual_where_the_whole_text_counts_it_twice(text: str, word: str) -> None:
    assert Concordance(text).is_usual(word) == (text.casefold().count(f"the {word}") > 1)
