"""Every way in which one element counts towards another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.paths import paths_between
from graph.analysis.structure import structure_of
from graph.analysis.verdict import Chain
from graph.case import Case, Switches
from graph.elements import RelationType
from graph.errors import UnknownElement
from tests import oracle
from tests.drafting import drafted
from tests.graph.support_cases import support_cases, switches

ALL = Switches()


def every_chain(case: Case, which: Switches, source: str, target: str) -> set[Chain]:
    """Brute force: grow every chain upward until it is there."""
    steps = [x for element in case.standing for x in oracle.premises(case, which, element)]
    growing, done = [Chain((source,), ())], set()
    while growing:
        chain = growing.pop()
        if chain.elements[-1] == target:
            done.add(chain)
            continue
        growing += [
            Chain((*chain.elements, step.source), (*chain.relations, step.id))
            for step in steps
            if step.target == chain.elements[-1] and step.source not in chain.elements
        ]
    return done


@given(support_cases(cyclic=True, most=7), switches, st.data())
def test_paths_equal_the_oracle_shortest_first(case: Case, which: Switches, data: st.DataObject) -> None:
    structure = structure_of(case, which)
    ends = st.sampled_from(structure.ids or ("",))
    source, target = data.draw(ends), data.draw(ends)
    expected = every_chain(case, which, source, target) if source else set()

    found = list(paths_between(structure, source, target)) if source else []

    assert set(found) == expected
    assert len(found) == len(expected)
    assert all(len(one.relations) <= len(other.relations) for one, other in pairwise(found))
    assert not source or paths_between(structure, source, target).total == len(expected)


def test_a_ladder_has_too_many_paths_to_list_but_not_to_count() -> None:
    rungs = 60
    elements = {f"{side}{rung}": "claim" for rung in range(rungs) for side in "ab"} | {"x": "control", "p": "pathway"}
    lines = [f"{a}{n} > {b}{n + 1}" for n in range(rungs - 1) for a in "ab" for b in "ab"]
    case = drafted(elements, ",".join([*lines, "p > a0", "p > b0", f"a{rungs - 1} > x", f"b{rungs - 1} > x"]))

    paths = paths_between(structure_of(case, ALL), "x", "p")

    assert paths.total == 2**rungs
    assert {len(path.relations) for path in paths.first(5)} == {rungs + 1}


def test_a_thicket_of_cycles_is_more_than_was_counted() -> None:
    names = [f"c{number}" for number in range(12)]
    lines = [f"{a} > {b}" for a in names for b in names if a != b]
    paths = paths_between(structure_of(drafted(dict.fromkeys(names, "claim"), ",".join(lines)), ALL), "c0", "c1")

    assert paths.total is None
    assert paths.more_than >= 1000
    assert paths.first(1) == (Chain(("c0", "c1"), ("c1>c0",)),)


def test_other_relations_can_be_followed() -> None:
    structure = structure_of(drafted({"x": "control", "t": "team"}, "x OWNED_BY t"), ALL)

    assert paths_between(structure, "t", "x").total == 0
    owned = paths_between(structure, "t", "x", types=frozenset({RelationType.OWNED_BY}))
    assert [chain.elements for chain in owned] == [("t", "x")]


def test_a_path_of_twenty_thousand_does_not_recurse() -> None:
    names = [f"c{number:05}" for number in range(20_000)]
    case = drafted(dict.fromkeys(names, "claim"), ",".join(f"{a} > {b}" for a, b in pairwise(names)))

    assert len(paths_between(structure_of(case, ALL), names[-1], names[0]).first(1)[0].elements) == 20_000


def test_a_path_to_nothing_known_is_refused() -> None:
    with pytest.raises(UnknownElement, match="no element 'q'"):
        paths_between(structure_of(drafted({"p": "pathway"}, ""), ALL), "q", "p")
