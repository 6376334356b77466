"""Decision diagrams: monotone functions of failures, shared and canonical (Bryant 1986).

A node asks of one event (a number; smaller numbers are asked first) whether it fails, and leads to `low` if
not, to `high` if so; 0 and 1 are the ends. A node's parts have smaller numbers than the node itself, so passes
over a diagram are plain loops, and every operation keeps a stack of its own: nothing recurses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

from graph.errors import BudgetExceeded

FALSE = 0
TRUE = 1
_AFTER_ALL = 1 << 60


@dataclass
class Budget:
    """How many more steps may be taken; a step is one look at a pair of nodes."""

    steps: int

    def spend(self) -> None:
        """Take a step; BudgetExceeded where none is left."""
        self.steps -= 1
        if self.steps < 0:
            raise BudgetExceeded(
                "the analysis does not fit its budget",
                "Ask for smaller cut sets, for fewer kinds of element, or for a part of the pathway.",
            )

    def share(self, parts: int) -> Budget:
        """One of so many equal parts, taken out of this budget; `steps` of it that are left may be put back."""
        part = Budget(self.steps // parts)
        self.steps -= part.steps
        return part


@dataclass
class Diagram:
    """Nodes by number. Equal nodes are one node."""

    budget: Budget
    event: list[int] = field(default_factory=lambda: [_AFTER_ALL, _AFTER_ALL])
    low: list[int] = field(default_factory=lambda: [0, 1])
    high: list[int] = field(default_factory=lambda: [0, 1])
    _numbers: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def node(self, event: int, low: int, high: int) -> int:
        """The node with these parts, made where there is none."""
        key = (event, low, high)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.event)
            self.event.append(event)
            self.low.append(low)
            self.high.append(high)
        return number

    def reachable(self, root: int) -> list[int]:
        """The nodes of a diagram but for the ends, parts first."""
        seen = {0, 1, root}
        waiting = [root]
        while waiting:
            here = waiting.pop()
            for part in (self.low[here], self.high[here]):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
        return sorted(seen - {0, 1})


@dataclass
class Functions(Diagram):
    """Monotone functions of which events fail; the ends are FALSE and TRUE."""

    _either: dict[tuple[int, int], int] = field(default_factory=dict)
    _both: dict[tuple[int, int], int] = field(default_factory=dict)

    def of(self, event: int) -> int:
        """The function that is true where this event fails."""
        return self.node(event, FALSE, TRUE)

    def either(self, one: int, other: int) -> int:
        """The function that is true where either is."""
        return self._join((one, other), TRUE, self._either)

    def both(self, one: int, other: int) -> int:
        """The function that is true where both are."""
        return self._join((one, other), FALSE, self._both)

    def at_least(self, threshold: int, functions: Iterable[int]) -> int:
        """The function that is true where at least so many of the functions are."""
        ordered = sorted(functions, key=self.event.__getitem__, reverse=True)
        if threshold <= 0 or threshold > len(ordered):
            return TRUE if threshold <= 0 else FALSE
        if threshold in {1, len(ordered)}:
            return reduce(self.either if threshold == 1 else self.both, ordered)
        reached = [TRUE] + [FALSE] * threshold
        for function in ordered:
            for number in range(threshold, 0, -1):
                reached[number] = self.either(reached[number], self.both(reached[number - 1], function))
        return reached[threshold]

    def _join(self, pair: tuple[int, int], winner: int, memo: dict[tuple[int, int], int]) -> int:
        """One of two functions, winner TRUE, or both, winner FALSE."""
        event, low, high = self.event, self.low, self.high
        waiting = [pair]
        while waiting:
            one, other = here = waiting[-1]
            if _joined(here, winner, memo) is not None:
                waiting.pop()
                continue
            self.budget.spend()
            first = min(event[one], event[other])
            one_low, one_high = (low[one], high[one]) if event[one] == first else (one, one)
            other_low, other_high = (low[other], high[other]) if event[other] == first else (other, other)
            below = _joined((one_low, other_low), winner, memo)
            above = _joined((one_high, other_high), winner, memo)
            if below is None:
                waiting.append((one_low, other_low))
            if above is None:
                waiting.append((one_high, other_high))
            if below is not None and above is not None:
                memo[_in_order(here)] = below if below == above else self.node(first, below, above)
        done = _joined(pair, winner, memo)
        return FALSE if done is None else done


def _in_order(pair: tuple[int, int]) -> tuple[int, int]:
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def _joined(pair: tuple[int, int], winner: int, memo: dict[tuple[int, int], int]) -> int | None:
    """What is known of a join; an end wins, its opposite leaves the other function."""
    one, other = pair
    if one == other or other == 1 - winner:
        return one
    if one == 1 - winner:
        return other
    if winner in pair:
        return winner
    return memo.get(_in_order(pair))
