"""Acronyms: what a text defines, and nothing that it does not."""

from __future__ import annotations

import pytest

from ingest.definitions import definitions, initials, is_acronym, split_definition


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We run the Offline Transcript Monitor (OTM) nightly.", "otm", ("offline", "transcript", "monitor")),
        ("Doses pass the BCG (beam current gauge) first.", "bcg", ("beam", "current", "gauge")),
        ("The Board of Harbour Masters (BHM) decides.", "bhm", ("board", "of", "harbour", "master")),
        ("Weight access brokers (WABs) hand it out.", "wab", ("weight", "access", "broker")),
    ],
)
def test_a_bracket_with_the_initials_defines_an_acronym(text: str, short: str, long: tuple[str, ...]) -> None:
    expected = tuple("harbor" if word == "harbour" else word for word in long)

    assert definitions(text) == {short: expected}


@pytest.mark.parametrize(
    "text",
    [
        "The crane (XYZ) lifts.",
        "See Table 2 (LOW) below.",
        "Night lock (NL) and new light (NL) differ.",
        "No brackets.",
    ],
)
def test_what_fits_no_initials_or_two_names_defines_nothing(text: str) -> None:
    assert not definitions(text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Offline Transcript Monitor (OTM)", ("Offline Transcript Monitor", "OTM")),
        ("OTM (Offline Transcript Monitor)", ("Offline Transcript Monitor", "OTM")),
        ("Berth lock (east)", ("Berth lock (east)",)),
        ("Berth lock", ("Berth lock",)),
    ],
)
def test_a_name_with_its_acronym_is_two_names(name: str, parts: tuple[str, ...]) -> None:
    assert split_definition(name) == parts


@pytest.mark.parametrize(
    ("name", "is_one"), [("OTM", True), ("S3", False), ("AAGs", True), ("Otm", False), ("A", False)]
)
def test_an_acronym_is_written_in_capitals(name: str, is_one: bool) -> None:
    assert is_acronym(name) is is_one


def test_a_single_word_has_no_initials() -> None:
    assert not initials("Lantern")
