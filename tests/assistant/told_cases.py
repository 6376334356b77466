"""Cases of a few documents, one passage a line, with elements and relations that say in which lines they stand."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import Scope
from graph.case import Case, CaseHead
from graph.elements import Element, ElementKind, Relation, RelationType, relation_id
from graph.provenance import Document, DocumentKind, Passage


def told_scope(
    documents: Mapping[str, str],
    elements: Mapping[str, tuple[str, str]],
    relations: tuple[tuple[str, str, str, str], ...],
) -> Scope:
    """Documents by title; `elements`: name -> kind and part of a line; `relations`: source, type, target, part of a line."""
    passages = tuple(passage for title, text in documents.items() for passage in _lines(title, text))

    def at(part: str) -> tuple[str, ...]:
        return tuple(passage.id for passage in passages if part in passage.text)

    return Scope(
        Case.of(
            CaseHead(id="told"),
            elements=[
                Element(id=n, kind=ElementKind(k), name=n, passages=at(part)) for n, (k, part) in elements.items()
            ],
            relations=[
                Relation(
                    id=relation_id(RelationType(type_), source, target),
                    type=RelationType(type_),
                    source=source,
                    target=target,
                    passages=at(part),
                )
                for source, type_, target, part in relations
            ],
            documents=[
                Document(id=title, kind=DocumentKind.REPORT, title=title, text=text)
                for title, text in documents.items()
            ],
            passages=passages,
        )
    )


def _lines(title: str, text: str) -> tuple[Passage, ...]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Passage(id=f"{title}:{at}", document=title, start=at, end=at + len(line), text=line))
        at += len(line) + 1
    return tuple(found)
