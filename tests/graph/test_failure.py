"""What a failure does to every element and pathway, and the chain that shows it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.failure import Impact, chains_to, what_breaks
from graph.analysis.structure import structure_of
from graph.analysis.verdict import Chain
from graph.case import Case, Switches
from graph.elements import Strength
from graph.errors import UnknownElement
from tests import oracle
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches

ALL = Switches()
TWO_LINES = {"p": "pathway", "a": "claim", "b": "claim weak", "x": "control", "d": "dependency"}


def impact_of(case: Case, *failed: str) -> Impact:
    return what_breaks(structure_of(case, ALL), failed)


@given(support_cases(cyclic=True), switches, st.data())
def test_verdicts_equal_the_oracle(case: Case, which: Switches, data: st.DataObject) -> None:
    failed = data.draw(st.frozensets(st.sampled_from(sorted(case.elements)), max_size=4)) & set(case.standing)

    impact = what_breaks(structure_of(case, which), failed)

    expected = oracle.verdicts(case, which, failed)
    found = {effect.element: effect.verdict for effect in impact.elements}
    assert {x: found.get(x, "intact") for x, verdict in expected.items() if verdict} == {
        x: verdict for x, verdict in expected.items() if verdict
    }
    assert {x.element: x.verdict for x in impact.pathways} == {
        x: verdict for x, verdict in expected.items() if case.elements[x].kind == "pathway"
    }


@given(support_cases(), switches, st.data())
def test_lost_and_surviving_lines_equal_the_oracle(case: Case, which: Switches, data: st.DataObject) -> None:
    failed = data.draw(st.frozensets(st.sampled_from(sorted(case.elements)), max_size=4)) & set(case.standing)
    before, after = oracle.strengths(case, which), oracle.strengths(case, which, failed)

    impact = what_breaks(structure_of(case, which), failed)

    for pathway in impact.pathways:
        worth = {}
        for relation in oracle.premises(case, which, pathway.element):
            if relation.type != "SUPPORTED_BY":
                continue
            cap = oracle.RANK[relation.strength] if relation.strength else 3
            worth[relation.id] = tuple(min(cap, now[relation.target] or 0) for now in (before, after))
        assert {x.relation for x in pathway.lost} == {x for x, (old, new) in worth.items() if old > new == 0}
        assert {x.relation: x.after.rank for x in pathway.survives if x.after} == {
            x: new for x, (_, new) in worth.items() if new
        }


@given(support_cases(), switches, st.data())
def test_every_step_of_a_path_carries_its_verdict(case: Case, which: Switches, data: st.DataObject) -> None:
    failed = (
        data.draw(st.frozensets(st.sampled_from(sorted(case.standing)), min_size=1, max_size=4))
        if case.standing
        else frozenset()
    )
    verdicts = oracle.verdicts(case, which, failed)

    for pathway in what_breaks(structure_of(case, which), failed).pathways:
        carriers = {"lost": {"lost"}, "weakened": {"lost", "weakened"}, "thinned": {"lost", "weakened", "thinned"}}
        assert (pathway.path is None) == (pathway.verdict == "intact")
        if pathway.path and pathway.verdict:
            elements, relations = pathway.path.elements, pathway.path.relations
            assert elements[0] in failed
            assert elements[-1] == pathway.element
            assert {verdicts[x] for x in elements} <= carriers[pathway.verdict]
            ends = [(case.relations[x].target, case.relations[x].source) for x in relations]
            assert ends == list(itertools.pairwise(elements))


def test_a_lost_line_leaves_the_weaker_one() -> None:
    pathway = impact_of(drafted(TWO_LINES, "p > a, p > b, a > x, x >> d"), "d").pathways[0]

    assert (pathway.before, pathway.after, pathway.verdict) == (Strength.STRONG, Strength.WEAK, "weakened")
    assert [(x.relation, x.before, x.after) for x in pathway.lost] == [("p>a", "strong", "none")]
    assert [(x.relation, x.after) for x in pathway.survives] == [("p>b", "weak")]
    assert pathway.path == Chain(("d", "x", "a", "p"), ("x>>d", "a>x", "p>a"))
    assert pathway.further_paths == 0


def test_a_requirement_is_no_line_of_support() -> None:
    pathway = impact_of(drafted(TWO_LINES, "p > a, a > x, p >> x, p >> d"), "x").pathways[0]

    assert [x.relation for x in pathway.lost] == ["p>a"]
    assert pathway.survives == ()
    assert [(x.relation, x.after) for x in pathway.unmet] == [("p>>x", "none")]


def test_used_up_redundancy_thins_and_no_more() -> None:
    case = drafted({"p": "pathway", "x": "control", "y": "control"}, "p > x, p > y")

    assert impact_of(case, "x").pathways[0].verdict == "thinned"
    assert impact_of(case, "x", "y").pathways[0].verdict == "lost"


def test_a_line_of_strength_none_thins_nothing() -> None:
    impact = impact_of(drafted({"p": "pathway", "x": "control", "y": "control"}, "p > x, p > y none"), "y")

    assert impact.nothing_breaks
    assert [effect.element for effect in impact.elements] == ["y"]


def test_a_failed_claim_is_cut_off_from_its_premises() -> None:
    impact = impact_of(drafted({"p": "pathway", "a": "claim", "x": "control"}, "p > a, a > x"), "a")

    assert impact.pathways[0].verdict == "lost"
    assert [effect.element for effect in impact.elements] == ["a", "p"]


def test_owning_holds_nothing_up() -> None:
    case = drafted({"p": "pathway", "x": "control", "t": "team"}, "p > x, x OWNED_BY t, x OPERATED_BY t")

    assert impact_of(case, "t").nothing_breaks


def test_a_failed_element_on_a_cycle_is_lost_anyway() -> None:
    impact = impact_of(drafted({"p": "pathway", "a": "claim", "b": "claim"}, "p > a, a > b, b > a"), "a")

    assert {x.element: x.verdict for x in impact.elements} == {"a": "lost", "b": None, "p": None}
    assert impact.pathways[0].path is None


@pytest.mark.parametrize("second_line", ["c > y", "c > y weak"])
def test_the_path_of_a_lost_pathway_runs_through_what_is_lost(second_line: str) -> None:
    elements = {"p": "pathway", "a": "claim", "b": "claim", "c": "claim", "x": "control", "y": "control"}
    case = drafted(elements, f"p > c, c > x, {second_line}, p >> a, a > b, b > x")

    pathway = impact_of(case, "x").pathways[0]

    assert pathway.path == Chain(("x", "b", "a", "p"), ("b>x", "a>b", "p>>a"))
    assert pathway.further_paths == 0


def test_further_paths_are_counted() -> None:
    elements = {"p": "pathway conjunctive", "a": "claim", "b": "claim", "x": "control"}

    pathway = impact_of(drafted(elements, "p > a, p > b, a > x, b > x"), "x").pathways[0]

    assert pathway.path == Chain(("x", "a", "p"), ("a>x", "p>a"))
    assert pathway.further_paths == 1


def test_an_element_that_the_switches_leave_out_fails_nothing() -> None:
    case = drafted({"p": "pathway accepted", "x": "control"}, "p > x accepted")

    impact = what_breaks(structure_of(case, Switches(status="accepted")), ["x"])

    assert impact.uncounted == ("x",)
    assert impact.nothing_breaks


def test_a_path_leads_to_any_affected_element() -> None:
    structure = structure_of(drafted(TWO_LINES, "p > a, p > b, a > x, x >> d"), ALL)

    assert chains_to(structure, ["d"], ["a", "b"]) == {"a": Chain(("d", "x", "a"), ("x>>d", "a>x"))}


def test_a_failure_of_nothing_known_is_refused() -> None:
    with pytest.raises(UnknownElement):
        impact_of(drafted({"p": "pathway"}, ""), "q")


@given(support_cases(cyclic=True), st.data())
def test_failing_more_never_mends(case: Case, data: st.DataObject) -> None:
    structure = structure_of(case, ALL)
    sets = st.frozensets(st.sampled_from(sorted(case.standing)), max_size=3) if case.standing else st.just(frozenset())
    few, more = data.draw(sets), data.draw(sets)

    worse = {x.element: x.after for x in what_breaks(structure, few | more).pathways}

    for pathway in what_breaks(structure, few).pathways:
        left = worse[pathway.element]
        assert (left is None) or pathway.after is None or left.rank <= pathway.after.rank


def test_a_chain_of_twenty_thousand_does_not_recurse() -> None:
    names = [f"c{number:05}" for number in range(20_000)]
    relations = ",".join(f"{above} > {below}" for above, below in itertools.pairwise(names))
    case = drafted({"p": "pathway"} | dict.fromkeys(names, "claim"), f"p > c00000, {relations}")

    pathway = impact_of(case, "c19999").pathways[0]

    assert pathway.verdict == "lost"
    assert pathway.path is not None
    assert len(pathway.path.relations) == 20_000
