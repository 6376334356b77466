"""The ranking: every tier equal to failing each element alone and every subset in turn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.load_bearing import Ranking, rank
from graph.analysis.structure import structure_of
from graph.analysis.untracked import Untracked
from graph.analysis.verdict import Chain
from graph.case import Case, Switches
from graph.elements import ElementKind, Strength
from tests import oracle
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches

levels = st.sampled_from((None, Strength.WEAK, Strength.MODERATE, Strength.STRONG))


def ranking_of(case: Case, *, level: Strength | None = None) -> Ranking:
    return rank(structure_of(case, Switches()), level=level)


@given(support_cases(most=8, cyclic=True), switches, levels)
def test_single_failures_equal_the_oracle(case: Case, which: Switches, level: Strength | None) -> None:
    ranking = rank(structure_of(case, which), level=level)

    expected = oracle.tiers(case, which, level.rank if level else None)
    assert {row.element: (row.breaks, row.loses, row.weakens, row.thins) for row in ranking.rows} == expected


@given(support_cases(most=8), switches, levels)
def test_joint_failures_equal_the_oracle(case: Case, which: Switches, level: Strength | None) -> None:
    ranking = rank(structure_of(case, which), level=level)

    small, importance = oracle.joint(case, which, level.rank if level else None)
    assert {row.element: row.small_cut_sets for row in ranking.rows if row.small_cut_sets} == small
    assert {row.element: row.importance for row in ranking.rows if row.importance} == pytest.approx(importance)


@given(support_cases(most=9, cyclic=True), levels)
def test_rows_are_in_the_order_of_the_tiers(case: Case, level: Strength | None) -> None:
    rows = ranking_of(case, level=level).rows

    keys = [
        (len(x.breaks), len(x.loses), len(x.weakens), len(x.thins), x.small_cut_sets or 0, x.importance or 0.0)
        for x in rows
    ]
    assert keys == sorted(keys, reverse=True)
    assert [row.rank for row in rows] == [keys.index(key) + 1 for key in keys]


@given(support_cases(most=9, cyclic=True))
def test_every_figure_has_its_paths(case: Case) -> None:
    ranking = ranking_of(case)

    for row in ranking.rows:
        ends = [(path.elements[0], path.elements[-1]) for path in ranking.paths(row)]
        assert ends == [(row.element, pathway) for pathway in row.pathways]


@given(support_cases(most=8, cyclic=True))
def test_an_unrelated_element_changes_no_figure(case: Case) -> None:
    more = drafted({"zz": "control", "zy": "claim"}, "zy > zz")
    both = Case.of(
        case.head,
        elements=[*case.elements.values(), *more.elements.values()],
        relations=[*case.relations.values(), *more.relations.values()],
    )

    assert ranking_of(both).rows == ranking_of(case).rows


def test_what_breaks_most_comes_first() -> None:
    elements = {"p": "pathway", "q": "pathway", "x": "control", "y": "control", "z": "control"}

    rows = ranking_of(drafted(elements, "p > x, q > x, q > y, q > z weak")).rows

    assert [(x.element, x.rank, x.breaks, x.thins) for x in rows] == [
        ("x", 1, ("p",), ("q",)),
        ("y", 2, (), ("q",)),
        ("z", 3, (), ("q",)),
    ]


def test_weakening_above_the_level_asked_for_is_no_break() -> None:
    case = drafted({"p": "pathway", "x": "control", "y": "control moderate"}, "p > x, p > y")

    assert ranking_of(case).rows[0].breaks == ("p",)
    assert ranking_of(case, level=Strength.MODERATE).rows[0].weakens == ("p",)


def test_a_pathway_that_is_left_out_is_named() -> None:
    elements = {"p": "pathway", "q": "pathway", "r": "pathway", "x": "control weak", "a": "claim"}

    ranking = ranking_of(drafted(elements, "p > x, q > a, a > a"), level=Strength.MODERATE)

    assert (ranking.pathways, ranking.already_below, ranking.circular) == (("r",), ("p",), ("q",))
    assert ranking.rows == ()


def test_claims_are_ranked_when_asked_for() -> None:
    structure = structure_of(drafted({"p": "pathway", "a": "claim", "x": "control"}, "p > a, a > x"), Switches())

    assert [row.element for row in rank(structure, kinds=frozenset({ElementKind.CLAIM})).rows] == ["a"]


def test_untracked_marks_say_what_is_missing() -> None:
    elements = {"p": "pathway", "x": "control", "t": "team", "e": "evidence"}

    bare = ranking_of(drafted(elements, "p > x")).rows[0]
    asked = ranking_of(drafted(elements, "p > x, x EVALUATED_BY t")).rows[0]
    kept = ranking_of(drafted(elements, "p > x, x OWNED_BY t, x EVALUATED_BY e")).rows[0]

    assert bare.untracked == (Untracked.NO_OWNER, Untracked.NO_EVIDENCE, Untracked.NOT_EVALUATED)
    assert asked.untracked == (Untracked.NO_OWNER, Untracked.NO_EVIDENCE)
    assert kept.untracked == ()


def test_a_path_stands_behind_a_figure() -> None:
    ranking = ranking_of(drafted({"p": "pathway", "a": "claim", "x": "control"}, "p > a, a > x"))

    assert ranking.paths(ranking.rows[0]) == (Chain(("x", "a", "p"), ("a>x", "p>a")),)
