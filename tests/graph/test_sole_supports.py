"""Sole supports: what takes a pathway down alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.cutsets import minimal_cut_sets
from graph.analysis.sole_supports import sole_supports
from graph.analysis.structure import structure_of
from graph.analysis.verdict import Chain
from graph.case import Case, Switches
from graph.elements import Strength
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches

levels = st.sampled_from((None, Strength.WEAK, Strength.MODERATE, Strength.STRONG))


@given(support_cases(), switches, levels)
def test_sole_supports_are_the_cut_sets_of_size_one(case: Case, which: Switches, level: Strength | None) -> None:
    structure = structure_of(case, which)

    for place in structure.pathways:
        pathway = structure.ids[place]
        cuts = [one for one in minimal_cut_sets(structure, pathway, level) if len(one) == 1]
        assert sorted(cuts) == [(element,) for element in sole_supports(structure, pathway, level).elements]


def test_a_dominator_is_no_sole_support_of_a_majority() -> None:
    elements = {"p": "pathway at_least 1", "a": "claim", "b": "claim", "x": "control", "y": "control"}
    case = drafted(elements, "p > a, p > b, a > x, b > y")

    assert sole_supports(structure_of(case, Switches()), "p").elements == ()


def test_each_has_its_chain() -> None:
    case = drafted({"p": "pathway", "a": "claim", "x": "control", "d": "dependency"}, "p > a, a > x, x >> d")

    assert sole_supports(structure_of(case, Switches()), "p").paths == {
        "d": Chain(("d", "x", "a", "p"), ("x>>d", "a>x", "p>a")),
        "x": Chain(("x", "a", "p"), ("a>x", "p>a")),
    }


def test_what_is_below_already_has_no_sole_support() -> None:
    case = drafted({"p": "pathway", "x": "control weak"}, "p > x")

    found = sole_supports(structure_of(case, Switches()), "p", Strength.STRONG)

    assert (found.is_below_already, found.elements) == (True, ())
