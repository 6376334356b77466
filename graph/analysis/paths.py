"""How one element ends up counting towards another: every chain between the two, shortest first.

A chain reads upward, from what is asked about to what rests on it, and visits no element twice. Chains are
made as they are asked for; how many there are is exact where nothing between the two is circular.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import chain, count, islice

from graph.analysis.structure import Structure, is_worthless
from graph.analysis.verdict import Chain
from graph.elements import CARRIERS, Relation, RelationType
from graph.errors import BudgetExceeded, UnknownElement

MOST_STEPS = 20_000


@dataclass(frozen=True, eq=False)
class Paths:
    """The chains from `source` up to `target`. `upward`: the relations between the two, by their lower end."""

    source: str
    target: str
    upward: Mapping[str, tuple[Relation, ...]]

    def __iter__(self) -> Iterator[Chain]:
        """Every chain, shortest first; BudgetExceeded where a cycle hides the next one too well."""
        return _chains(self)

    def first(self, most: int) -> tuple[Chain, ...]:
        """The shortest chains, `most` of them or all where there are fewer."""
        return tuple(islice(self, most))

    @property
    def total(self) -> int | None:
        """How many chains there are; None where a cycle lies between and they are more than `more_than`."""
        found, is_all = self._number
        return found if is_all else None

    @property
    def more_than(self) -> int:
        """How many were found where the total is not known, else 0."""
        found, is_all = self._number
        return 0 if is_all else found

    @cached_property
    def is_acyclic(self) -> bool:
        """Is there no cycle among the elements between?"""
        return self._ways is not None

    @cached_property
    def near(self) -> Mapping[str, int]:
        """How many relations lie between each element and the target, at least."""
        return _distances(self.target, self.upward)

    @cached_property
    def _ways(self) -> int | None:
        return _ways(self.source, self.target, self.upward)

    @cached_property
    def _number(self) -> tuple[int, bool]:
        if self._ways is not None:
            return self._ways, True
        found = 0
        try:
            for _ in islice(self, MOST_STEPS + 1):
                found += 1
        except BudgetExceeded:
            return found, False
        return min(found, MOST_STEPS), found <= MOST_STEPS


def paths_between(
    structure: Structure, source: str, target: str, *, types: frozenset[RelationType] = CARRIERS
) -> Paths:
    """The chains along counted relations of these types; UnknownElement where the case holds no such element."""
    for element in (source, target):
        if element not in structure.case.standing:
            raise UnknownElement(element, ())
    upward = _upward(structure, source, types)
    near = _distances(target, upward)
    between = {
        here: tuple(relation for relation in relations if relation.source in near)
        for here, relations in upward.items()
        if here in near
    }
    return Paths(source, target, between)


def _upward(structure: Structure, source: str, types: frozenset[RelationType]) -> Mapping[str, tuple[Relation, ...]]:
    """The counted relations that lead up from the source, by their lower end."""
    case = structure.case
    upward: dict[str, tuple[Relation, ...]] = {}
    waiting = [source] if source in structure.position else []
    while waiting:
        here = waiting.pop()
        if here not in upward:
            found = (x for x in case.incoming.get(here, ()) if x.type in types and _leads_on(structure, x))
            upward[here] = tuple(sorted(found, key=lambda relation: (relation.source, relation.id)))
            waiting.extend(relation.source for relation in upward[here])
    return upward


def _leads_on(structure: Structure, relation: Relation) -> bool:
    return not is_worthless(relation) and structure.case.counted(relation, structure.switches)


def _distances(target: str, upward: Mapping[str, tuple[Relation, ...]]) -> Mapping[str, int]:
    """How many relations lie between each element and the target, at least; elements without a way are left out."""
    downward: dict[str, list[str]] = {}
    for here, relations in upward.items():
        for relation in relations:
            downward.setdefault(relation.source, []).append(here)
    near = {target: 0} if target in upward else {}
    queue = deque(near)
    while queue:
        here = queue.popleft()
        for lower in downward.get(here, ()):
            if lower not in near:
                near[lower] = near[here] + 1
                queue.append(lower)
    return near


def _ways(source: str, target: str, upward: Mapping[str, tuple[Relation, ...]]) -> int | None:
    """How many chains there are, by adding up from below; None where there is a cycle among the elements between."""
    above = {here: [x.source for x in relations] if here != target else [] for here, relations in upward.items()}
    open_below = Counter(chain.from_iterable(above.values()))
    ways = Counter({source: 1} if source in above else {})
    ready = [here for here in above if not open_below[here]]
    done = 0
    while ready:
        here = ready.pop()
        done += 1
        for higher in above[here]:
            ways[higher] += ways[here]
            open_below[higher] -= 1
            if not open_below[higher]:
                ready.append(higher)
    return ways[target] if done == len(above) else None


@dataclass(frozen=True, eq=False)
class _Part:
    """A chain in the making: its uppermost element, how that was reached, and the part below."""

    element: str
    length: int = 0
    relation: Relation | None = None
    below: _Part | None = None

    def downward(self) -> Iterator[_Part]:
        part: _Part | None = self
        while part is not None:
            yield part
            part = part.below

    def chain(self) -> Chain:
        parts = tuple(self.downward())[::-1]
        return Chain(tuple(x.element for x in parts), tuple(x.relation.id for x in parts if x.relation))


def _chains(paths: Paths) -> Iterator[Chain]:
    """Best first by the length that a chain will have at least; on acyclic support no part is a dead end."""
    near, turn, steps = paths.near, count(), 0
    waiting = [(near[paths.source], 0, next(turn), _Part(paths.source))] if paths.source in near else []
    while waiting:
        part = heappop(waiting)[-1]
        steps += 1
        if part.element == paths.target:
            steps = 0
            yield part.chain()
            continue
        if steps > MOST_STEPS and not paths.is_acyclic:
            raise BudgetExceeded(
                f"the paths from '{paths.source}' to '{paths.target}' run through a cycle of support; those shown"
                " are the shortest, but not all could be found",
                "Resolve the cycle: reject one of its relations, then ask again.",
            )
        seen = frozenset() if paths.is_acyclic else frozenset(x.element for x in part.downward())
        for relation in paths.upward[part.element]:
            if relation.source not in seen:
                longer = _Part(relation.source, part.length + 1, relation, part)
                least = longer.length + near[relation.source]
                heappush(waiting, (least, -longer.length, next(turn), longer))
