"""Two readings become one: what both say is said once, and nothing that either says is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graph.as_read import with_statements
from graph.content import Content
from graph.elements import Element, Relation, RelationStatement, ReviewStatus, Statement
from graph.errors import IllegalCase
from graph.provenance import Document, Entered, Passage
from graph.resolution import NOWHERE, Place, places

_S = TypeVar("_S", Statement, RelationStatement)
_T = TypeVar("_T", Element, Relation)
_V = TypeVar("_V", Element, Relation, Document, Passage)
_Source = TypeVar("_Source", Document, Passage)


@dataclass(frozen=True)
class Things:
    """The content of a case by id."""

    elements: dict[str, Element]
    relations: dict[str, Relation]
    documents: dict[str, Document]
    passages: dict[str, Passage]


def having(section: Mapping[str, _V], ids: Iterable[str]) -> dict[str, _V]:
    """What a section of a case has of these ids."""
    return {id_: value for id_ in ids if (value := section.get(id_)) is not None}


def changed_between(before: Content, now: Content) -> Things:
    """What is new now, or not what it was before."""
    return Things(
        _others(before.elements, now.elements),
        _others(before.relations, now.relations),
        _others(before.documents, now.documents),
        _others(before.passages, now.passages),
    )


def merged_documents(known: Mapping[str, Document], new: Iterable[Document]) -> dict[str, Document]:
    """Known and new documents; one whose text was left out gets it from the one that has it."""
    found = dict(known)
    for document in new:
        old = found.get(document.id, document)
        found[document.id] = _with_text(old, document)
        _refuse_other_content("document", found[document.id], _with_text(document, old))
    return found


def merged_passages(known: Mapping[str, Passage], new: Iterable[Passage]) -> dict[str, Passage]:
    """Known and new passages; IllegalCase where one id stands for two."""
    found = dict(known)
    for passage in new:
        _refuse_other_content("passage", found.setdefault(passage.id, passage), passage)
    return found


def merged_elements(
    known: Mapping[str, Element], new: Iterable[Element], *, once: Entered | None = None
) -> dict[str, Element]:
    """Known and new elements, each with every statement once. `once`: see `Changes`."""
    found = dict(known)
    for element in new:
        old = found.get(element.id)
        if old is not None and old.kind is not element.kind:
            raise IllegalCase(
                f"element '{element.id}' is a {old.kind}; a {element.kind} of the same id cannot be united with it",
                "Give it an id of its own.",
            )
        found[element.id] = element if old is None else _united(old, element, once=once)
    return found


def merged_relations(
    known: Mapping[str, Relation], new: Iterable[Relation], *, once: Entered | None = None
) -> dict[str, Relation]:
    """Known and new relations, each with every statement once. `once`: see `Changes`."""
    found = dict(known)
    for relation in new:
        old = found.get(relation.id)
        if old is not None and (old.type, old.source, old.target) != (relation.type, relation.source, relation.target):
            raise IllegalCase(
                f"relation '{relation.id}' is there already, between other ends or of another type",
                "Give it an id of its own.",
            )
        found[relation.id] = relation if old is None else _united_relations(old, relation, once=once)
    return found


def with_ordered_statements(documents: Iterable[Document], passages: Mapping[str, Passage]) -> Callable[[_T], _T]:
    """Puts the statements of an element or relation in order: by document and place, then what people entered."""
    place = places(documents)

    def position(statement: Statement | RelationStatement) -> tuple[bool, Place, int, int]:
        passage = passages.get(statement.passage or "")
        if passage is None:
            return (statement.passage is None, NOWHERE, 0, 0)
        return (False, place.get(passage.document, NOWHERE), passage.start, passage.end)

    def ordered(thing: _T) -> _T:
        if len(thing.stated) < 2:
            return thing
        found = sorted(thing.stated, key=position)
        return thing if found == list(thing.stated) else with_statements(thing, found)

    return ordered


def _others(before: Mapping[str, _V], now: Mapping[str, _V]) -> dict[str, _V]:
    return {id_: value for id_, value in now.items() if (old := before.get(id_)) is not value and old != value}


def _with_text(document: Document, other: Document) -> Document:
    return document if document.text is not None else document.model_copy(update={"text": other.text})


def _refuse_other_content(what: str, old: _Source, new: _Source) -> None:
    if old != new:
        raise IllegalCase(
            f"{what} '{new.id}' is there already, with other content",
            f"Give a new version of a {what} an id of its own.",
        )


def _united(old: Element, new: Element, *, once: Entered | None) -> Element:
    stated = _united_statements(old.stated, new.stated, once=once)
    return with_statements(old, stated).model_copy(update={"status": _united_status(old, new)})


def _united_relations(old: Relation, new: Relation, *, once: Entered | None) -> Relation:
    stated = _united_statements(old.stated, new.stated, once=once)
    return with_statements(old, stated).model_copy(update={"status": _united_status(old, new)})


def _united_statements(old: tuple[_S, ...], new: tuple[_S, ...], *, once: Entered | None) -> tuple[_S, ...]:
    """What was said before and what is said now, each once; see `Changes.once`."""
    before = {(s.entered.who, _words(s)) for s in old if s.entered} if once else set()
    found = dict.fromkeys(old)
    for statement in new:
        repeated = once is not None and statement.entered == once and (once.who, _words(statement)) in before
        if not repeated and not any(_says_as_much(known, statement) for known in found):
            found[statement] = None
    return tuple(found)


def _says_as_much(known: Statement | RelationStatement, new: Statement | RelationStatement) -> bool:
    """Does a statement of the same place say what the new one says, and perhaps call the element by more names?"""
    if known == new:
        return True
    if not isinstance(known, Statement) or not isinstance(new, Statement) or known.passage != new.passage:
        return False
    same_words = known.model_copy(update={"aliases": None}) == new.model_copy(update={"aliases": None})
    return same_words and set(new.aliases or ()) <= set(known.aliases or ())


def _words(statement: Statement | RelationStatement) -> str:
    """What a statement says, whoever says it and whenever."""
    return statement.model_dump_json(exclude={"entered"})


def _united_status(old: _T, new: _T) -> ReviewStatus:
    """A decision that is there stays; one that comes with the change counts where there was none."""
    return old.status if old.status is not ReviewStatus.PROPOSED else new.status
