"""Sole supports: the elements that take a pathway below a level when they fail alone, each with its chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.analysis.failure import chains_to
from graph.analysis.fault_tree import question_of
from graph.analysis.single_failures import SingleFailures
from graph.analysis.structure import Structure
from graph.analysis.verdict import Chain
from graph.elements import THINGS, ElementKind, Strength


@dataclass(frozen=True)
class SoleSupports:
    """The cut sets of size one: `paths` leads from each sole support, by id, up to the pathway.

    `is_below_already`: the pathway is below the level with nothing failed, so that nothing is its sole support.
    """

    pathway: str
    level: Strength
    is_below_already: bool
    paths: Mapping[str, Chain]

    @property
    def elements(self) -> tuple[str, ...]:
        """The sole supports, by id."""
        return tuple(self.paths)


def sole_supports(
    structure: Structure, pathway: str, level: Strength | None = None, *, kinds: frozenset[ElementKind] = THINGS
) -> SoleSupports:
    """The sole supports of a pathway, or of any other element; see `minimal_cut_sets` for level and errors."""
    question = question_of(structure, pathway, level, kinds=kinds)
    under = structure.under((question.place,))
    single = SingleFailures(structure, tuple(place for place in under if structure.kind(place) in kinds))
    failures = 0 if question.is_below_already else single.below(under, question.level)[question.place]
    return SoleSupports(
        pathway=pathway,
        level=Strength.of_rank(question.level),
        is_below_already=question.is_below_already,
        paths={x: chains_to(structure, (x,), (pathway,))[pathway] for x in single.elements(failures)},
    )
