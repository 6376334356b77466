"""Changes to a case, and how they merge: applying them twice changes nothing more, and what a person decided stays.

Every element and relation keeps, place by place, what its sources say (`stated`). A change is merged with what was
read before any decision, the decisions are put on that anew, and `resolution` sums the fields up. So a new version
of a document, or one taken out, changes exactly what rested on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.as_read import elements_as_read, relations_as_read
from graph.case import Case
from graph.decided import decided
from graph.decisions import Decision
from graph.elements import Element, Relation, ReviewStatus
from graph.errors import IllegalCase, StaleCase
from graph.growing import grown
from graph.merging import (
    Things,
    merged_documents,
    merged_elements,
    merged_passages,
    merged_relations,
    with_ordered_statements,
)
from graph.provenance import Document, Entered, Frozen, Passage
from graph.removal import without
from graph.resolution import ranks, resolve, resolve_relation


class Changes(Frozen):
    """What a source or a person adds to a case. `based_on`: the revision that they were made for; None where any
    will do.

    `removed`: documents that are taken out, before anything is added. `once`: of what comes with this entry, nothing
    that the same person entered before in the same words is entered again (a file imported twice).
    """

    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    elements: tuple[Element, ...] = ()
    relations: tuple[Relation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    removed: tuple[str, ...] = ()
    based_on: int | None = None
    once: Entered | None = None


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


def apply_changes(case: Case, changes: Changes) -> tuple[Case, Receipt]:
    """The case with the changes in it, and what that added, updated and took out.

    IllegalCase names what would break a rule; StaleCase says that the case has moved on since.
    """
    if changes.based_on is not None and changes.based_on != case.revision:
        raise StaleCase(
            f"case '{case.head.id}' is at revision {case.revision}, the change was made for {changes.based_on}",
            "Load the case again and repeat the change.",
        )
    decisions = _merged_decisions(case.decisions, changes.decisions)
    merged = _merged(_as_read(case), changes, tuple(decisions.values()))
    only_adds = not changes.removed and not decisions
    after = (grown(case, merged) if only_adds else None) or _summed(case, merged, decisions)
    receipt = _receipt(case, after)
    new = not receipt.is_empty or after.passages != case.passages or after.documents != case.documents
    return replace(after, revision=case.revision + new, summed=True), receipt


def _summed(case: Case, merged: Things, decisions: Mapping[str, Decision]) -> Case:
    """What was merged into the case, with the decisions put on it and everything summed up."""
    things = _decided(merged, case, tuple(decisions.values()))
    return Case.of(
        case.head,
        elements=things.elements.values(),
        relations=things.relations.values(),
        documents=things.documents.values(),
        passages=things.passages.values(),
        decisions=decisions.values(),
    )


def _as_read(case: Case) -> Things:
    """What the case's sources say. Without any decision, that is what it shows."""
    elements, relations = dict(case.elements), dict(case.relations)
    if case.decisions:
        log = tuple(case.decisions.values())
        elements = merged_elements({}, elements_as_read(case.elements.values(), log))
        relations = merged_relations({}, relations_as_read(case.relations.values(), log))
    return Things(elements, relations, dict(case.documents), dict(case.passages))


def _merged(things: Things, changes: Changes, decisions: tuple[Decision, ...]) -> Things:
    things = without(things, changes.removed) if changes.removed else things
    return Things(
        merged_elements(things.elements, elements_as_read(changes.elements, decisions), once=changes.once),
        merged_relations(things.relations, relations_as_read(changes.relations, decisions), once=changes.once),
        merged_documents(things.documents, changes.documents),
        merged_passages(things.passages, changes.passages),
    )


def _decided(things: Things, case: Case, decisions: tuple[Decision, ...]) -> Things:
    """Everything with the decisions put on it and its fields summed up, in the order in which it came."""
    elements, relations = things.elements, things.relations
    if decisions:
        elements, relations = decided(elements, relations, decisions=decisions, passages=things.passages)
    order = ranks(things.documents.values(), things.passages.values(), relations.values())
    ordered = with_ordered_statements(things)
    return replace(
        things,
        elements={id_: resolve(ordered(elements[id_]), order) for id_ in _in_order(case.elements, elements)},
        relations={
            id_: resolve_relation(ordered(relations[id_]), order) for id_ in _in_order(case.relations, relations)
        },
    )


def _in_order(known: Mapping[str, object], found: Mapping[str, object]) -> tuple[str, ...]:
    """The ids that were there before in their order, then the new ones."""
    return (*(id_ for id_ in known if id_ in found), *(id_ for id_ in found if id_ not in known))


def _merged_decisions(known: Mapping[str, Decision], new: tuple[Decision, ...]) -> dict[str, Decision]:
    found = dict(known)
    for decision in new:
        if found.setdefault(decision.id, decision) != decision:
            raise IllegalCase(
                f"decision '{decision.id}' is there already, with other content",
                "Decisions are never changed afterwards: undo it, and decide again.",
            )
    return found


def _receipt(before: Case, after: Case) -> Receipt:
    elements = _Difference.of(before.elements, after.elements)
    relations = _Difference.of(before.relations, after.relations)
    rejected = {id_ for id_, thing in after.elements.items() if thing.status is ReviewStatus.REJECTED}
    rejected |= {id_ for id_, thing in after.relations.items() if thing.status is ReviewStatus.REJECTED}
    rejected -= after.withheld
    here = {*after.standing, *(relation.id for relation in after.standing_relations), *rejected}
    return Receipt(
        documents=tuple(id_ for id_ in after.documents if id_ not in before.documents),
        elements_added=elements.added,
        elements_updated=elements.updated,
        elements_withdrawn=tuple(id_ for id_ in before.standing if id_ in after.elements and id_ not in here),
        elements_removed=elements.removed,
        relations_added=relations.added,
        relations_updated=relations.updated,
        relations_withdrawn=tuple(
            line.id
            for line in before.standing_relations
            if line.id in after.relations and line.id not in here and not {line.source, line.target} & rejected
        ),
        relations_removed=relations.removed,
        documents_removed=tuple(id_ for id_ in before.documents if id_ not in after.documents),
        decisions=tuple(id_ for id_ in after.decisions if id_ not in before.decisions),
    )


class _Difference(Frozen):
    """What is there now and was not, what is not what it was, and what is gone."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]

    @classmethod
    def of(cls, before: Mapping[str, Frozen], after: Mapping[str, Frozen]) -> _Difference:
        return cls(
            added=tuple(id_ for id_ in after if id_ not in before),
            updated=tuple(
                id_
                for id_, thing in after.items()
                if (old := before.get(id_)) is not None and old is not thing and old != thing
            ),
            removed=tuple(id_ for id_ in before if id_ not in after),
        )
