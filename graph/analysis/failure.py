"""What breaks if a set of elements fails: per pathway what is lost and what survives, with a chain that shows it.

A failed element is lost. Everything that rests on it is at least thinned; whether it is weakened or lost is
worked out upward, premises first, and nothing beside it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from graph.analysis.cycles import Cycle
from graph.analysis.routes import Routes
from graph.analysis.structure import STRONG, Structure, rank_at
from graph.analysis.verdict import Chain, Line, Verdict, strength_of
from graph.elements import Strength

_WORST_FIRST = (Verdict.LOST, Verdict.WEAKENED, Verdict.THINNED, None, Verdict.INTACT)


@dataclass(frozen=True)
class Effect:
    """What happens to one element. Strengths and verdict are None where it rests on a cycle."""

    element: str
    before: Strength | None
    after: Strength | None
    verdict: Verdict | None


@dataclass(frozen=True)
class PathwayImpact(Effect):
    """What happens to a pathway, with its direct lines and requirements.

    `path` is a shortest chain from a failed element, each step itself lost where the pathway is lost, lost or
    weakened where it is weakened, affected where it is thinned; None where it is intact or rests on a cycle.
    `further_paths` counts the other chains of that sort.
    """

    lines: tuple[Line, ...]
    path: Chain | None
    further_paths: int

    @property
    def support(self) -> tuple[Line, ...]:
        """The lines of support, without the requirements."""
        return tuple(x for x in self.lines if not x.required)

    @property
    def lost(self) -> tuple[Line, ...]:
        """The lines of support that are worth nothing now and were worth something."""
        return tuple(x for x in self.support if x.after is Strength.NONE and x.before is not Strength.NONE)

    @property
    def survives(self) -> tuple[Line, ...]:
        """The lines of support that are still worth something; a weakened line survives."""
        return tuple(x for x in self.support if x.is_left)

    @property
    def unmet(self) -> tuple[Line, ...]:
        """The requirements that are lost or weakened."""
        return tuple(x for x in self.lines if x.required and x.after != x.before)


@dataclass(frozen=True)
class Impact:
    """What a scenario does: every pathway, and every element that is affected, worst first, then by id.

    `uncounted` are the failed elements that the switches leave out; `cycles` those of the whole structure.
    """

    failed: tuple[str, ...]
    uncounted: tuple[str, ...]
    pathways: tuple[PathwayImpact, ...]
    elements: tuple[Effect, ...]
    cycles: tuple[Cycle, ...]

    @property
    def nothing_breaks(self) -> bool:
        """Is every pathway intact?"""
        return all(pathway.verdict is Verdict.INTACT for pathway in self.pathways)


def what_breaks(structure: Structure, failed: Iterable[str]) -> Impact:
    """The impact of these elements failing together; UnknownElement where the case holds no such element."""
    named = tuple(dict.fromkeys(failed))
    scenario = _Scenario(structure, structure.places(named))
    return Impact(
        failed=named,
        uncounted=tuple(element for element in named if element not in structure.position),
        pathways=tuple(sorted(map(scenario.pathway, structure.pathways), key=_worst_first)),
        elements=tuple(sorted(map(scenario.effect, scenario.affected), key=_worst_first)),
        cycles=structure.cycles,
    )


def chains_to(structure: Structure, failed: Iterable[str], elements: Iterable[str]) -> Mapping[str, Chain]:
    """The chain by which these failures reach each element, as in `PathwayImpact.path`; none to what is intact."""
    scenario = _Scenario(structure, structure.places(failed))
    places = {element: structure.position[element] for element in elements if element in structure.position}
    chains = {element: scenario.path(place) for element, place in places.items()}
    return {element: chain for element, chain in chains.items() if chain is not None}


def _worst_first(effect: Effect) -> tuple[int, str]:
    return (_WORST_FIRST.index(effect.verdict), effect.element)


class _Scenario:
    """A structure with some positions failed: what follows for every other one, worked out once."""

    def __init__(self, structure: Structure, failed: frozenset[int]) -> None:
        self.structure = structure
        self.failed = failed
        self.affected = structure.over(failed)
        self.now = list(structure.ranks)
        for place in self.affected:
            if place in failed:
                self.now[place] = 0
            elif structure.ranks[place] > 0:
                self.now[place] = rank_at(structure, place, self.now)

    def effect(self, place: int) -> Effect:
        ids, before, after = self.structure.ids, self.structure.ranks[place], self.now[place]
        return Effect(ids[place], strength_of(before), strength_of(after), self._verdict(place))

    def pathway(self, place: int) -> PathwayImpact:
        plain, routes = self.effect(place), self._routes(place)
        return PathwayImpact(
            element=plain.element,
            before=plain.before,
            after=plain.after,
            verdict=plain.verdict,
            lines=self._lines(place),
            path=routes.shortest(place) if routes else None,
            further_paths=max(routes.ways(place) - 1, 0) if routes else 0,
        )

    def path(self, place: int) -> Chain | None:
        routes = self._routes(place)
        return routes.shortest(place) if routes else None

    def _verdict(self, place: int) -> Verdict | None:
        before, after = self.structure.ranks[place], self.now[place]
        if place in self.failed:
            return Verdict.LOST
        if before < 0:
            return None
        if after < before:
            return Verdict.WEAKENED if after else Verdict.LOST
        return Verdict.THINNED if place in self._touched else Verdict.INTACT

    @cached_property
    def _touched(self) -> frozenset[int]:
        return frozenset(self.affected)

    def _lines(self, place: int) -> tuple[Line, ...]:
        structure = self.structure
        required = [(premise, STRONG, relation) for premise, relation in structure.requirements[place]]
        return tuple(
            Line(
                relation=structure.relations[relation],
                element=structure.ids[premise],
                required=number >= len(structure.lines[place]),
                before=strength_of(min(cap, structure.ranks[premise])),
                after=strength_of(min(cap, self.now[premise])),
            )
            for number, (premise, cap, relation) in enumerate((*structure.lines[place], *required))
        )

    def _routes(self, place: int) -> Routes | None:
        if place in self.failed:
            return self._thinned
        match self._verdict(place):
            case Verdict.LOST:
                return self._lost
            case Verdict.WEAKENED:
                return self._weakened
            case Verdict.THINNED:
                return self._thinned
            case Verdict.INTACT | None:
                return None
            case other:
                assert_never(other)

    @cached_property
    def _lost(self) -> Routes:
        return self._through([place for place in self._fell if self.now[place] == 0])

    @cached_property
    def _weakened(self) -> Routes:
        return self._through(self._fell)

    @cached_property
    def _thinned(self) -> Routes:
        return self._through(self.affected)

    @cached_property
    def _fell(self) -> tuple[int, ...]:
        return tuple(place for place in self.affected if self.now[place] < self.structure.ranks[place])

    def _through(self, places: Sequence[int]) -> Routes:
        return Routes(self.structure, self.failed.intersection(places), frozenset(places))
