"""The fault tree of one element at one level: "it falls below s" as a function of which events fail.

An element is below s when it fails itself, when its source states less, when a requirement is below s, or when
too few of its lines of s or more hold. Events are numbered in the order in which a walk down from the element
meets them; which order stays small differs from case to case, so several are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.analysis.diagrams import FALSE, TRUE, Budget, Functions
from graph.analysis.structure import Structure
from graph.elements import THINGS, ElementKind, Strength
from graph.errors import BudgetExceeded, CircularSupport, UnknownElement


@dataclass(frozen=True)
class FaultTree:
    """`root` is a function of `functions`; event n is the failure of the element at position `events[n]`."""

    functions: Functions
    root: int
    events: tuple[int, ...]


@dataclass(frozen=True)
class Question:
    """Does the element at `place` fall below `level` (1 weak to 3 strong) when things of these kinds fail?"""

    structure: Structure
    place: int
    level: int
    kinds: frozenset[ElementKind]

    @property
    def is_below_already(self) -> bool:
        """Is the element below the level with nothing failed?"""
        return self.structure.ranks[self.place] < self.level


def question_of(
    structure: Structure, element: str, level: Strength | None = None, *, kinds: frozenset[ElementKind] = THINGS
) -> Question:
    """The question whether an element falls below a level; None: below what it has today.

    UnknownElement where no such element counts, CircularSupport where it rests on a cycle.
    """
    place = structure.position.get(element)
    if place is None:
        raise UnknownElement(element, ())
    if structure.ranks[place] < 0:
        under = frozenset(structure.under((place,)))
        ring = next(cycle.elements for cycle in structure.cycles if structure.position[cycle.elements[0]] in under)
        raise CircularSupport(
            f"'{element}' rests on circular support: {' -> '.join((*ring, ring[0]))}",
            "Resolve the cycle first: reject one of its relations.",
        )
    return Question(structure, place, level_in_force(structure.ranks[place], level), kinds)


def level_in_force(today: int, level: Strength | None) -> int:
    """The rank below which an element falls: the level asked for, else today's; what has none is below weak."""
    return max(today if level is None else level.rank, Strength.WEAK.rank)


def fault_tree(question: Question, budget: Budget) -> FaultTree:
    """The fault tree that answers the question; BudgetExceeded where no order fits its share of the budget."""
    depth = _depths(question.structure, question.place)
    orders: list[Callable[[int], int]] = [lambda _: 0, lambda place: -depth[place], depth.__getitem__]
    while True:
        share = budget.share(len(orders))
        try:
            tree = _built(question, orders.pop(0), share)
        except BudgetExceeded:
            if not orders:
                raise
        else:
            budget.steps += share.steps
            return tree


def _depths(structure: Structure, top: int) -> Mapping[int, int]:
    """For everything beneath: the length of the longest chain below it."""
    depth: dict[int, int] = {}
    for place in structure.under((top,)):
        depth[place] = max((depth[premise] + 1 for premise, _ in structure.beneath[place]), default=0)
    return depth


def _built(question: Question, order: Callable[[int], int], budget: Budget) -> FaultTree:
    structure = question.structure
    events = tuple(place for place in _walk(question, order) if structure.kind(place) in question.kinds)
    functions = Functions(budget)
    numbers = {place: number for number, place in enumerate(events)}
    below: dict[int, int] = {}
    for place in structure.under((question.place,)):
        below[place] = _below(question, place, functions=functions, below=below)
        if place in numbers:
            below[place] = functions.either(functions.of(numbers[place]), below[place])
    return FaultTree(functions, below[question.place], events)


def _walk(question: Question, order: Callable[[int], int]) -> list[int]:
    """Everything beneath, in the order of a walk down that takes the premises of each element in this order."""
    seen: dict[int, None] = {}
    waiting = [question.place]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen[here] = None
            premises = {premise for premise, _ in question.structure.beneath[here] if premise not in seen}
            waiting.extend(sorted(premises, key=lambda place: (order(place), place), reverse=True))
    return list(seen)


def _below(question: Question, place: int, *, functions: Functions, below: Mapping[int, int]) -> int:
    """The function "is below the level, though it has not failed itself"."""
    structure, level = question.structure, question.level
    if structure.own[place] < level:
        return TRUE
    unmet = functions.at_least(1, [below[premise] for premise, _ in structure.requirements[place]])
    lines = [below[premise] for premise, cap, _ in structure.lines[place] if cap >= level]
    too_few = FALSE
    if structure.needs[place]:
        too_few = functions.at_least(len(lines) - structure.needs[place] + 1, lines)
    return functions.either(unmet, too_few)
