"""Every single failure at once: one bit of a whole number is one failing element.

For each element and level the number says which failures, each alone (beside what has failed anyway), take the
element below the level. One pass upward answers for all of them; pairs and larger sets need `cutsets`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from graph.analysis.structure import Structure


@dataclass(frozen=True)
class SingleFailures:
    """Bit n is the failure of the element at position `events[n]`; elements on or above a cycle have no numbers."""

    structure: Structure
    events: tuple[int, ...]

    def reaching(self, places: Iterable[int]) -> Mapping[int, int]:
        """For each of these positions, premises first and closed downward: the failures of it or beneath it."""
        own = self._own()
        reach: dict[int, int] = {}
        for place in places:
            beneath = (reach[premise] for premise, _ in self.structure.beneath[place])
            reach[place] = reduce(or_, beneath, own.get(place, 0))
        return reach

    def below(self, places: Iterable[int], level: int, failed: frozenset[int] = frozenset()) -> Mapping[int, int]:
        """For each of these positions, premises first and closed downward: the failures that take it below a level.

        Every bit is set where it is below the level anyway, `failed` having failed.
        """
        every, own = (1 << len(self.events)) - 1, self._own()
        structure = self.structure
        below: dict[int, int] = {}
        for place in places:
            if structure.own[place] < level or place in failed:
                below[place] = every
                continue
            unmet = (below[premise] for premise, _ in structure.requirements[place])
            lines = [below[premise] for premise, cap, _ in structure.lines[place] if cap >= level]
            too_few = 0
            if structure.needs[place]:
                too_few = _at_least(len(lines) - structure.needs[place] + 1, lines, every)
            below[place] = reduce(or_, unmet, own.get(place, 0) | too_few)
        return below

    def elements(self, failures: int) -> tuple[str, ...]:
        """The ids of the elements whose bits are set, in order."""
        return tuple(sorted(self.structure.ids[self.events[bit]] for bit in bits(failures)))

    def _own(self) -> Mapping[int, int]:
        return {place: 1 << bit for bit, place in enumerate(self.events)}


def bits(number: int) -> Iterator[int]:
    """The places of the set bits, lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def counted(numbers: Sequence[int]) -> list[int]:
    """How many of the numbers have each bit set, as binary digits: digit i of bit b's count is bit b of item i."""
    digits: list[int] = []
    for number in numbers:
        carry = number
        for place, digit in enumerate(digits):
            if not carry:
                break
            digits[place], carry = digit ^ carry, digit & carry
        if carry:
            digits.append(carry)
    return digits


def _at_least(threshold: int, numbers: Sequence[int], every: int) -> int:
    """The bits that are set in at least so many of the numbers."""
    if threshold <= 0 or threshold > len(numbers):
        return every if threshold <= 0 else 0
    if threshold in {1, len(numbers)}:
        return reduce(or_ if threshold == 1 else and_, numbers)
    greater, equal = 0, every
    digits = counted(numbers)
    for place in range(max(len(digits), threshold.bit_length()) - 1, -1, -1):
        digit = digits[place] if place < len(digits) else 0
        if threshold >> place & 1:
            equal &= digit
        else:
            greater |= equal & digit
            equal &= ~digit
    return greater | equal
