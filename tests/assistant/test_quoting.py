"""Quotes are the characters of their passage, cut only at the ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.quoting import CUT, LIMIT, excerpt, is_verbatim, part, sentences
from graph.provenance import Passage

LONG = (
    " ".join(f"Sentence {number} is about valves." for number in range(30)) + " The pump stops at noon. " + "End. " * 30
)
TEXTS = st.text(alphabet="ab .!?\n…“”", min_size=1, max_size=900)


def passage(text: str) -> Passage:
    return Passage(id="p", document="d", text=text)


def test_a_short_passage_is_quoted_whole() -> None:
    assert excerpt("The pump stops.", "pump") == "The pump stops."


def test_the_sentence_with_most_of_the_words_is_kept() -> None:
    quote = excerpt(LONG, "when does the pump stop")

    assert "The pump stops at noon." in quote
    assert (quote[0], quote[-1]) == (CUT, CUT)


@given(TEXTS, st.text(alphabet="ab ", max_size=9))
def test_an_excerpt_is_always_verbatim_and_short(text: str, about: str) -> None:
    quote = excerpt(text, about)

    assert is_verbatim(quote, passage(text)) or not text.strip()
    assert len(quote) <= max(LIMIT + 2, 2)


@given(TEXTS)
def test_every_sentence_can_be_quoted(text: str) -> None:
    assert all(is_verbatim(part(text, span), passage(text)) for span in sentences(text))


def test_one_changed_character_is_noticed() -> None:
    assert not is_verbatim("The pump stopt.", passage("The pump stops."))


def test_a_quote_of_nothing_is_no_quote() -> None:
    assert not is_verbatim(CUT, passage("The pump stops."))
