"""A case as numbers: every element that counts, premises first, with what it rests on under the switches.

Built once per revision and reused by every analysis. Elements are positions 0, 1, … in an order in which all
that an element rests on comes before it; strengths are ranks 0 (none) to 3 (strong). All operators are one
rule: the `needs`-th strongest line counts, each line at most as strong as its `cap`; 0 needed where nothing is
recorded, 1 where everything recorded was left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import assert_never

from graph.analysis.cycles import Beneath, Cycle, Step, components, rings
from graph.analysis.verdict import strength_of
from graph.case import Case, Switches
from graph.elements import (
    CARRIERS,
    HELD_UP,
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationType,
    ReviewStatus,
    Strength,
)
from graph.errors import UnknownElement

STRONG = Strength.STRONG.rank


@dataclass(frozen=True, eq=False)
class Structure:
    """The case under one pair of switches. Make it with `structure_of`; all sequences go by position.

    `own`: stated strength, strong where the source is silent. `lines`: (premise, cap, relation);
    `requirements`: (premise, relation); `beneath`: both, as (premise, relation); `above`: (what rests on it,
    relation). `circular`: the positions on a cycle. `relations`: relation ids by number.
    """

    case: Case
    switches: Switches
    ids: tuple[str, ...]
    relations: tuple[str, ...]
    own: tuple[int, ...]
    needs: tuple[int, ...]
    lines: tuple[tuple[tuple[int, int, int], ...], ...]
    requirements: tuple[tuple[Step, ...], ...]
    beneath: tuple[tuple[Step, ...], ...]
    circular: frozenset[int]
    cycles: tuple[Cycle, ...]

    @cached_property
    def position(self) -> dict[str, int]:
        """Element id -> its position; elements that do not count have none."""
        return {element: place for place, element in enumerate(self.ids)}

    @cached_property
    def above(self) -> tuple[tuple[Step, ...], ...]:
        """What rests on each element, with the relation, in order of position."""
        above: list[list[Step]] = [[] for _ in self.ids]
        for place, steps in enumerate(self.beneath):
            for premise, relation in steps:
                above[premise].append((place, relation))
        return tuple(map(tuple, above))

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Strength of every element with nothing failed; -1 on a cycle and above one."""
        ranks: list[int] = []
        for place, steps in enumerate(self.beneath):
            unknown = place in self.circular or any(ranks[premise] < 0 for premise, _ in steps)
            ranks.append(-1 if unknown else rank_at(self, place, ranks))
        return tuple(ranks)

    @cached_property
    def pathways(self) -> tuple[int, ...]:
        """The positions of the pathways, by id."""
        return tuple(sorted(self.of_kinds(frozenset({ElementKind.PATHWAY})), key=self.ids.__getitem__))

    def kind(self, place: int) -> ElementKind:
        """The kind of the element at a position."""
        return self.case.elements[self.ids[place]].kind

    def of_kinds(self, kinds: frozenset[ElementKind]) -> tuple[int, ...]:
        """The positions of all elements of these kinds."""
        return tuple(place for place in range(len(self.ids)) if self.kind(place) in kinds)

    def strength(self, element: str) -> Strength | None:
        """An element's strength with nothing failed; None on and above a cycle, and where it does not count."""
        place = self.position.get(element)
        return None if place is None else strength_of(self.ranks[place])

    def places(self, elements: Iterable[str]) -> frozenset[int]:
        """The positions of those of the elements that count; UnknownElement where the case holds no such element."""
        found = set()
        for element in elements:
            if element not in self.case.standing:
                raise UnknownElement(element, ())
            if element in self.position:
                found.add(self.position[element])
        return frozenset(found)

    def under(self, tops: Iterable[int]) -> tuple[int, ...]:
        """Everything that these rest on, themselves included, premises first."""
        return _closure(self.beneath, tops)

    def over(self, places: Iterable[int]) -> tuple[int, ...]:
        """Everything that rests on these, themselves included, premises first."""
        return _closure(self.above, places)


def operator_of(element: Element) -> Operator:
    """The operator in force: the stated one, else convergent over lines of support, conjunctive over requirements."""
    if element.operator is not None:
        return element.operator
    return Operator.CONVERGENT if element.kind in HELD_UP else Operator.CONJUNCTIVE


def nothing_beneath(case: Case, element: str) -> bool:
    """Is nothing recorded that the element rests on, whatever the switches?"""
    return not any(relation.type in CARRIERS for relation in case.outgoing.get(element, ()))


def rank_at(structure: Structure, place: int, ranks: Sequence[int]) -> int:
    """The rank of an element that has not failed, from the ranks of what it rests on."""
    rank = structure.own[place]
    for premise, _ in structure.requirements[place]:
        rank = min(rank, ranks[premise])
    needs, lines = structure.needs[place], structure.lines[place]
    if needs == 0:
        return rank
    if needs > len(lines):
        return 0
    worth = [min(cap, ranks[premise]) for premise, cap, _ in lines]
    if needs == 1:
        return min(rank, max(worth))
    return min(rank, min(worth) if needs == len(worth) else sorted(worth)[-needs])


def structure_of(case: Case, switches: Switches) -> Structure:
    """The case as numbers under these switches, in time linear in its elements and relations."""
    supports = {
        element.id: _supports(case, element.id, switches)
        for element in sorted(case.standing.values(), key=lambda element: element.id)
        if switches.status == "all" or element.status is ReviewStatus.ACCEPTED
    }
    numbers = {relation.id: number for number, relation in enumerate(chain.from_iterable(supports.values()))}
    groups = components(_steps(tuple(supports), supports, numbers))
    names = tuple(supports)
    ids = tuple(names[place] for group in groups for place in group)
    beneath = _steps(ids, supports, numbers)
    found = _rings(beneath, [len(group) for group in groups])
    rules = [
        _rule(case, element, zip(supports[element], steps, strict=True))
        for element, steps in zip(ids, beneath, strict=True)
    ]
    return Structure(
        case=case,
        switches=switches,
        ids=ids,
        relations=tuple(numbers),
        own=tuple(rule.own for rule in rules),
        needs=tuple(rule.needs for rule in rules),
        lines=tuple(rule.lines for rule in rules),
        requirements=tuple(rule.requirements for rule in rules),
        beneath=beneath,
        circular=frozenset(place for ring in found for place, _ in ring),
        cycles=tuple(_cycle(ring, ids, tuple(numbers)) for ring in found),
    )


def _supports(case: Case, element: str, switches: Switches) -> tuple[Relation, ...]:
    found = (
        relation
        for relation in case.outgoing.get(element, ())
        if relation.type in CARRIERS and not is_worthless(relation) and case.counted(relation, switches)
    )
    return tuple(sorted(found, key=lambda relation: (relation.target, relation.id)))


def is_worthless(relation: Relation) -> bool:
    """Is it a line of strength none, which is shown and counts nowhere?"""
    return relation.type is RelationType.SUPPORTED_BY and relation.strength is Strength.NONE


def _steps(
    ids: Sequence[str], supports: Mapping[str, Sequence[Relation]], numbers: Mapping[str, int]
) -> tuple[tuple[Step, ...], ...]:
    position = {element: place for place, element in enumerate(ids)}
    return tuple(
        tuple((position[relation.target], numbers[relation.id]) for relation in supports[element]) for element in ids
    )


def _rings(beneath: Beneath, sizes: Iterable[int]) -> list[tuple[Step, ...]]:
    found: list[tuple[Step, ...]] = []
    start = 0
    for size in sizes:
        if size > 1 or any(premise == start for premise, _ in beneath[start]):
            found.extend(rings(beneath, range(start, start + size)))
        start += size
    return found


def _cycle(ring: Sequence[Step], ids: Sequence[str], relations: Sequence[str]) -> Cycle:
    return Cycle(tuple(ids[place] for place, _ in ring), tuple(relations[number] for _, number in ring))


@dataclass(frozen=True)
class _Rule:
    """How one element's strength follows from what it rests on; see `Structure`."""

    own: int
    needs: int
    lines: tuple[tuple[int, int, int], ...]
    requirements: tuple[Step, ...]


def _rule(case: Case, element: str, supports: Iterable[tuple[Relation, Step]]) -> _Rule:
    this = case.elements[element]
    by_lines = this.kind in HELD_UP
    lines: list[tuple[int, int, int]] = []
    requirements: list[Step] = []
    for relation, (premise, number) in supports:
        if by_lines and relation.type is RelationType.DEPENDS_ON:
            requirements.append((premise, number))
        else:
            cap = relation.strength if by_lines else None
            lines.append((premise, STRONG if cap is None else cap.rank, number))
    return _Rule(
        own=STRONG if this.strength is None else this.strength.rank,
        needs=_needs(this, len(lines)) if lines or (by_lines and _had_a_line(case, element)) else 0,
        lines=tuple(lines),
        requirements=tuple(requirements),
    )


def _had_a_line(case: Case, element: str) -> bool:
    return any(relation.type is RelationType.SUPPORTED_BY for relation in case.outgoing.get(element, ()))


def _needs(element: Element, lines: int) -> int:
    match operator_of(element):
        case Operator.CONJUNCTIVE:
            return max(lines, 1)
        case Operator.DISJUNCTIVE | Operator.CONVERGENT:
            return 1
        case Operator.AT_LEAST:
            return element.k or 1
        case other:
            assert_never(other)


def _closure(steps: Beneath, start: Iterable[int]) -> tuple[int, ...]:
    seen = set(start)
    waiting = list(seen)
    while waiting:
        for place, _ in steps[waiting.pop()]:
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    return tuple(sorted(seen))
