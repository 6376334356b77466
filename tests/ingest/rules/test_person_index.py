"""Whom an initial, a first name or a surname can mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors.rules.person_index import PersonIndex

PARTS = st.sampled_from(("Ida", "Idar", "Id", "Noor", "Varga", "I", "V", "Anders"))
FULL = st.lists(st.lists(PARTS, min_size=2, max_size=3).map(" ".join), max_size=6)
SHORT = PARTS | st.tuples(st.sampled_from(("I.", "V.", "N", "Ida")), PARTS).map(" ".join)


def can_mean(short: str, full: str) -> bool:
    """What the index is to find, by comparing the short form with one person after the other."""
    parts, whole = short.split(), full.split()
    if len(parts) == 1:
        return parts[0] in whole or (len(short) >= 3 and whole[0].startswith(short))
    return parts[0].rstrip(".") == whole[0][0] and parts[-1] == whole[-1]


@given(FULL, SHORT)
def test_the_index_finds_whom_comparing_with_everyone_finds(full: list[str], short: str) -> None:
    compared = {name for name in full if can_mean(short, name)}

    found = PersonIndex.of(full).meant(short)

    assert found <= compared
    assert min(len(found), 2) == min(len(compared), 2)


@pytest.mark.parametrize("short", ["Ines", "Varga", "I. Varga", "Ine"])
def test_one_person_is_meant_by_each_part_of_the_name(short: str) -> None:
    assert PersonIndex.of(["Ines Varga", "Otto Brandt"]).meant(short) == {"Ines Varga"}


@pytest.mark.parametrize("short", ["In", "O. Varga", "Vargas"])
def test_what_is_no_part_of_a_name_means_nobody(short: str) -> None:
    assert PersonIndex.of(["Ines Varga", "Otto Brandt"]).meant(short) == frozenset()
