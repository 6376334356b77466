"""Summing up only what a change touches, so that reading a document costs what it says and not what the case holds.

Where a change can reach further (a decision, a removed document, an element that replaces another), nothing is said
here, and everything is summed up anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from graph.case import Case
from graph.elements import Element, Relation, RelationType
from graph.merging import Things, with_ordered_statements
from graph.provenance import Frozen, Passage
from graph.resolution import ranks, resolve, resolve_relation

_V = TypeVar("_V", bound=Frozen)
_T = TypeVar("_T", Element, Relation)


def grown(case: Case, merged: Things) -> Case | None:
    """The case with what was merged into it, summed up; None where that can alter more than what states it.

    `merged`: everything that the case has or what became of it, and what is new; no decision has to be put on it. IllegalCase names what would break a
    rule.
    """
    lines = [line for line in merged.relations.values() if line.type is RelationType.SUPERSEDES]
    if not case.summed or any(line.target in merged.elements for line in lines):
        return None
    new = _new(case, merged)
    moved = [line for line in lines if line.id in new.relations]
    if any(line.source in case.documents for line in moved) or new.documents.keys() & case.documents.keys():
        return None
    touched = _stated_in(frozenset(line.target for line in moved), new, merged) if moved else new
    order = ranks(merged.documents.values(), _stating(touched, merged), lines)
    ordered = with_ordered_statements(merged)
    return case.grown(
        replace(
            touched,
            elements={id_: resolve(ordered(element), order) for id_, element in touched.elements.items()},
            relations={id_: resolve_relation(ordered(line), order) for id_, line in touched.relations.items()},
        )
    )


def _new(case: Case, merged: Things) -> Things:
    """What is not as it was."""
    return Things(
        _others(case.elements, merged.elements),
        _others(case.relations, merged.relations),
        _others(case.documents, merged.documents),
        _others(case.passages, merged.passages),
    )


def _others(before: Mapping[str, _V], after: Mapping[str, _V]) -> dict[str, _V]:
    return {id_: value for id_, value in after.items() if before.get(id_) is not value}


def _stated_in(documents: frozenset[str], new: Things, merged: Things) -> Things:
    """What is new, with everything that these documents state."""

    def touched(thing: Element | Relation) -> bool:
        return any(id_ in merged.passages and merged.passages[id_].document in documents for id_ in thing.passages)

    return replace(
        new,
        elements=_with(new.elements, merged.elements, touched),
        relations=_with(new.relations, merged.relations, touched),
    )


def _with(new: Mapping[str, _T], merged: Mapping[str, _T], touched: Callable[[_T], bool]) -> dict[str, _T]:
    return {id_: thing for id_, thing in merged.items() if id_ in new or touched(thing)}


def _stating(things: Things, merged: Things) -> Iterator[Passage]:
    """The passages that state these things; one that is not there is refused when the case is checked."""
    said = {id_ for element in things.elements.values() for id_ in element.passages}
    said |= {id_ for line in things.relations.values() for id_ in line.passages}
    return (merged.passages[id_] for id_ in said if id_ in merged.passages)
