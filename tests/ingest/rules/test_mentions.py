"""Mentions by a short form: what "the …" stands for, and where it only tells a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.elements import ElementKind
from ingest.extractors.rules.mentions import Mention, Mentions, find_mentions
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


MENTIONS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from("abc"), st.sampled_from((ElementKind.CONTROL, ElementKind.TEAM))),
    max_size=9,
).map(lambda drawn: Mentions(tuple(Mention(at, at + 1, key, kind, named=True) for at, key, kind in sorted(drawn))))


@given(MENTIONS, st.integers(0, 30), st.integers(0, 30))
def test_the_last_and_the_only_mention_are_those_of_reading_all(mentions: Mentions, start: int, end: int) -> None:
    of_kind = [each for each in mentions.within(start, end) if each.kind is ElementKind.CONTROL]
    keys = {each.key for each in of_kind}

    assert mentions.last_of(ElementKind.CONTROL, start, end) == (of_kind[-1] if of_kind else None)
    assert mentions.only_of(ElementKind.CONTROL, start, end) == (keys.pop() if len(keys) == 1 else None)
    assert mentions.has({ElementKind.CONTROL}, start, end) is bool(of_kind)


def meant_in(text: str, *names: tuple[str, ElementKind]) -> list[str]:
    """What the short forms of a text mean, where sentences that name the things stand before it, in their order."""
    things, sentences, begin = [], [], 0
    for name, kind in names:
        sentences.append(Sentence(begin, begin + len(name), name, 0))
        things.append(Thing(name, kind, name, sentences[-1]))
        begin += len(name) + 1
    sentences.append(Sentence(begin, begin + len(text), text, 1))
    return [each.key for each in find_mentions(sentences, things).all if not each.named]


SIRENS = (("harbour siren", ElementKind.CONTROL), ("quay siren", ElementKind.CONTROL))


def test_of_several_the_short_form_means_the_one_mentioned_last() -> None:
    assert meant_in("Then the siren fails.", *SIRENS) == ["quay siren"]
    assert meant_in("Then the siren fails.", *reversed(SIRENS)) == ["harbour siren"]


def test_a_word_before_tells_which_of_several_is_meant() -> None:
    sirens = (("harbour mole siren", ElementKind.CONTROL), ("quay siren", ElementKind.CONTROL))

    assert meant_in("Then the harbour siren fails.", *sirens) == ["harbour mole siren"]
    assert meant_in("Then the tower siren fails.", *sirens) == []
    assert meant_in("Then our old siren fails.", *sirens) == ["quay siren"]


def test_a_study_is_called_the_study_only_near_to_its_name() -> None:
    study = ("tidal drill", ElementKind.EVIDENCE)

    assert meant_in("The drill passed.", study) == ["tidal drill"]
    assert meant_in("." * 700 + " The drill passed.", study) == []
    assert meant_in("." * 700 + " This drill passed.", study) == ["tidal drill"]
