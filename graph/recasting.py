"""Kinds that people corrected: an element has the kind that was decided, and each place keeps the one it was read with.

A relation that the table knows none of between the corrected kinds is *withheld*: it stays, counts as rejected, and
is there again as soon as the kinds allow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.decisions import Decision, Divided, Edited, United
from graph.elements import LEGAL, Element, ElementKind, RelationType, Statement


def recast(element: Element, kind: ElementKind) -> Element:
    """The element under another kind; each of its statements remembers the kind that it was read with."""
    stated = tuple(read_with(said, said.kind or element.kind, shown=kind) for said in element.stated)
    return element.model_copy(update={"kind": kind, "stated": stated})


def read_with(said: Statement, kind: ElementKind, *, shown: ElementKind) -> Statement:
    """The statement of an element of the kind `shown` that was read with this kind."""
    mark = None if kind is shown else kind
    return said if said.kind is mark else said.model_copy(update={"kind": mark})


def kinds_as_read(element: Element) -> Mapping[str, ElementKind]:
    """The elements that this one was read as -> the kind of each; more than one where people united several."""
    return {said.of or element.id: said.kind or element.kind for said in element.stated}


def recast_elements(decisions: Iterable[Decision]) -> frozenset[str]:
    """Elements whose kind follows, or once followed, from a correction: corrected, split off or united with such a one."""
    found: set[str] = set()
    for decision in decisions:
        if isinstance(decision, Edited) and decision.statement and decision.statement.kind:
            found.add(decision.thing)
        elif isinstance(decision, Divided) and decision.source in found:
            found.add(decision.made)
        elif isinstance(decision, United) and {decision.kept, decision.taken} & found:
            found |= {decision.kept, decision.taken}
    return frozenset(found)


def is_legal(type_: RelationType, source: Element, target: Element) -> bool:
    """Does the table know relations of this type between elements of their kinds?"""
    return (source.kind, type_, target.kind) in LEGAL
