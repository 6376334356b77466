"""Minimal cut sets at every level, counted and made, equal to trying every subset."""

from __future__ import annotations

from itertools import pairwise
from math import comb

import pytest
from hypothesis import given

from graph.analysis.cutsets import cut_set_family, minimal_cut_sets, small_family
from graph.analysis.fault_tree import question_of
from graph.analysis.structure import structure_of
from graph.case import Case, Switches
from graph.elements import ElementKind, Strength
from graph.errors import BudgetExceeded, CircularSupport, UnknownElement
from tests import oracle
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches

ALL = Switches()
LEVELS = (Strength.WEAK, Strength.MODERATE, Strength.STRONG)


@given(support_cases(most=8), switches)
def test_cut_sets_equal_the_oracle_at_every_level(case: Case, which: Switches) -> None:
    structure = structure_of(case, which)

    for place in structure.pathways:
        pathway = structure.ids[place]
        for level in LEVELS:
            expected = oracle.cut_sets(oracle.falls(case, which, pathway, level.rank))
            found = minimal_cut_sets(structure, pathway, level)
            assert {frozenset(one) for one in found} == expected
            assert (found.total, found.complete) == (len(expected), True)
            assert found.margin == min(map(len, expected), default=None)


@given(support_cases(most=8))
def test_an_order_limit_leaves_out_the_larger_ones_and_says_so(case: Case) -> None:
    structure = structure_of(case, ALL)

    for place in structure.pathways:
        full = list(minimal_cut_sets(structure, structure.ids[place]))
        for limit in range(4):
            found = minimal_cut_sets(structure, structure.ids[place], max_order=limit)
            assert list(found) == [one for one in full if len(one) <= limit]
            assert found.complete == (len(list(found)) == len(full))
            assert found.margin == min(map(len, full), default=None)


@given(support_cases(most=8))
def test_cut_sets_come_smallest_first(case: Case) -> None:
    structure = structure_of(case, ALL)

    for place in structure.pathways:
        assert all(len(a) <= len(b) for a, b in pairwise(minimal_cut_sets(structure, structure.ids[place])))


@given(support_cases(most=8))
def test_small_cut_sets_without_a_diagram_equal_those_with_one(case: Case) -> None:
    structure = structure_of(case, ALL)

    for place in structure.pathways:
        question = question_of(structure, structure.ids[place], Strength.WEAK)
        if not question.is_below_already:
            full, small = cut_set_family(question, 10_000), small_family(question, 10_000)
            assert small.known_order == 2
            assert all(set(small.of_order(order)) == set(full.of_order(order)) for order in (1, 2))


def test_the_level_is_what_the_pathway_has_today() -> None:
    case = drafted({"p": "pathway", "x": "control moderate", "y": "control weak"}, "p > x, p > y")

    found = minimal_cut_sets(structure_of(case, ALL), "p")

    assert (found.level, list(found), found.margin) == (Strength.MODERATE, [("x",)], 1)
    assert list(minimal_cut_sets(structure_of(case, ALL), "p", Strength.WEAK)) == [("x", "y")]


def test_a_pathway_already_below_has_margin_nought() -> None:
    case = drafted({"p": "pathway", "x": "control weak"}, "p > x")

    found = minimal_cut_sets(structure_of(case, ALL), "p", Strength.STRONG)

    assert (found.margin, list(found), found.by_order) == (0, [()], {0: 1})


def test_a_pathway_on_which_nothing_bears_has_no_margin() -> None:
    found = minimal_cut_sets(structure_of(drafted({"p": "pathway", "c": "claim"}, "p > c"), ALL), "p")

    assert (found.margin, found.total, found.complete) == (None, 0, True)


def test_claims_are_events_when_asked_for() -> None:
    structure = structure_of(drafted({"p": "pathway", "c": "claim", "x": "control"}, "p > c, c > x"), ALL)

    kinds = frozenset({ElementKind.CLAIM, ElementKind.CONTROL})

    assert list(minimal_cut_sets(structure, "p", kinds=kinds)) == [("c",), ("x",)]


def test_circular_support_has_no_cut_sets() -> None:
    structure = structure_of(drafted({"p": "pathway", "a": "claim"}, "p > a, a > a"), ALL)

    with pytest.raises(CircularSupport, match="a -> a"):
        minimal_cut_sets(structure, "p")


def test_an_element_that_does_not_count_is_unknown() -> None:
    with pytest.raises(UnknownElement):
        minimal_cut_sets(structure_of(drafted({"p": "pathway"}, ""), Switches(status="accepted")), "p")


def test_sets_are_counted_without_being_made() -> None:
    elements = {"p": "pathway"} | {f"c{row}": "claim conjunctive" for row in range(40)}
    elements |= {f"x{row}-{place}": "control" for row in range(40) for place in range(3)}
    lines = [f"p > c{row}" for row in range(40)] + [f"c{row} > x{row}-{n}" for row in range(40) for n in range(3)]

    found = minimal_cut_sets(structure_of(drafted(elements, ",".join(lines)), ALL), "p")

    assert found.by_order == {40: 3**40}
    assert len(found.first(2)) == 2


def test_what_does_not_fit_says_what_is_complete() -> None:
    elements = {"p": "pathway at_least 10"} | {f"x{number:02}": "control" for number in range(20)}
    case = drafted(elements, ",".join(f"p > x{number:02}" for number in range(20)))
    question = question_of(structure_of(case, ALL), "p")

    with pytest.raises(BudgetExceeded, match="complete are 0 of order 1; order 2 and above are not computed"):
        cut_set_family(question, 100)
    with pytest.raises(BudgetExceeded, match="complete are 0 of order 1, 0 of order 2; order 3 and above"):
        cut_set_family(question, 400)
    assert cut_set_family(question, 10_000).by_order == {11: comb(20, 11)}


def test_small_orders_need_no_room_for_the_larger_ones() -> None:
    elements = {"p": "pathway", "q": "claim at_least 10"} | {f"x{number:02}": "control" for number in range(20)}
    lines = ",".join(f"q > x{number:02}" for number in range(20))
    question = question_of(structure_of(drafted(elements, f"{lines}, p > q, p >> x00"), ALL), "p")

    assert list(cut_set_family(question, 100, up_to=1).of_order(1)) == [("x00",)]


def test_a_chain_of_twenty_thousand_has_its_cut_sets() -> None:
    names = [f"c{number:05}" for number in range(20_000)]
    lines = ",".join(f"{a} >> {b}" for a, b in pairwise(names))
    case = drafted({"p": "pathway"} | dict.fromkeys(names, "control"), f"p > c00000, {lines}")

    found = minimal_cut_sets(structure_of(case, ALL), "p")

    assert found.by_order == {1: 20_000}
