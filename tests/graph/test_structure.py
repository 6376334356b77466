"""Strengths as numbers: what counts, what combines, and what has no verdict."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph.analysis.structure import nothing_beneath, structure_of
from graph.case import Case, Switches
from graph.elements import Strength
from graph.errors import UnknownElement
from tests import oracle
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches
from tests.strategies import cases

ALL = Switches()
STATED = Switches(basis="stated")


@given(support_cases(cyclic=True), switches)
def test_strengths_equal_the_oracle_under_every_switch(case: Case, which: Switches) -> None:
    structure = structure_of(case, which)

    found = {element: structure.strength(element) for element in structure.ids}

    expected = oracle.strengths(case, which)
    assert {element: None if x is None else x.rank for element, x in found.items()} == expected


@given(cases(cycles=True, versions=True), switches)
def test_what_is_rejected_or_superseded_never_counts(case: Case, which: Switches) -> None:
    structure = structure_of(case, which)

    assert set(structure.ids) <= set(case.standing)
    found = {element: structure.strength(element) for element in structure.ids}
    assert {x: None if rank is None else rank.rank for x, rank in found.items()} == oracle.strengths(case, which)


@pytest.mark.parametrize(
    ("operator", "strength"),
    [
        ("conjunctive", "weak"),
        ("disjunctive", "strong"),
        ("convergent", "strong"),
        ("at_least 1", "strong"),
        ("at_least 2", "moderate"),
        ("at_least 3", "weak"),
        ("at_least 4", "none"),
    ],
)
def test_each_operator_takes_its_premise(operator: str, strength: str) -> None:
    elements = {"c": f"claim {operator}", "x": "control", "y": "control moderate", "z": "control weak"}

    case = drafted(elements, "c > x, c > y, c > z")

    assert structure_of(case, ALL).strength("c") == strength


def test_a_line_counts_at_most_as_strong_as_its_relation() -> None:
    case = drafted({"c": "claim", "x": "control"}, "c > x weak")

    assert structure_of(case, ALL).strength("c") == Strength.WEAK


def test_a_line_of_strength_none_counts_nowhere() -> None:
    case = drafted({"c": "claim conjunctive", "x": "control", "y": "control weak"}, "c > x none, c > y")

    assert structure_of(case, ALL).strength("c") == Strength.WEAK


@pytest.mark.parametrize("operator", ["", "conjunctive", "disjunctive", "at_least 1"])
def test_a_claim_whose_only_line_is_worthless_has_none(operator: str) -> None:
    case = drafted({"c": f"claim {operator}", "x": "control"}, "c > x none")

    assert structure_of(case, ALL).strength("c") == Strength.NONE


@pytest.mark.parametrize("operator", ["", "conjunctive", "disjunctive", "at_least 1"])
def test_support_left_out_is_no_support(operator: str) -> None:
    case = drafted({"c": f"claim {operator}", "x": "control"}, "c > x inferred")

    assert structure_of(case, ALL).strength("c") == Strength.STRONG
    assert structure_of(case, STATED).strength("c") == Strength.NONE


def test_a_requirement_left_out_is_not_required() -> None:
    case = drafted({"c": "control", "d": "dependency none"}, "c >> d inferred")

    assert structure_of(case, ALL).strength("c") == Strength.NONE
    assert structure_of(case, STATED).strength("c") == Strength.STRONG


def test_a_requirement_caps_every_line() -> None:
    case = drafted({"c": "claim", "x": "control", "y": "claim weak"}, "c > x, c >> y strong")

    assert structure_of(case, ALL).strength("c") == Strength.WEAK


def test_a_control_combines_its_requirements_by_its_operator() -> None:
    case = drafted({"c": "control disjunctive", "d": "dependency none", "e": "dependency weak"}, "c >> d, c >> e")

    assert structure_of(case, ALL).strength("c") == Strength.WEAK


def test_what_never_had_a_line_is_a_strong_leaf() -> None:
    case = drafted({"c": "claim", "d": "claim"}, "d > c inferred")

    assert structure_of(case, STATED).strength("c") == Strength.STRONG
    assert nothing_beneath(case, "c")
    assert not nothing_beneath(case, "d")


def test_elements_that_are_not_accepted_do_not_count() -> None:
    case = drafted({"c": "claim accepted", "x": "control", "p": "pathway"}, "c > x accepted, p > c accepted")

    structure = structure_of(case, Switches(status="accepted"))

    assert structure.ids == ("c",)
    assert structure.strength("c") == Strength.NONE


def test_a_cycle_leaves_what_rests_on_it_without_verdict() -> None:
    case = drafted({"p": "pathway", "a": "claim", "b": "claim", "x": "control"}, "p > a, a > b, b > a, b > x")

    structure = structure_of(case, ALL)

    assert [structure.strength(x) for x in "pabx"] == [None, None, None, Strength.STRONG]
    assert [(cycle.elements, cycle.relations) for cycle in structure.cycles] == [(("a", "b"), ("a>b", "b>a"))]


def test_a_claim_that_supports_itself_is_a_cycle() -> None:
    case = drafted({"a": "claim"}, "a > a")

    assert structure_of(case, ALL).cycles[0].relations == ("a>a",)


def test_an_unknown_element_is_named() -> None:
    structure = structure_of(drafted({"a": "claim"}, ""), ALL)

    with pytest.raises(UnknownElement, match="no element 'b'"):
        structure.places(["b"])


@given(support_cases(cyclic=True))
def test_the_order_of_elements_does_not_matter(case: Case) -> None:
    backwards = Case.of(
        case.head, elements=reversed(case.elements.values()), relations=reversed(case.relations.values())
    )

    one, other = structure_of(case, ALL), structure_of(backwards, ALL)

    assert (one.ids, one.beneath, one.ranks, one.cycles) == (other.ids, other.beneath, other.ranks, other.cycles)


@given(support_cases(cyclic=True), switches)
def test_every_element_on_a_cycle_is_shown_on_one(case: Case, which: Switches) -> None:
    cycles = structure_of(case, which).cycles

    shown = {element for cycle in cycles for element in cycle.elements}
    assert shown == {x for x in case.standing if x in oracle.rests_on(case, which, x)}
    for cycle in cycles:
        ends = [(case.relations[x].source, case.relations[x].target) for x in cycle.relations]
        assert ends == list(zip(cycle.elements, (*cycle.elements[1:], cycle.elements[0]), strict=True))
