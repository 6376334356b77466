"""Names of people: one person's only where given name and surname allow it."""

from __future__ import annotations

import pytest

from ingest.people import can_be_one, is_full, keys

ONE = [
    ("Maren Oyelaran", "M. Oyelaran"),
    ("Maren Oyelaran", "Maren"),
    ("Maren Oyelaran", "Oyelaran"),
    ("Maren Oyelaran", "Dr Oyelaran"),
    ("Maren Oyelaran", "Oyelaran, Maren"),
    ("Maren Oyelaran", "MAREN OYELARAN"),
    ("Maren Oyelaran", "Maren Oyeleran"),
    ("Maren Oyelaran", "Maren K. Oyelaran"),
    ("Kateryna Holub", "Katerina Holub"),
    ("Bas van den Berg", "B. van den Berg"),
]
TWO = [
    ("Maren Oyelaran", "Tunde Oyelaran"),
    ("Maren Oyelaran", "T. Oyelaran"),
    ("Maren Oyelaran", "Maren Halvorsen"),
    ("Maren Kay Oyelaran", "Maren Bo Oyelaran"),
    ("Maren Oyelaran", "Dr Maren"),
    ("Joanna Holub", "Johanna Holub"),
    ("Bas van den Berg", "Bas de Berg"),
    ("Jan Berg", "Jan Borg"),
    ("on-call engineer", "on-call engineer"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_that_can_be_one_persons_share_a_key(one: str, other: str) -> None:
    assert can_be_one(one, other)
    assert can_be_one(other, one)
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people_or_of_roles_are_kept_apart(one: str, other: str) -> None:
    assert not can_be_one(one, other)
    assert not can_be_one(other, one)


@pytest.mark.parametrize(
    ("name", "full"), [("Ada Moor", True), ("A. Moor", False), ("Moor", False), ("duty lead", False)]
)
def test_a_full_name_has_a_given_name_and_a_surname(name: str, full: bool) -> None:
    assert is_full(name) is full
