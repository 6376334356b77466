from __future__ import annotations

import pytest

from graph.elements import ElementKind
from ingest.extractors.rules.unit_words import is_unit, kind_of_group


@pytest.mark.parametrize(
    "name", ["Container Platform", "Legal & Policy", "Office of Model Oversight", "Ward Safety Desk"]
)
def test_names_of_work_are_teams(name: str) -> None:
    assert kind_of_group(name) is ElementKind.TEAM


@pytest.mark.parametrize(
    "name", ["Oakwell Evaluations", "Lindmark Bank", "Institute for Machine Safety", "Ostby AI", "Brandt GmbH"]
)
def test_names_with_a_strange_word_or_a_firms_last_word_are_organizations(name: str) -> None:
    assert kind_of_group(name) is ElementKind.ORGANIZATION


@pytest.mark.parametrize("name", ["Ruth Lund", "Brandt", "The", "Monitor C"])
def test_other_names_tell_nothing(name: str) -> None:
    assert kind_of_group(name) is None


@pytest.mark.parametrize(("name", "expected"), [("Weights Custody", True), ("Custody", False), ("Ruth Custody", False)])
def test_a_unit_has_two_words_for_work(name: str, *, expected: bool) -> None:
    assert is_unit(name) is expected
