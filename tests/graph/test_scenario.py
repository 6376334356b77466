"""Which elements a scenario fails."""

from __future__ import annotations

import pytest

from graph.analysis.scenario import reviewer_is_right, sharers_of, team_is_gone
from graph.analysis.structure import Structure, structure_of
from graph.case import Switches
from graph.errors import UnknownElement
from tests.drafting import drafted


def a_review(switches: Switches) -> Structure:
    elements = {"r": "person", "f": "finding", "g": "finding", "a": "claim", "b": "claim", "c": "claim", "d": "claim"}
    return structure_of(
        drafted(elements, "f RAISED_BY r, f DISPUTES a, f QUALIFIES b, g DISPUTES c, f DISPUTES d inferred"), switches
    )


def test_a_reviewer_who_is_right_fails_what_is_disputed_and_no_other() -> None:
    assert reviewer_is_right(a_review(Switches()), "r") == ("a", "d")


def test_a_dispute_that_a_switch_leaves_out_fails_nothing() -> None:
    assert reviewer_is_right(a_review(Switches(basis="stated")), "r") == ("a",)


def test_a_team_that_is_gone_fails_alone() -> None:
    structure = structure_of(drafted({"t": "team", "m": "person"}, "m MEMBER_OF t"), Switches())

    assert team_is_gone(structure, "t") == ("t",)


def test_sharers_are_the_controls_and_evidence_above_however_far() -> None:
    elements = {"p": "pathway", "x": "control", "y": "control", "e": "evidence", "d": "dependency", "z": "control"}
    structure = structure_of(drafted(elements, "p > x, x >> y, y >> d, e >> d, p > z"), Switches())

    assert sharers_of(structure, "d") == ("e", "x", "y")


def test_a_reviewer_must_be_a_person_team_or_organization() -> None:
    with pytest.raises(UnknownElement):
        reviewer_is_right(a_review(Switches()), "a")
