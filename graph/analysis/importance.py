"""Structural importance: how often an element decides whether a pathway falls, all other things being even.

Birnbaum's measure of e is P(falls | e has failed) - P(falls | e has not), dimensionless, 0 to 1. No failure
probabilities are recorded, so every event fails with probability 1/2: then it is the share of the states of all
other events in which e decides. Exact: sums are whole numbers, divided once. Source: Birnbaum 1969; check:
tests/cases/bridge.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.analysis.diagrams import FALSE, TRUE
from graph.analysis.fault_tree import FaultTree


def birnbaum(tree: FaultTree) -> Mapping[int, float]:
    """The measure of every element, by position, that can decide at all; one pass up and one down the diagram."""
    functions, scale = tree.functions, len(tree.events)
    nodes = functions.reachable(tree.root)
    falls = {FALSE: 0, TRUE: 1 << scale}
    for here in nodes:
        falls[here] = (falls[functions.low[here]] + falls[functions.high[here]]) >> 1
    reached: defaultdict[int, int] = defaultdict(int, {tree.root: 1 << scale})
    decides: defaultdict[int, int] = defaultdict(int)
    for here in reversed(nodes):
        low, high = functions.low[here], functions.high[here]
        reached[low] += reached[here] >> 1
        reached[high] += reached[here] >> 1
        decides[functions.event[here]] += reached[here] * (falls[high] - falls[low])
    return {tree.events[event]: share / (1 << 2 * scale) for event, share in decides.items()}
