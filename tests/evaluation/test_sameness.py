"""How right unions are, and must stay: sure ones never wrong, and what they miss is nearly all proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.expected import load_expected
from tests.evaluation.runs import read_case
from tests.evaluation.sameness import planted_unions, sample_unions


def test_a_planted_near_miss_is_never_united() -> None:
    found = planted_unions("near_misses")

    assert found.wrongly_united == ()
    assert found.recall == 1.0
    assert found.wrongly_proposed == ()


def test_one_thing_under_several_names_is_united_or_proposed() -> None:
    found = planted_unions("one_thing")

    assert found.wrongly_united == ()
    assert found.recall >= 0.6
    assert found.recall_with_proposals >= 0.95
    assert found.proposed_precision >= 0.95


@pytest.mark.parametrize(("name", "recall"), [("corvane-2", 0.9), ("steward", 0.9), ("calls", 1.0)])
def test_a_sample_case_has_no_wrong_union_and_no_twin_that_is_not_proposed(
    tmp_path: Path, name: str, recall: float
) -> None:
    expected = load_expected(name)

    found = sample_unions(read_case(expected, tmp_path), expected)

    assert found.wrongly_united == ()
    assert found.recall >= recall
    assert found.recall_with_proposals == 1.0
    assert found.proposed_precision >= 0.9
