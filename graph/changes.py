"""Changes to a case, and how they merge: applying them twice changes nothing more, and what a person decided stays.

Every element and relation keeps, place by place, what its sources say (`stated`); `resolution` sums its fields up
from that. So a new version of a document, or one taken out, changes exactly what rested on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from graph.case import Case
from graph.elements import Element, Relation, RelationStatement, ReviewStatus, Statement
from graph.errors import IllegalCase, StaleCase
from graph.provenance import Document, Entered, Frozen, Passage
from graph.resolution import ranks, resolve, resolve_relation


class Changes(Frozen):
    """What a source adds to a case. `based_on`: the revision that they were made for; None where any will do.

    `once`: of what comes with this entry, nothing that the same person entered before in the same words is entered
    again (a file imported twice).
    """

    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    elements: tuple[Element, ...] = ()
    relations: tuple[Relation, ...] = ()
    based_on: int | None = None
    once: Entered | None = None


class Receipt(Frozen):
    """The ids of what a change added and updated; everything is empty where nothing was new."""

    documents: tuple[str, ...] = ()
    elements_added: tuple[str, ...] = ()
    elements_updated: tuple[str, ...] = ()
    relations_added: tuple[str, ...] = ()
    relations_updated: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Did the change add and update nothing?"""
        return not any(self.model_dump().values())


def apply_changes(case: Case, changes: Changes) -> tuple[Case, Receipt]:
    """The case with the changes in it, and what that added and updated.

    IllegalCase names what would break a rule; StaleCase says that the case has moved on since.
    """
    if changes.based_on is not None and changes.based_on != case.revision:
        raise StaleCase(
            f"case '{case.head.id}' is at revision {case.revision}, the change was made for {changes.based_on}",
            "Load the case again and repeat the change.",
        )
    documents = _merged_documents(case.documents, changes.documents)
    passages = _merged_passages(case.passages, changes.passages)
    elements = _merged_elements(case.elements, changes.elements, once=changes.once)
    relations = _merged_relations(case.relations, changes.relations, once=changes.once)
    order = ranks(documents.values(), passages.values(), relations.values())
    elements = {id_: resolve(element, order) for id_, element in elements.items()}
    relations = {id_: resolve_relation(relation, order) for id_, relation in relations.items()}
    receipt = Receipt(
        documents=tuple(id_ for id_ in documents if id_ not in case.documents),
        elements_added=tuple(id_ for id_ in elements if id_ not in case.elements),
        elements_updated=_changed(case.elements, elements),
        relations_added=tuple(id_ for id_ in relations if id_ not in case.relations),
        relations_updated=_changed(case.relations, relations),
    )
    new = not receipt.is_empty or passages != case.passages or documents != case.documents
    after = Case.of(
        case.head,
        elements=elements.values(),
        relations=relations.values(),
        documents=documents.values(),
        passages=passages.values(),
    )
    return replace(after, revision=case.revision + new), receipt


_S = TypeVar("_S", Statement, RelationStatement)
_T = TypeVar("_T", Element, Relation)
_Source = TypeVar("_Source", Document, Passage)


def _merged_documents(known: Mapping[str, Document], new: Iterable[Document]) -> dict[str, Document]:
    """A document whose text was left out gets it from the one that has it."""
    found = dict(known)
    for document in new:
        old = found.get(document.id, document)
        found[document.id] = _with_text(old, document)
        _refuse_other_content("document", found[document.id], _with_text(document, old))
    return found


def _with_text(document: Document, other: Document) -> Document:
    return document if document.text is not None else document.model_copy(update={"text": other.text})


def _merged_passages(known: Mapping[str, Passage], new: Iterable[Passage]) -> dict[str, Passage]:
    found = dict(known)
    for passage in new:
        _refuse_other_content("passage", found.setdefault(passage.id, passage), passage)
    return found


def _refuse_other_content(what: str, old: _Source, new: _Source) -> None:
    if old != new:
        raise IllegalCase(
            f"{what} '{new.id}' is there already, with other content",
            f"Give a new version of a {what} an id of its own.",
        )


def _merged_elements(
    known: Mapping[str, Element], new: Iterable[Element], *, once: Entered | None
) -> dict[str, Element]:
    found = dict(known)
    for element in map(_with_statement, new):
        old = found.get(element.id)
        if old is not None and old.kind is not element.kind:
            raise IllegalCase(
                f"element '{element.id}' is a {old.kind}; a {element.kind} of the same id cannot be united with it",
                "Give it an id of its own.",
            )
        found[element.id] = element if old is None else _united_elements(old, element, once=once)
    return found


def _united_elements(old: Element, new: Element, *, once: Entered | None) -> Element:
    return old.model_copy(
        update={
            "aliases": tuple(dict.fromkeys((*old.aliases, *(a for a in (new.name, *new.aliases) if a != old.name)))),
            "number": old.number or new.number,
            "status": _united_status(old, new),
            "passages": tuple(dict.fromkeys((*old.passages, *new.passages))),
            "stated": _united_statements(old.stated, new.stated, once=once),
        }
    )


def _united_statements(old: tuple[_S, ...], new: tuple[_S, ...], *, once: Entered | None) -> tuple[_S, ...]:
    """What was said before and what is said now, each once; see `Changes.once`."""
    before = {(s.entered.who, _words(s)) for s in old if s.entered} if once else set()
    found = dict.fromkeys(old)
    for statement in new:
        repeated = once is not None and statement.entered == once and (once.who, _words(statement)) in before
        if not repeated:
            found[statement] = None
    return tuple(found)


def _words(statement: Statement | RelationStatement) -> str:
    """What a statement says, whoever says it and whenever."""
    return statement.model_dump_json(exclude={"entered"})


def _with_statement(element: Element) -> Element:
    """An element whose fields come from nowhere yet gets them from its first passage."""
    facts = (element.strength, element.operator, element.window_s, element.effort, element.effort_days)
    bare = not element.text and all(fact is None for fact in facts)
    if element.stated or not element.passages or bare:
        return element
    said = Statement(
        passage=element.passages[0],
        name=element.name,
        text=element.text or None,
        strength=element.strength,
        operator=element.operator,
        k=element.k,
        window_s=element.window_s,
        effort=element.effort,
        effort_days=element.effort_days,
    )
    return element.model_copy(update={"stated": (said,)})


def _merged_relations(
    known: Mapping[str, Relation], new: Iterable[Relation], *, once: Entered | None
) -> dict[str, Relation]:
    found = dict(known)
    for relation in map(_with_relation_statement, new):
        old = found.get(relation.id)
        if old is not None and (old.type, old.source, old.target) != (relation.type, relation.source, relation.target):
            raise IllegalCase(
                f"relation '{relation.id}' is there already, between other ends or of another type",
                "Give it an id of its own.",
            )
        found[relation.id] = relation if old is None else _united_relations(old, relation, once=once)
    return found


def _united_relations(old: Relation, new: Relation, *, once: Entered | None) -> Relation:
    return old.model_copy(
        update={
            "status": _united_status(old, new),
            "passages": tuple(dict.fromkeys((*old.passages, *new.passages))),
            "stated": _united_statements(old.stated, new.stated, once=once),
        }
    )


def _with_relation_statement(relation: Relation) -> Relation:
    if relation.stated or not relation.passages:
        return relation
    said = RelationStatement(
        passage=relation.passages[0],
        basis=relation.basis,
        strength=relation.strength,
        latency_s=relation.latency_s,
        channel=relation.channel,
        automatic=relation.automatic,
    )
    return relation.model_copy(update={"stated": (said,)})


def _united_status(old: _T, new: _T) -> ReviewStatus:
    """A decision that is there stays; one that comes with the change counts where there was none."""
    return old.status if old.status is not ReviewStatus.PROPOSED else new.status


def _changed(before: Mapping[str, _T], after: Mapping[str, _T]) -> tuple[str, ...]:
    return tuple(
        id_
        for id_, thing in after.items()
        if (old := before.get(id_)) is not None and old is not thing and old != thing
    )
