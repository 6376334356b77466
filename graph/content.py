"""What a case holds, and what may not be in one: a quote that its source does not say, an end that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from graph.elements import LEGAL, SOURCES, Element, ElementKind, Relation, RelationType
from graph.errors import IllegalCase
from graph.provenance import Document, Passage

FIELDS = frozenset({RelationType.STATED_IN, RelationType.PART_OF})
"""Types that are kept as fields and not as relations."""


class Content(Protocol):
    """Elements and relations by id, with the documents and passages that they rest on."""

    @property
    def elements(self) -> Mapping[str, Element]:
        """By id."""
        ...

    @property
    def relations(self) -> Mapping[str, Relation]:
        """By id."""
        ...

    @property
    def documents(self) -> Mapping[str, Document]:
        """By id."""
        ...

    @property
    def passages(self) -> Mapping[str, Passage]:
        """By id."""
        ...


def check(case: Content, new: Content, withheld: frozenset[str]) -> None:
    """Refuse what breaks a rule in the `new` part of a case: IllegalCase names it.

    `withheld`: relations that do not count, and so may be illegal, as a kind was corrected.
    """
    for passage in new.passages.values():
        _check_passage(case, passage)
    both = (*(new.elements.keys() & case.documents.keys()), *(new.documents.keys() & case.elements.keys()))
    if both:
        raise IllegalCase(f"element '{min(both)}' has the id of a document", "Give it an id of its own.")
    for element in new.elements.values():
        _check_sources(case, "element", element)
    for relation in new.relations.values():
        _check_sources(case, "relation", relation)
        _check_relation(case, relation, withheld)


def _check_passage(case: Content, passage: Passage) -> None:
    document = case.documents.get(passage.document)
    if document is None:
        raise IllegalCase(
            f"passage '{passage.id}' is part of '{passage.document}', which is no document of this case",
            "Add the document, or leave the passage out.",
        )
    if document.text is not None and document.text[passage.start : passage.end] != passage.text:
        raise IllegalCase(
            f"passage '{passage.id}' is not what '{document.id}' says at {passage.start}-{passage.end}",
            "A quote must be the exact characters of its document: correct its text, start or end.",
        )


def _check_sources(case: Content, what: str, thing: Element | Relation) -> None:
    if not thing.passages and not thing.entered:
        raise IllegalCase(
            f"{what} '{thing.id}' has neither a passage nor a person who entered it",
            "Name the passage that states it, or who entered it and when.",
        )
    for passage in thing.passages:
        if passage not in case.passages:
            raise IllegalCase(
                f"{what} '{thing.id}' is stated in '{passage}', which is no passage of this case",
                "Add the passage, or leave the reference out.",
            )
    for statement in thing.stated:
        if statement.passage is not None and statement.passage not in thing.passages:
            raise IllegalCase(
                f"{what} '{thing.id}' has a statement from '{statement.passage}', which is not among its passages",
                "Add the passage to its passages.",
            )


def _check_relation(case: Content, relation: Relation, withheld: frozenset[str]) -> None:
    if relation.type in FIELDS:
        raise IllegalCase(
            f"relation '{relation.id}' is a {relation.type}, which is kept as a field and not as a relation",
            "Say where something is stated in its 'passages', and what a passage is part of in its 'document'.",
        )
    source, target = _kind_of(case, relation, relation.source), _kind_of(case, relation, relation.target)
    if (source, relation.type, target) not in LEGAL and relation.id not in withheld:
        raise IllegalCase(
            f"relation '{relation.id}' is illegal: {source} {relation.type} {target}"
            f" ('{relation.source}' to '{relation.target}')",
            _hint(source, relation.type),
        )


def _hint(kind: ElementKind, relation: RelationType) -> str:
    targets = sorted(end for start, type_, end in LEGAL if start is kind and type_ is relation and end not in SOURCES)
    if targets:
        return f"From a {kind}, {relation} leads to: {', '.join(targets)}."
    sources = sorted({start for start, type_, _ in LEGAL if type_ is relation})
    return f"{relation} starts from: {', '.join(sources)}."


def _kind_of(case: Content, relation: Relation, end: str) -> ElementKind:
    if end in case.elements:
        return case.elements[end].kind
    if end in case.documents:
        return ElementKind.DOCUMENT
    raise IllegalCase(
        f"relation '{relation.id}' ends at '{end}', which is no element of this case",
        "Add the element, or leave the relation out.",
    )
