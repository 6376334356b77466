"""Changes to a case, and how they merge: applying them twice changes nothing more, and what a person decided stays.

Every element and relation keeps, place by place, what its sources say (`stated`). Its fields are summed up
from that: what a person entered last wins, then the earliest document that still stands. So a new version of
a document, or one taken out, changes exactly what rested on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from graph.case import Case
from graph.elements import (
    Basis,
    Element,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
)
from graph.errors import IllegalCase, StaleCase
from graph.provenance import Document, Frozen, Passage


class Changes(Frozen):
    """What a source adds to a case. `based_on`: the revision that they were made for; None where any will do."""

    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    elements: tuple[Element, ...] = ()
    relations: tuple[Relation, ...] = ()
    based_on: int | None = None


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
    documents = _added("document", case.documents, changes.documents)
    passages = _added("passage", case.passages, changes.passages)
    elements = _merged_elements(case.elements, changes.elements)
    relations = _merged_relations(case.relations, changes.relations)
    order = _order(documents.values(), passages.values(), relations.values())
    elements = {id_: resolve(element, order) for id_, element in elements.items()}
    relations = {id_: resolve_relation(relation, order) for id_, relation in relations.items()}
    receipt = Receipt(
        documents=tuple(id_ for id_ in documents if id_ not in case.documents),
        elements_added=tuple(id_ for id_ in elements if id_ not in case.elements),
        elements_updated=_changed(case.elements, elements),
        relations_added=tuple(id_ for id_ in relations if id_ not in case.relations),
        relations_updated=_changed(case.relations, relations),
    )
    new = not receipt.is_empty or len(passages) > len(case.passages)
    after = Case.of(
        case.head,
        elements=elements.values(),
        relations=relations.values(),
        documents=documents.values(),
        passages=passages.values(),
    )
    return replace(after, revision=case.revision + new), receipt


def resolve(element: Element, order: Mapping[str, int]) -> Element:
    """The element with its fields summed up from `stated`. `order`: passage -> rank; a passage not in it is old."""
    ranked = _ranked(element.stated, order)
    said = [statement for statement in ranked if statement.operator is not None]
    names = [statement.name for statement in ranked if statement.name]
    name = names[0] if names else element.name
    others = (*names, element.name, *element.aliases)
    fields = {
        "name": name,
        "aliases": tuple(dict.fromkeys(other for other in others if other != name)),
        "text": next((s.text for s in ranked if s.text), ""),
        "operator": said[0].operator if said else None,
        "k": said[0].k if said and said[0].operator is Operator.AT_LEAST else None,
        "strength": next((s.strength for s in ranked if s.strength is not None), None),
        "window_s": next((s.window_s for s in ranked if s.window_s is not None), None),
        "effort": next((s.effort for s in ranked if s.effort is not None), None),
        "effort_days": next((s.effort_days for s in ranked if s.effort_days is not None), None),
    }
    same = all(getattr(element, field) == value for field, value in fields.items())
    return element if same else element.model_copy(update=fields)


def resolve_relation(relation: Relation, order: Mapping[str, int]) -> Relation:
    """The relation with its fields summed up from `stated`, as `resolve` does for an element."""
    ranked = _ranked(relation.stated, order) or relation.stated
    bases = {statement.basis for statement in ranked}
    fields = {
        "basis": next((basis for basis in (Basis.ENTERED, Basis.STATED) if basis in bases), Basis.INFERRED),
        "strength": next((s.strength for s in ranked if s.strength is not None), None),
        "latency_s": next((s.latency_s for s in ranked if s.latency_s is not None), None),
        "channel": next((s.channel for s in ranked if s.channel is not None), None),
        "automatic": next((s.automatic for s in ranked if s.automatic is not None), None),
    }
    same = all(getattr(relation, field) == value for field, value in fields.items())
    return relation if same else relation.model_copy(update=fields)


_S = TypeVar("_S", Statement, RelationStatement)
_T = TypeVar("_T", Element, Relation)
_Source = TypeVar("_Source", Document, Passage)


def _ranked(stated: Iterable[_S], order: Mapping[str, int]) -> list[_S]:
    """Statements that still stand: entered ones latest first, then by document and place."""
    entered = [statement for statement in stated if statement.entered]
    entered.sort(key=lambda statement: statement.entered.when if statement.entered else "", reverse=True)
    read = [statement for statement in stated if statement.passage in order]
    return entered + sorted(read, key=lambda statement: order[statement.passage or ""])


def _order(
    documents: Iterable[Document], passages: Iterable[Passage], relations: Iterable[Relation]
) -> Mapping[str, int]:
    """The rank of every passage of a current document. A new version stands where the old one stood."""
    old = {
        relation.source: relation.target
        for relation in relations
        if relation.type is RelationType.SUPERSEDES and relation.status is not ReviewStatus.REJECTED
    }
    place = {document.id: position for position, document in enumerate(documents)}
    gone = frozenset(old.values())

    def first(document: str) -> int:
        seen = {document}
        while (earlier := old.get(document)) in place and earlier not in seen:
            document = earlier
            seen.add(document)
        return place[document]

    rank = {document: first(document) for document in place if document not in gone}
    current = [passage for passage in passages if passage.document in rank]
    current.sort(key=lambda passage: (rank[passage.document], passage.start, passage.end))
    return {passage.id: position for position, passage in enumerate(current)}


def _added(what: str, known: Mapping[str, _Source], new: Iterable[_Source]) -> dict[str, _Source]:
    found = dict(known)
    for thing in new:
        if found.setdefault(thing.id, thing) != thing:
            raise IllegalCase(
                f"{what} '{thing.id}' is there already, with other content",
                f"Give a new version of a {what} an id of its own.",
            )
    return found


def _merged_elements(known: Mapping[str, Element], new: Iterable[Element]) -> dict[str, Element]:
    found = dict(known)
    for element in new:
        old = found.get(element.id)
        if old is not None and old.kind is not element.kind:
            raise IllegalCase(
                f"element '{element.id}' is a {old.kind}; a {element.kind} of the same id cannot be united with it",
                "Give it an id of its own.",
            )
        found[element.id] = _with_statement(element) if old is None else _united_elements(old, _with_statement(element))
    return found


def _united_elements(old: Element, new: Element) -> Element:
    return old.model_copy(
        update={
            "aliases": tuple(dict.fromkeys((*old.aliases, *(a for a in (new.name, *new.aliases) if a != old.name)))),
            "number": old.number or new.number,
            "status": _united_status(old, new),
            "passages": tuple(dict.fromkeys((*old.passages, *new.passages))),
            "stated": tuple(dict.fromkeys((*old.stated, *new.stated))),
        }
    )


def _with_statement(element: Element) -> Element:
    """An element whose fields come from nowhere yet gets them from its first passage."""
    bare = element.strength is None and element.operator is None and not element.text
    if element.stated or not element.passages or (bare and element.window_s is None and element.effort is None):
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


def _merged_relations(known: Mapping[str, Relation], new: Iterable[Relation]) -> dict[str, Relation]:
    found = dict(known)
    for relation in new:
        old = found.get(relation.id)
        if old is None:
            found[relation.id] = _with_relation_statement(relation)
            continue
        if (old.type, old.source, old.target) != (relation.type, relation.source, relation.target):
            raise IllegalCase(
                f"relation '{relation.id}' is there already, between other ends or of another type",
                "Give it an id of its own.",
            )
        stated = _with_relation_statement(relation).stated
        found[relation.id] = old.model_copy(
            update={
                "status": _united_status(old, relation),
                "passages": tuple(dict.fromkeys((*old.passages, *relation.passages))),
                "stated": tuple(dict.fromkeys((*old.stated, *stated))),
            }
        )
    return found


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
    return tuple(id_ for id_, thing in after.items() if id_ in before and before[id_] != thing)
