"""Every single failure at once, one bit each."""

from __future__ import annotations

import pytest

from graph.analysis.single_failures import SingleFailures
from graph.analysis.structure import structure_of
from graph.case import Switches
from graph.elements import ElementKind
from tests.drafting import drafted

CONTROLS = 6


@pytest.mark.parametrize("needed", range(1, CONTROLS + 2))
def test_a_shared_dependency_breaks_what_needs_more_than_it_leaves(needed: int) -> None:
    elements = {"p": f"pathway at_least {needed}"}
    elements |= {f"{name}{number}": kind for number in range(1, 7) for name, kind in (("x", "control"), ("d", "team"))}
    lines = [f"p > x{number}" for number in range(1, 7)]
    lines += [f"x{number} >> d{shared}" for shared in range(1, 7) for number in range(1, shared + 1)]
    structure = structure_of(drafted(elements, ",".join(lines)), Switches())

    single = SingleFailures(structure, structure.of_kinds(frozenset({ElementKind.TEAM})))
    below = single.below(range(len(structure.ids)), 1)[structure.position["p"]]

    assert single.elements(below) == tuple(f"d{shared}" for shared in range(1, 7) if CONTROLS - shared < needed)
