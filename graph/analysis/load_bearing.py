"""Which elements carry the most: by what each takes down alone, then by what it helps to take down.

The tiers are those of the page of semantics: pathways broken, of those lost outright, weakened without crossing
the level, thinned; then cut sets of up to three that hold it; then structural importance. Every figure keeps
the pathways it counts, and `Ranking.paths` gives a chain for each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from graph.analysis.diagrams import Budget
from graph.analysis.failure import chains_to
from graph.analysis.fault_tree import Question, level_in_force
from graph.analysis.joint_failures import JointFailures, joint_failures
from graph.analysis.single_failures import SingleFailures
from graph.analysis.structure import STRONG, Structure
from graph.analysis.untracked import Untracked, untracked_marks
from graph.analysis.verdict import Chain
from graph.elements import THINGS, ElementKind, Strength

MOST_STEPS = 1_000_000
_AS_NUMBERS = bytes.maketrans(b"01", b"\x00\x01")


@dataclass(frozen=True)
class Bearing:
    """What one element carries. `breaks`, `weakens`, `thins`: the pathways that it alone takes below the level,
    weakens without crossing it, thins; `loses`: those of `breaks` that are lost outright.

    `small_cut_sets`: how many cut sets of up to three hold it, over all ranked pathways; `importance`: mean of
    Birnbaum's measure over them, 0 to 1. Both None where it bears on a pathway of `Ranking.not_computed`. Equal
    elements share a `rank`, which counts from 1.
    """

    element: str
    rank: int
    breaks: tuple[str, ...]
    loses: tuple[str, ...]
    weakens: tuple[str, ...]
    thins: tuple[str, ...]
    small_cut_sets: int | None
    importance: float | None
    untracked: tuple[Untracked, ...]

    @property
    def pathways(self) -> tuple[str, ...]:
        """All pathways that it touches, worst first."""
        return (*self.breaks, *self.weakens, *self.thins)


@dataclass(frozen=True, eq=False)
class Ranking:
    """Everything that bears on a pathway, heaviest first, and the scope: structure, kinds and level asked for.

    `pathways` are those ranked; `already_below` and `circular` those left out, because they are below the level
    with nothing failed, or rest on a cycle. `not_computed`: pathways whose cut sets and importance did not fit
    the budget, so that elements under them are ordered by the other pathways from that tier on.
    """

    structure: Structure
    kinds: frozenset[ElementKind]
    level: Strength | None
    rows: tuple[Bearing, ...]
    pathways: tuple[str, ...]
    already_below: tuple[str, ...]
    circular: tuple[str, ...]
    not_computed: tuple[str, ...]

    def paths(self, row: Bearing) -> tuple[Chain, ...]:
        """A chain from the element to each of its pathways, in the order of `Bearing.pathways`."""
        return tuple(chains_to(self.structure, (row.element,), row.pathways).values())


def rank(structure: Structure, *, kinds: frozenset[ElementKind] = THINGS, level: Strength | None = None) -> Ranking:
    """The elements of these kinds by how much rests on them; level None: what each pathway has today."""
    asked = [Question(structure, x, level_in_force(structure.ranks[x], level), kinds) for x in structure.pathways]
    ranked = [question for question in asked if not question.is_below_already]
    touched = _touched(structure, ranked, kinds)
    joint = joint_failures(ranked, Budget(MOST_STEPS))
    return Ranking(
        structure=structure,
        kinds=kinds,
        level=level,
        rows=_rows(structure, touched, joint),
        pathways=_names(ranked),
        already_below=_names(x for x in asked if 0 <= structure.ranks[x.place] < x.level),
        circular=_names(x for x in asked if structure.ranks[x.place] < 0),
        not_computed=tuple(sorted(_names(joint.not_computed))),
    )


def _names(questions: Iterable[Question]) -> tuple[str, ...]:
    return tuple(question.structure.ids[question.place] for question in questions)


@dataclass(frozen=True)
class _Touched:
    """The pathways that one element touches alone, tier by tier."""

    breaks: tuple[str, ...]
    loses: tuple[str, ...]
    weakens: tuple[str, ...]
    thins: tuple[str, ...]


def _touched(structure: Structure, ranked: Sequence[Question], kinds: frozenset[ElementKind]) -> Mapping[int, _Touched]:
    """For every element of these kinds beneath a ranked pathway: what it does to each pathway alone."""
    under = structure.under(question.place for question in ranked)
    single = SingleFailures(structure, tuple(place for place in under if structure.kind(place) in kinds))
    below = {level: single.below(under, level) for level in range(1, STRONG + 1)}
    reach = single.reaching(under)
    breaks = [below[x.level][x.place] for x in ranked]
    falls = [below[structure.ranks[x.place]][x.place] for x in ranked]
    tiers = (
        breaks,
        [below[1][x.place] & broken for x, broken in zip(ranked, breaks, strict=True)],
        [fallen & ~broken for fallen, broken in zip(falls, breaks, strict=True)],
        [reach[x.place] & ~fallen for x, fallen in zip(ranked, falls, strict=True)],
    )
    columns = [_columns(_names(ranked), numbers, len(single.events)) for numbers in tiers]
    return {place: _Touched(*found) for place, *found in zip(single.events, *columns, strict=True)}


def _columns(names: Sequence[str], numbers: Sequence[int], width: int) -> Iterator[tuple[str, ...]]:
    """For every bit, lowest first: the names whose numbers have it set."""
    rows = [format(number, f"0{width}b").encode().translate(_AS_NUMBERS)[::-1][:width] for number in numbers]
    return (tuple(compress(names, column)) for column in zip(*rows, strict=True)) if rows else iter(())


def _rows(structure: Structure, touched: Mapping[int, _Touched], joint: JointFailures) -> tuple[Bearing, ...]:
    """The elements in the order of the tiers; what is equal in all of them goes by id and shares a rank."""
    keys = {
        place: (
            -len(found.breaks),
            -len(found.loses),
            -len(found.weakens),
            -len(found.thins),
            -joint.small_cut_sets.get(place, 0),
            -joint.importance.get(place, 0.0),
        )
        for place, found in touched.items()
    }
    in_order = sorted(keys.values())
    unknown = frozenset(structure.under(question.place for question in joint.not_computed))
    return tuple(
        Bearing(
            element=structure.ids[place],
            rank=bisect_left(in_order, keys[place]) + 1,
            breaks=touched[place].breaks,
            loses=touched[place].loses,
            weakens=touched[place].weakens,
            thins=touched[place].thins,
            small_cut_sets=None if place in unknown else joint.small_cut_sets.get(place, 0),
            importance=None if place in unknown else joint.importance.get(place, 0.0),
            untracked=untracked_marks(structure, structure.ids[place]),
        )
        for place in sorted(keys, key=lambda place: (keys[place], structure.ids[place]))
    )
