"""What elements do together with others: shares in small cut sets and structural importance, over several pathways.

Both need the whole fault tree of a pathway. Where one does not fit its part of the budget it is named, and the
elements beneath it get no figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from graph.analysis.diagrams import Budget
from graph.analysis.families import Families
from graph.analysis.fault_tree import FaultTree, Question, fault_tree
from graph.analysis.importance import birnbaum
from graph.errors import BudgetExceeded

SMALL = 3


@dataclass(frozen=True)
class JointFailures:
    """Figures by position, over the questions that fit; what is missing from a mapping is 0.

    `small_cut_sets`: cut sets of up to three that hold the element; `importance`: mean of Birnbaum's measure over
    all the questions; `not_computed`: the questions that did not fit.
    """

    small_cut_sets: Mapping[int, int]
    importance: Mapping[int, float]
    not_computed: tuple[Question, ...]


def joint_failures(questions: Sequence[Question], steps: int) -> JointFailures:
    """The figures of every element beneath the elements of these questions, each allowed its part of the steps."""
    small: Counter[int] = Counter()
    decides: defaultdict[int, list[float]] = defaultdict(list)
    not_computed = []
    for question in questions:
        try:
            tree = fault_tree(question, steps // len(questions))
            small.update(_small_cut_sets(tree, steps // len(questions)))
        except BudgetExceeded:
            not_computed.append(question)
            continue
        for place, measure in birnbaum(tree).items():
            decides[place].append(measure)
    importance = {place: fsum(measures) / len(questions) for place, measures in decides.items()}
    return JointFailures(small, importance, tuple(not_computed))


def _small_cut_sets(tree: FaultTree, steps: int) -> Mapping[int, int]:
    families = Families(Budget(steps))
    members = families.members(families.minimal(tree.functions, tree.root), SMALL)
    return {tree.events[event]: count for event, count in members.items()}
