"""Families of sets as decision diagrams (Minato 1993), and the minimal solutions of a function (Rauzy 1993).

A node's `low` holds the sets without its event, its `high` those with it, the event itself left off. The ends
are EMPTY, the family of no set, and BARE, the family of the empty set alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph.analysis.diagrams import FALSE, TRUE, Diagram, Functions

EMPTY = FALSE
BARE = TRUE
Sizes = Mapping[int, int]
_Chosen = tuple[int, "_Chosen"] | None


@dataclass
class Families(Diagram):
    """Families of sets of events."""

    _left: dict[tuple[int, int], int] = field(default_factory=dict)

    def minimal(self, functions: Functions, root: int) -> int:
        """The smallest sets of failures that make a monotone function true; all of them, and no other.

        With the event failed the function is true wherever it is without, so a minimal set of the first that
        holds one of the second is that very set: taking those away leaves the sets that need the event.
        """
        found = {FALSE: EMPTY, TRUE: BARE}
        for here in functions.reachable(root):
            low = found[functions.low[here]]
            high = self.without(found[functions.high[here]], low)
            found[here] = self._with(functions.event[here], low, high)
        return found[root]

    def pairs(self, partners: Mapping[int, Collection[int]], alone: Collection[int]) -> int:
        """The family of the sets {a, b}, for a's partners b, all greater than a, and {c}, for c alone."""
        root = EMPTY
        for event in sorted({*partners, *alone}, reverse=True):
            high = BARE if event in alone else EMPTY
            for partner in sorted(partners.get(event, ()), reverse=True):
                high = self.node(partner, high, BARE)
            root = self._with(event, root, high)
        return root

    def without(self, family: int, other: int) -> int:
        """The sets of a family that are not in the other one."""
        waiting = [(family, other)]
        while waiting:
            pair = waiting[-1]
            if self._known(pair) is not None:
                waiting.pop()
                continue
            self.budget.spend()
            missing = self._settle(pair)
            if missing is not None:
                waiting.append(missing)
        done = self._known((family, other))
        return EMPTY if done is None else done

    def sizes(self, root: int) -> dict[int, Sizes]:
        """For every node of a family: how many sets there are of each size."""
        sizes: dict[int, Sizes] = {EMPTY: {}, BARE: {0: 1}}
        for here in self.reachable(root):
            counts = Counter(sizes[self.low[here]])
            for size, count in sizes[self.high[here]].items():
                counts[size + 1] += count
            sizes[here] = counts
        return sizes

    def members(self, root: int, most: int) -> Counter[int]:
        """For every event: how many of the sets of up to `most` events hold it."""
        sizes = self.sizes(root)
        above: dict[int, Counter[int]] = {here: Counter() for here in sizes}
        above[root][0] = 1
        members: Counter[int] = Counter()
        for here in reversed(self.reachable(root)):
            low, high = self.low[here], self.high[here]
            for taken, ways in above[here].items():
                above[low][taken] += ways
                if taken < most:
                    above[high][taken + 1] += ways
                    fitting = (count for size, count in sizes[high].items() if taken + 1 + size <= most)
                    members[self.event[here]] += ways * sum(fitting)
        return members

    def of_size(self, root: int, size: int) -> Iterator[tuple[int, ...]]:
        """The sets of this size, one after the other, as they are asked for."""
        sizes = self.sizes(root)
        waiting: list[tuple[int, int, _Chosen]] = [(root, size, None)]
        while waiting:
            here, left, chosen = waiting.pop()
            if left not in sizes[here]:
                continue
            if here == BARE:
                yield _listed(chosen)
                continue
            waiting.append((self.low[here], left, chosen))
            waiting.append((self.high[here], left - 1, (self.event[here], chosen)))

    def _with(self, event: int, low: int, high: int) -> int:
        return low if high == EMPTY else self.node(event, low, high)

    def _known(self, pair: tuple[int, int]) -> int | None:
        family, other = pair
        if EMPTY in pair:
            return family
        return EMPTY if family == other else self._left.get(pair)

    def _settle(self, pair: tuple[int, int]) -> tuple[int, int] | None:
        """Work a pair out from what is known, or name a pair that must be worked out first."""
        family, other = pair
        first, second = self.event[family], self.event[other]
        if second < first:
            lower, upper = (family, self.low[other]), (EMPTY, EMPTY)
        elif second == first:
            lower, upper = (self.low[family], self.low[other]), (self.high[family], self.high[other])
        else:
            lower, upper = (self.low[family], other), (self.high[family], EMPTY)
        below, above = self._known(lower), self._known(upper)
        if below is None:
            return lower
        if above is None:
            return upper
        self._left[pair] = self._with(min(first, second), below, above)
        return None


def _listed(chosen: _Chosen) -> tuple[int, ...]:
    events = []
    while chosen is not None:
        event, chosen = chosen
        events.append(event)
    return tuple(reversed(events))
