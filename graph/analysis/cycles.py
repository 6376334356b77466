"""Circular support: which elements rest on themselves, and for each a cycle that shows it.

Works on numbered elements: `beneath[v]` holds the (premise, relation) pairs of element v. Nothing recurses.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

Step = tuple[int, int]
Beneath = Sequence[Sequence[Step]]


@dataclass(frozen=True)
class Cycle:
    """Elements that rest on one another in a ring: `relations[i]` runs from `elements[i]` to the next one, the
    last back to the first.
    """

    elements: tuple[str, ...]
    relations: tuple[str, ...]


def components(beneath: Beneath) -> tuple[tuple[int, ...], ...]:
    """The sets of elements that rest on one another, premises first (Tarjan 1972, with a stack of its own)."""
    search = _Search(beneath)
    for root in range(len(beneath)):
        search.from_root(root)
    return tuple(search.finished)


class _Search:
    """One depth-first search: when each element was first seen, and the oldest open one that it leads back to."""

    def __init__(self, beneath: Beneath) -> None:
        self.beneath = beneath
        self.seen_at = [-1] * len(beneath)
        self.oldest = [0] * len(beneath)
        self.place = [-1] * len(beneath)
        self.opened: list[int] = []
        self.finished: list[tuple[int, ...]] = []
        self.clock = 0

    def from_root(self, root: int) -> None:
        trail = [(root, 0)] if self.seen_at[root] < 0 else []
        while trail:
            here, taken = trail.pop()
            if taken == 0:
                self._open(here)
            else:
                self._look_back(here, self.beneath[here][taken - 1][0])
            if taken < len(self.beneath[here]):
                trail.append((here, taken + 1))
                premise = self.beneath[here][taken][0]
                if self.seen_at[premise] < 0:
                    trail.append((premise, 0))
            elif self.oldest[here] == self.seen_at[here]:
                self._close(self.place[here])

    def _open(self, here: int) -> None:
        self.seen_at[here] = self.oldest[here] = self.clock
        self.place[here] = len(self.opened)
        self.opened.append(here)
        self.clock += 1

    def _look_back(self, here: int, premise: int) -> None:
        if self.place[premise] >= 0:
            self.oldest[here] = min(self.oldest[here], self.oldest[premise])

    def _close(self, start: int) -> None:
        members = self.opened[start:]
        del self.opened[start:]
        for member in members:
            self.place[member] = -1
        self.finished.append(tuple(sorted(members)))


def rings(beneath: Beneath, component: Sequence[int]) -> tuple[tuple[Step, ...], ...]:
    """Shortest cycles that together hold every element of a component; none where it is one acyclic element.

    Each is a ring of (element, relation to the next element).
    """
    members = frozenset(component)
    shown: set[int] = set()
    found: list[tuple[Step, ...]] = []
    for start in component:
        ring = () if start in shown else _shortest_ring(beneath, start, members)
        if ring:
            found.append(ring)
            shown.update(element for element, _ in ring)
    return tuple(found)


def _shortest_ring(beneath: Beneath, start: int, members: frozenset[int]) -> tuple[Step, ...]:
    came: dict[int, Step] = {}
    queue = deque([start])
    while queue and start not in came:
        here = queue.popleft()
        for premise, relation in beneath[here]:
            if premise in members and premise not in came:
                came[premise] = (here, relation)
                queue.append(premise)
    if start not in came:
        return ()
    ring = [came[start]]
    while ring[-1][0] != start:
        ring.append(came[ring[-1][0]])
    return tuple(reversed(ring))
