"""Spellings of one name are equal; words of their own never are."""

from __future__ import annotations

import pytest

from ingest.spelling import canonical, head, is_designator, is_misspelt, is_slip, spoken


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Night Locks", "night lock"),
        ("pre-registration", "Pre registration"),
        ("Behaviour authorisation centre", "behavior authorization center"),
        ("It can’t be opened", "It cannot be opened"),
        ("Lock doesn't turn", "lock does not turn"),
        ("Señal portuaria", "senal portuaria"),
        ("Monitor A", "monitor a"),
    ],
)
def test_spellings_of_one_name_have_one_form(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Monitor A", "Monitor"), ("Plan A rollout", "Plan rollout"), ("lock turns", "lock does not turn")],
)
def test_a_letter_and_a_not_are_words_that_count(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_acronyms_are_spelled_out_where_they_are_known() -> None:
    assert canonical("OTM alerts", {"otm": ("offline", "transcript", "monitor")})[:3] == canonical(
        "offline transcript monitors"
    )


def test_little_words_do_not_count_beside_others() -> None:
    assert spoken(canonical("file mode of the bucket")) == spoken(canonical("file mode on the bucket"))
    assert spoken(("on",)) == ("on",)


@pytest.mark.parametrize("word", ["4.6", "a", "iv", "second", "three", "v2", "c07"])
def test_numbers_letters_and_ordinals_tell_things_apart(word: str) -> None:
    assert is_designator(word)


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("weights bucket in the western hall", "bucket"),
        ("Monitor B", "monitor"),
        ("file mode on the bucket", "mode"),
        ("on call", "call"),
        ("2", None),
    ],
)
def test_the_head_is_the_noun_before_any_preposition(name: str, noun: str | None) -> None:
    assert head(canonical(name)) == noun


@pytest.mark.parametrize(
    ("one", "other"),
    [("overpressure valve", "overpresure valve"), ("irradiation", "irradiaiton"), ("separator", "seperator")],
)
def test_one_letter_left_out_swapped_or_mistaken_is_a_slip(one: str, other: str) -> None:
    assert is_slip(canonical(one), canonical(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("detection", "defection"),
        ("ingress filter", "egress filter"),
        ("projection", "protection"),
        ("pretraining run", "retraining run"),
        ("encoder", "encoded"),
        ("deletion log", "depletion log"),
        ("overpresure valve", "overpressure gauge"),
        ("overpressure valve", "overpressure valve"),
    ],
)
def test_words_of_their_own_are_no_slip(one: str, other: str) -> None:
    assert not is_slip(canonical(one), canonical(other))


@pytest.mark.parametrize(
    ("one", "other", "misspelt"),
    [
        ("kateryna", "katerina", True),
        ("phillipa", "philippa", False),
        ("philippa", "philipa", True),
        ("joanna", "johanna", False),
        ("erika", "erica", False),
        ("marina", "marine", False),
    ],
)
def test_a_vowel_mistaken_or_a_letter_doubled_is_a_misspelling(one: str, other: str, misspelt: bool) -> None:
    assert is_misspelt(one, other) is misspelt
