"""What a change did to a case: what it added, updated, withdrew and took out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.case import Case
from graph.content import Content
from graph.elements import Element, Relation, ReviewStatus
from graph.provenance import Frozen


class Receipt(Frozen):
    """The ids of what a change added, updated, withdrew and took out; everything is empty where nothing was new.

    Withdrawn is what counted before and is still kept, but counts no more, though nobody rejected it: no current
    document states it, or the corrected kind of an end allows no such relation.
    """

    documents: tuple[str, ...] = ()
    elements_added: tuple[str, ...] = ()
    elements_updated: tuple[str, ...] = ()
    elements_withdrawn: tuple[str, ...] = ()
    elements_removed: tuple[str, ...] = ()
    relations_added: tuple[str, ...] = ()
    relations_updated: tuple[str, ...] = ()
    relations_withdrawn: tuple[str, ...] = ()
    relations_removed: tuple[str, ...] = ()
    documents_removed: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Did the change change nothing?"""
        return not any(self.model_dump().values())


@dataclass(frozen=True)
class Withdrawn:
    """The ids of what counted before a change and counts no more, though nobody rejected it."""

    elements: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


def withdrawn(before: Case, after: Case) -> Withdrawn:
    """What was withdrawn, looked for in all of the case."""
    rejected = {id_ for id_, thing in after.elements.items() if thing.status is ReviewStatus.REJECTED}
    rejected |= {id_ for id_, thing in after.relations.items() if thing.status is ReviewStatus.REJECTED}
    rejected -= after.withheld
    here = {*after.standing, *(relation.id for relation in after.standing_relations), *rejected}
    return Withdrawn(
        tuple(id_ for id_ in before.standing if id_ in after.elements and id_ not in here),
        tuple(
            line.id
            for line in before.standing_relations
            if line.id in after.relations and line.id not in here and not {line.source, line.target} & rejected
        ),
    )


def withdrawn_among(before: Case, after: Case, touched: Content) -> Withdrawn:
    """What was withdrawn, where nothing counts otherwise than before but what was `touched`, and what ends there.

    In neither case does an element replace another, and there are no decisions.
    """
    asked = [element for id_ in touched.elements if (element := before.elements.get(id_)) and before.is_said(element)]
    lost = [after.elements[element.id] for element in asked if not after.is_said(after.elements[element.id])]
    lines = (before.relations.get(id_) for id_ in (after.relations if lost else touched.relations))
    return Withdrawn(
        tuple(element.id for element in lost if not _is_rejected(element)),
        tuple(
            line.id
            for line in lines
            if line and _stands(before, line) and not _stands(after, new := after.relations[line.id])
            if not any(_is_rejected(each) for each in (new, after.elements[line.source], after.elements[line.target]))
        ),
    )


def _stands(case: Case, line: Relation) -> bool:
    ends = (case.elements.get(line.source), case.elements.get(line.target))
    return case.is_said(line) and all(end is not None and case.is_said(end) for end in ends)


def _is_rejected(thing: Element | Relation) -> bool:
    return thing.status is ReviewStatus.REJECTED


def receipt(before: Case, after: Case, changed: Content, *, gone: Withdrawn) -> Receipt:
    """What happened. `changed`: what is new in `after`, or not what it was; what was updated is in the order of ids."""
    return Receipt(
        documents=_added(before.documents, changed.documents),
        elements_added=_added(before.elements, changed.elements),
        elements_updated=_updated(before.elements, changed.elements),
        elements_withdrawn=gone.elements,
        elements_removed=removed(before.elements, after.elements, changed.elements),
        relations_added=_added(before.relations, changed.relations),
        relations_updated=_updated(before.relations, changed.relations),
        relations_withdrawn=gone.relations,
        relations_removed=removed(before.relations, after.relations, changed.relations),
        documents_removed=removed(before.documents, after.documents, changed.documents),
        decisions=_added(before.decisions, after.decisions),
    )


def removed(
    before: Mapping[str, object], after: Mapping[str, object], changed: Mapping[str, object]
) -> tuple[str, ...]:
    """The ids that were there and are no more. `changed`: what is new, or not what it was."""
    added = sum(id_ not in before for id_ in changed)
    if len(before) + added == len(after):
        return ()
    return tuple(id_ for id_ in before if id_ not in after)


def _added(before: Mapping[str, object], changed: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(id_ for id_ in changed if id_ not in before)


def _updated(before: Mapping[str, object], changed: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(id_ for id_ in changed if id_ in before))
