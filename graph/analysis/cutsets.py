"""Minimal cut sets: the smallest sets of failures that take a pathway below a level.

Each level is a coherent fault tree, so its minimal cut sets are exact: the fault tree becomes a decision diagram,
that the family of its minimal solutions; sets are counted there and only made when asked for, smallest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from graph.analysis.diagrams import Budget
from graph.analysis.families import BARE, EMPTY, Families
from graph.analysis.fault_tree import Question, fault_tree, question_of
from graph.analysis.single_failures import SingleFailures, bits
from graph.analysis.structure import Structure
from graph.elements import THINGS, ElementKind, Strength
from graph.errors import BudgetExceeded

MOST_STEPS = 2_000_000


@dataclass(frozen=True, eq=False)
class Family:
    """All minimal cut sets of a question, up to `known_order` events where no more are known."""

    families: Families
    root: int
    events: tuple[str, ...]
    known_order: int | None = None

    @cached_property
    def by_order(self) -> Mapping[int, int]:
        """How many there are of each size."""
        return dict(sorted(self.families.sizes(self.root)[self.root].items()))

    def of_order(self, order: int) -> Iterator[tuple[str, ...]]:
        """Those of one size, each as sorted ids."""
        for events in self.families.of_size(self.root, order):
            yield tuple(sorted(self.events[event] for event in events))


@dataclass(frozen=True, eq=False)
class CutSets:
    """The minimal cut sets of "the pathway falls below the level", up to `max_order` events where that is given.

    Iterate for the sets, smallest first, each as sorted ids. `complete`: is there no larger one? `margin`: the
    size of the smallest cut set of any size, 0 where the pathway is below the level already (its one cut set
    is the empty one), None where nothing recorded can take it there.
    """

    pathway: str
    level: Strength
    max_order: int | None
    complete: bool
    margin: int | None
    family: Family

    @property
    def by_order(self) -> Mapping[int, int]:
        """How many cut sets there are of each size."""
        return {
            order: count
            for order, count in self.family.by_order.items()
            if self.max_order is None or order <= self.max_order
        }

    @property
    def total(self) -> int:
        """How many cut sets there are, of the sizes in `by_order`."""
        return sum(self.by_order.values())

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """The cut sets, smallest first, made one by one."""
        for order in self.by_order:
            yield from self.family.of_order(order)

    def first(self, most: int) -> tuple[tuple[str, ...], ...]:
        """The smallest cut sets, `most` of them or all where there are fewer."""
        return tuple(islice(self, most))


def minimal_cut_sets(
    structure: Structure,
    pathway: str,
    level: Strength | None = None,
    *,
    max_order: int | None = None,
    kinds: frozenset[ElementKind] = THINGS,
) -> CutSets:
    """The cut sets of a pathway, or of any other element, below a level; None: below what it has today.

    UnknownElement and CircularSupport where it has no strength; BudgetExceeded says which orders are complete.
    """
    question = question_of(structure, pathway, level, kinds=kinds)
    family = cut_set_family(question, MOST_STEPS, up_to=max_order)
    largest = max(family.by_order, default=0)
    return CutSets(
        pathway=pathway,
        level=Strength.of_rank(question.level),
        max_order=max_order,
        complete=family.known_order is None and (max_order is None or largest <= max_order),
        margin=min(family.by_order, default=None),
        family=family,
    )


def cut_set_family(question: Question, steps: int, *, up_to: int | None = None) -> Family:
    """All minimal cut sets, or those of up to two events where no more fits and no more is asked for.

    BudgetExceeded says what is complete.
    """
    if question.is_below_already:
        return Family(Families(Budget(steps)), BARE, ())
    try:
        budget = Budget(steps)
        tree = fault_tree(question, budget)
        families = Families(budget)
        return Family(families, families.minimal(tree.functions, tree.root), _ids(question, tree.events))
    except BudgetExceeded as too_large:
        small = small_family(question, steps)
        known = small.known_order or 0
        if up_to is not None and up_to <= known and small.root != EMPTY:
            return small
        complete = ", ".join(f"{small.by_order.get(order, 0)} of order {order}" for order in range(1, known + 1))
        raise BudgetExceeded(
            f"the cut sets of '{question.structure.ids[question.place]}' do not fit the budget; complete are"
            f" {complete}; order {known + 1} and above are not computed",
            f"Ask for cut sets of order {known} at most, or for fewer kinds of element.",
        ) from too_large


def failing_pairs(
    structure: Structure, pathway: str, *, kinds: frozenset[ElementKind] = THINGS
) -> tuple[Strength, tuple[tuple[str, ...], ...]]:
    """What an element has today, and the minimal cut sets of two that take it below: neither of the two does alone.

    BudgetExceeded where there are too many to try; UnknownElement and CircularSupport as for `minimal_cut_sets`.
    """
    question = question_of(structure, pathway, None, kinds=kinds)
    level = Strength.of_rank(question.level)
    if question.is_below_already:
        return level, ()
    family = small_family(question, MOST_STEPS)
    if family.known_order != 2:
        raise BudgetExceeded(
            f"the pairs of failures beneath '{pathway}' do not fit the budget",
            "Ask for an element further down, or for fewer kinds of element.",
        )
    return level, tuple(family.of_order(2))


def _ids(question: Question, events: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(question.structure.ids[place] for place in events)


def small_family(question: Question, steps: int) -> Family:
    """The cut sets of one event, and of two where that takes at most so many steps, without a diagram of all.

    The question's element is not below its level already.
    """
    structure = question.structure
    under = structure.under((question.place,))
    single = SingleFailures(structure, tuple(x for x in under if structure.kind(x) in question.kinds))
    alone = single.below(under, question.level)[question.place]
    partners: dict[int, list[int]] = {}
    pairs_fit = len(single.events) * sum(len(structure.beneath[place]) for place in under) <= steps
    for event, place in enumerate(single.events if pairs_fit else ()):
        if not alone >> event & 1:
            with_it = single.below(under, question.level, frozenset({place}))[question.place]
            partners[event] = [other for other in bits(with_it & ~alone) if other > event]
    families = Families(Budget(steps))
    root = families.pairs(partners, frozenset(bits(alone)))
    return Family(families, root, _ids(question, single.events), 2 if pairs_fit else 1)
