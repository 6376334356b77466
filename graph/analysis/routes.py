"""Chains upward through part of a structure: a shortest one to each element, and how many there are."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property

from graph.analysis.cycles import Step
from graph.analysis.structure import Structure
from graph.analysis.verdict import Chain


@dataclass(frozen=True, eq=False)
class Routes:
    """All chains that begin at one of `starts` and go up through `through`, which holds no cycle.

    A chain that comes to another start is cut there: that start needs no reason.
    """

    structure: Structure
    starts: frozenset[int]
    through: frozenset[int]

    def shortest(self, place: int) -> Chain | None:
        """A shortest chain to this position; None where there is none."""
        if place not in self.starts and place not in self._came:
            return None
        places, relations = [place], []
        while places[-1] not in self.starts:
            before, relation = self._came[places[-1]]
            places.append(before)
            relations.append(relation)
        ids, names = self.structure.ids, self.structure.relations
        return Chain(tuple(ids[x] for x in reversed(places)), tuple(names[x] for x in reversed(relations)))

    def ways(self, place: int) -> int:
        """How many chains lead to this position; one to a start itself."""
        return self._ways.get(place, 0)

    @cached_property
    def _came(self) -> dict[int, Step]:
        came: dict[int, Step] = {}
        queue = deque(sorted(self.starts))
        while queue:
            here = queue.popleft()
            for place, relation in self.structure.above[here]:
                if place in self.through and place not in self.starts and place not in came:
                    came[place] = (here, relation)
                    queue.append(place)
        return came

    @cached_property
    def _ways(self) -> dict[int, int]:
        ways = dict.fromkeys(self.starts, 1)
        for place in sorted(self.through - self.starts):
            ways[place] = sum(ways.get(premise, 0) for premise, _ in self.structure.beneath[place])
        return ways
