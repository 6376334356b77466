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


def joint_failures(questions: Sequence[Question], budget: Budget) -> JointFailures:
    """The figures of every element beneath those of the questions; what small questions leave, larger ones get."""
    small: Counter[int] = Counter()
    decides: defaultdict[int, list[float]] = defaultdict(list)
    not_computed = []
    by_size = sorted(questions, key=lambda question: len(question.structure.under((question.place,))))
    for done, question in enumerate(by_size):
        share = budget.share(len(questions) - done)
        try:
            tree = fault_tree(question, share)
            small.update(_small_cut_sets(tree, share))
        except BudgetExceeded:
            not_computed.append(question)
            continue
        budget.steps += share.steps
        for place, measure in birnbaum(tree).items():
            decides[place].append(measure)
    importance = {place: fsum(measures) / len(questions) for place, measures in decides.items()}
    return JointFailures(small, importance, tuple(not_computed))


def _small_cut_sets(tree: FaultTree, budget: Budget) -> Mapping[int, int]:
    families = Families(budget)
    members = families.members(families.minimal(tree.functions, tree.root), SMALL)
    return {tree.events[event]: count for event, count in members.items()}
