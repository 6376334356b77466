"""What awaits a person's decision, by how much hangs on it: pathways, then what carries most, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.analysis.load_bearing import Bearing, rank
from graph.analysis.structure import structure_of
from graph.case import Case, Switches
from graph.elements import CARRIERS, THINGS, Element, ElementKind, Relation, ReviewStatus

WEIGHED = THINGS | {ElementKind.CLAIM, ElementKind.ARGUMENT}


class Standing(StrEnum):
    """Where an element or relation stands in review.

    Withdrawn is what no current document states any more, and what the corrected kind of an end rules out.
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Weighed:
    """An element or relation and what hangs on it.

    `rank` is that of the load-bearing ranking, over claims and arguments too, and counts from 1; a line of support or
    a requirement has the rank of what it leads to. None: no pathway falls, weakens or thins with it. `pathways`: those
    that do.
    """

    thing: Element | Relation
    standing: Standing
    rank: int | None
    pathways: tuple[str, ...]


def by_weight(case: Case) -> tuple[Weighed, ...]:
    """Every element and relation of the case, heaviest first; of equals, elements first and in the order of reading."""
    rows = {row.element: row for row in rank(structure_of(case, Switches()), kinds=WEIGHED).rows}
    counting = {relation.id for relation in case.standing_relations} | set(case.standing)
    found = [_weighed(thing, rows, counting=thing.id in counting) for thing in _things(case)]
    found = [replace(each, standing=Standing.WITHDRAWN) if each.thing.id in case.withheld else each for each in found]
    order = {weighed.thing.id: place for place, weighed in enumerate(found)}
    return tuple(sorted(found, key=lambda weighed: (*_weight(weighed), order[weighed.thing.id])))


def _things(case: Case) -> Iterable[Element | Relation]:
    yield from case.elements.values()
    for relation in case.relations.values():
        if relation.source in case.elements and relation.target in case.elements:
            yield relation


def _weighed(thing: Element | Relation, rows: Mapping[str, Bearing], *, counting: bool) -> Weighed:
    standing = Standing(thing.status) if counting or thing.status is ReviewStatus.REJECTED else Standing.WITHDRAWN
    if isinstance(thing, Element):
        row = rows.get(thing.id)
    else:
        row = rows.get(thing.target) if thing.type in CARRIERS else None
    if row is None or not row.pathways or not counting:
        own = isinstance(thing, Element) and thing.kind is ElementKind.PATHWAY
        return Weighed(thing, standing, None, (thing.id,) if own and counting else ())
    return Weighed(thing, standing, row.rank, row.pathways)


def _weight(weighed: Weighed) -> tuple[int, int, bool]:
    thing = weighed.thing
    if isinstance(thing, Element) and thing.kind is ElementKind.PATHWAY:
        return (0, 0, False)
    if weighed.rank is not None:
        return (1, weighed.rank, isinstance(thing, Relation))
    return (2, 0, isinstance(thing, Relation))
