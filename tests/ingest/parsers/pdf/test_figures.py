"""Figures of ruled lines: the same as where every rule is compared with every other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.pdf.figures import TOUCHING, figures
from ingest.parsers.pdf.sheet import Rule

places = st.integers(0, 400).map(float)


@st.composite
def drawn(draw: st.DrawFn) -> Rule:
    x, y, length = draw(places), draw(places), draw(st.integers(11, 300))
    return Rule(x, y, x + length, y) if draw(st.booleans()) else Rule(x, y, x, y + length)


def compared(rules: list[Rule]) -> set[frozenset[Rule]]:
    """Figures by comparing all rules with all others until nothing changes."""
    found = [{rule} for rule in rules]
    while pair := next(((a, b) for a in found for b in found if a is not b and near(a, b)), None):
        pair[0].update(pair[1])
        found.remove(pair[1])
    return {frozenset(figure) for figure in found}


def near(one: set[Rule], other: set[Rule]) -> bool:
    return any(
        a.x0 - TOUCHING <= b.x1 and b.x0 - TOUCHING <= a.x1 and a.y0 - TOUCHING <= b.y1 and b.y0 - TOUCHING <= a.y1
        for a in one
        for b in other
    )


@given(st.lists(drawn(), max_size=14, unique=True))
def test_figures_are_those_of_comparing_every_rule_with_every_other(rules: list[Rule]) -> None:
    assert {frozenset(figure) for figure in figures(rules)} == compared(rules)


def test_very_many_rules_beside_each_other_are_figures_of_their_own() -> None:
    rules = [
        Rule(20.0 * (at % 200), 20.0 * (at // 200), 20.0 * (at % 200) + 12, 20.0 * (at // 200)) for at in range(40_000)
    ]

    assert len(figures(rules)) == 40_000


def test_rule_of_immense_length_takes_no_immense_time() -> None:
    assert len(figures([Rule(0, 0, 1e9, 0), Rule(5, 0, 5, 1e9)])) == 1
