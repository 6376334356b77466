"""The case that a perfect reader would have made: the expected graph of a sample, its quotes found in the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from graph.case import Case, CaseHead
from graph.elements import (
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    Statement,
    Strength,
    relation_id,
)
from graph.provenance import DocumentKind, Entered, Passage
from ingest.document import ParsedDocument
from ingest.parsers import parse
from tests.evaluation.expected import Expected, WantedElement, WantedRelation

_ENTERED = Entered(who="a careful reader", when="2026-11-21T00:00:00+00:00")


def gold_case(expected: Expected) -> Case:
    """The expected elements and relations as a case; what has no quote that is found counts as entered by hand.

    Ids are those of the expected graph. Every block of every document is a passage besides, so that open questions
    find the same text as in a case that was read.
    """
    source = _Source(expected.documents)
    elements = [_element(wanted, source) for wanted in expected.elements.values()]
    relations = {line.id: line for line in (_relation(wanted, source) for wanted in expected.relations)}
    return Case.of(
        CaseHead(id=expected.case),
        elements=elements,
        relations=relations.values(),
        documents=[document.source for document in source.documents],
        passages=source.passages.values(),
    )


class _Source:
    """The documents of a sample, and every passage that was asked for."""

    def __init__(self, documents: Iterable[tuple[Path, str]]) -> None:
        self.documents = [parse(path, kind=DocumentKind(kind)) for path, kind in documents]
        self.passages: dict[str, Passage] = {}
        for document in self.documents:
            for block in document.blocks:
                if document.said(block).strip():
                    self._keep(document.passage(block.start, block.end))

    @cached_property
    def _texts(self) -> list[tuple[ParsedDocument, str, list[int]]]:
        """Each document with its letters and digits alone, and where each of them stands."""
        found = []
        for document in self.documents:
            places = [at for at, char in enumerate(document.text) if char.isalnum()]
            found.append((document, "".join(document.text[at] for at in places), places))
        return found

    def stating(self, quote: str, file: str) -> tuple[str, ...]:
        """The id of the passage with this quote, marks and spaces apart, in the document that has it; () where none has."""
        plain = re.sub(r"[\W_]", "", quote)
        own_first = sorted(self._texts, key=lambda text: Path(text[0].source.path).name != file)
        for document, letters, places in own_first if plain else ():
            at = letters.find(plain)
            if at >= 0:
                return (self._keep(document.passage(places[at], places[at + len(plain) - 1] + 1)),)
        return ()

    def _keep(self, passage: Passage) -> str:
        self.passages[passage.id] = passage
        return passage.id


def _element(wanted: WantedElement, source: _Source) -> Element:
    passages = source.stating(wanted.quote, wanted.file)
    return Element(
        id=wanted.id,
        kind=ElementKind(wanted.kind),
        name=wanted.names[0],
        aliases=wanted.names[1:],
        number=wanted.number,
        operator=Operator(wanted.operator) if wanted.operator else None,
        k=wanted.k,
        strength=Strength(wanted.strength) if wanted.strength else None,
        window_s=wanted.window_s,
        effort=wanted.effort,
        passages=passages,
        stated=() if passages else (Statement(entered=_ENTERED),),
    )


def _relation(wanted: WantedRelation, source: _Source) -> Relation:
    passages = source.stating(wanted.quote, wanted.file)
    return Relation(
        id=relation_id(RelationType(wanted.type), wanted.source, wanted.target, channel=wanted.channel),
        type=RelationType(wanted.type),
        source=wanted.source,
        target=wanted.target,
        strength=Strength(wanted.strength) if wanted.strength else None,
        latency_s=wanted.latency_s,
        channel=wanted.channel,
        automatic=wanted.automatic,
        passages=passages,
        stated=() if passages else (RelationStatement(entered=_ENTERED),),
    )
