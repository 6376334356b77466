"""Changes to a case, and how they merge: applying them twice changes nothing more, and what a person decided stays.

Every element and relation keeps, place by place, what its sources say (`stated`). A change is merged with what was
read before any decision, the decisions are put on that anew, and `resolution` sums the fields up. So a new version
of a document, or one taken out, changes exactly what rested on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.as_read import elements_as_read, relations_as_read
from graph.case import Case
from graph.decided import decided
from graph.decisions import Decision
from graph.elements import Element, Relation
from graph.errors import IllegalCase, StaleCase
from graph.growing import grown
from graph.merging import (
    Things,
    changed_between,
    having,
    merged_documents,
    merged_elements,
    merged_passages,
    merged_relations,
    with_ordered_statements,
)
from graph.provenance import Document, Entered, Frozen, Passage
from graph.receipts import Receipt, receipt, withdrawn, withdrawn_among
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


@dataclass(frozen=True)
class Applied:
    """A case with a change in it. `changed`: everything in it that is new, or not what it was."""

    case: Case
    receipt: Receipt
    changed: Things


def apply_changes(case: Case, changes: Changes) -> tuple[Case, Receipt]:
    """The case with the changes in it, and what that added, updated and took out; see `applied`."""
    done = applied(case, changes)
    return done.case, done.receipt


def applied(case: Case, changes: Changes) -> Applied:
    """The case with the changes in it.

    IllegalCase names what would break a rule; StaleCase says that the case has moved on since.
    """
    if changes.based_on is not None and changes.based_on != case.revision:
        raise StaleCase(
            f"case '{case.head.id}' is at revision {case.revision}, the change was made for {changes.based_on}",
            "Load the case again and repeat the change.",
        )
    decisions = _merged_decisions(case.decisions, changes.decisions)
    grew = None if changes.removed or decisions else grown(case, _merged(_part_of(case, changes), changes))
    if grew is not None:
        after, changed = grew.case, changed_between(case, grew.touched)
        gone = withdrawn_among(case, after, grew.touched)
    else:
        after = _summed(case, _merged(_as_read(case), changes, tuple(decisions.values())), decisions)
        changed, gone = changed_between(case, after), withdrawn(case, after)
    told = receipt(case, after, changed, gone=gone)
    new = not told.is_empty or bool(changed.passages or changed.documents)
    return Applied(replace(after, revision=case.revision + new, summed=True), told, changed)


def _part_of(case: Case, changes: Changes) -> Things:
    """What the case has of what a change speaks of."""
    return Things(
        having(case.elements, (element.id for element in changes.elements)),
        having(case.relations, (relation.id for relation in changes.relations)),
        having(case.documents, (document.id for document in changes.documents)),
        having(case.passages, (passage.id for passage in changes.passages)),
    )


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


def _merged(things: Things, changes: Changes, decisions: tuple[Decision, ...] = ()) -> Things:
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
    ordered = with_ordered_statements(things.documents.values(), things.passages)
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
