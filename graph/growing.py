"""Summing up only what a change touches, so that reading a document costs what it says and not what the case holds.

Where a change can reach further (a decision, a removed document, an element that replaces another), nothing is said
here, and everything is summed up anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.case import Case
from graph.elements import Element, Relation, RelationType
from graph.merging import Things, changed_between, having, with_ordered_statements
from graph.provenance import Document, Passage
from graph.resolution import ranks, resolve, resolve_relation

_V = TypeVar("_V", Element, Relation, Document, Passage)
_T = TypeVar("_T", Element, Relation)


@dataclass(frozen=True)
class Grown:
    """A case that grew, and what was looked at anew for that: what is new, and what may be another than it was."""

    case: Case
    touched: Things


def grown(case: Case, merged: Things) -> Grown | None:
    """The case with what was merged into it, summed up; None where that can alter more than what states it.

    `merged`: what the change names, with what the case has of that; no decision has to be put on it. IllegalCase names
    what would break a rule.
    """
    known = (line for line in case.superseding if line.id not in merged.relations)
    lines = [*known, *(line for line in merged.relations.values() if line.type is RelationType.SUPERSEDES)]
    if not case.summed or any(line.target in case.elements or line.target in merged.elements for line in lines):
        return None
    new = changed_between(case, merged)
    moved = [line for line in lines if line.id in new.relations]
    if any(line.source in case.documents for line in moved) or new.documents.keys() & case.documents.keys():
        return None
    touched = _with_stated(case, new, frozenset(line.target for line in moved)) if moved else new
    documents = {**case.documents, **new.documents}
    passages = _stating(case, touched)
    order = ranks(documents.values(), passages.values(), lines)
    ordered = with_ordered_statements(documents.values(), passages)
    touched = replace(
        touched,
        elements={id_: resolve(ordered(element), order) for id_, element in touched.elements.items()},
        relations={id_: resolve_relation(ordered(line), order) for id_, line in touched.relations.items()},
    )
    return Grown(case.grown(touched), touched)


def _with_stated(case: Case, new: Things, documents: frozenset[str]) -> Things:
    """What is new, with everything that these documents of the case state, in the order of the case."""

    def touched(thing: Element | Relation) -> bool:
        return any((said := case.passages.get(id_)) and said.document in documents for id_ in thing.passages)

    return replace(
        new,
        elements=_with(case.elements, new.elements, touched),
        relations=_with(case.relations, new.relations, touched),
    )


def _with(known: Mapping[str, _T], new: Mapping[str, _T], touched: Callable[[_T], bool]) -> dict[str, _T]:
    return {id_: thing for id_, thing in {**known, **new}.items() if id_ in new or touched(thing)}


def _stating(case: Case, things: Things) -> dict[str, Passage]:
    """The passages that state these things; one that is not there is refused when the case is checked."""
    said = {id_ for element in things.elements.values() for id_ in element.passages}
    said |= {id_ for line in things.relations.values() for id_ in line.passages}
    return {**having(case.passages, said), **having(things.passages, said)}
