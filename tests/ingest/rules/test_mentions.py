"""Mentions by a short form: what "the …" stands for, and where it only tells a time."""

from __future__ import annotations

import pytest

from graph.elements import ElementKind
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.outline import Sentence

SIREN = Thing("siren", ElementKind.CONTROL, "Harbour Siren", Sentence(0, 14, "Harbour Siren.", 0))


def short_forms(text: str) -> list[str]:
    sentence = Sentence(20, 20 + len(text), text, 1)
    mentions = find_mentions((SIREN.sentence, sentence), (SIREN,))
    return [text[each.start - 20 : each.end - 20] for each in mentions.all if not each.named]


def test_short_form_stands_for_what_was_named() -> None:
    assert short_forms("On most days the siren works.") == ["siren"]


@pytest.mark.parametrize("word", ["during", "Since", "before", "after", "until"])
def test_short_form_that_tells_a_time_is_no_mention(word: str) -> None:
    assert short_forms(f"{word} the siren nobody sleeps.") == []


def test_short_form_at_the_end_of_a_very_long_sentence_is_found() -> None:
    assert short_forms("if the " * 60_000 + "the siren works.") == ["siren"]
