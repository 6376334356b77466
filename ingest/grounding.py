"""Gate 1: what a document does not literally say is dropped, with the reason. Nothing invented gets through.

A proposal stays only where its quote is exactly the text at its offsets, and every word of its name, number,
aliases, text and effort occurs in the document. A relation stays only between two things that stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.elements import CRITICIZED, LEGAL, SOURCES, ElementKind, Operator, RelationType
from graph.naming import words
from ingest.document import ParsedDocument
from ingest.extraction import Proposals, ProposedElement, ProposedRelation, Quote

_COMBINING = CRITICIZED - {ElementKind.PERSON, ElementKind.TEAM}


@dataclass(frozen=True)
class Rejection:
    """Something that was proposed and is left out: the words that it rested on, and why."""

    quote: str
    why: str


@dataclass(frozen=True)
class Grounded:
    """What of the proposals stands in the document, and what does not."""

    kept: Proposals
    rejected: tuple[Rejection, ...] = ()


def ground(document: ParsedDocument, proposals: Proposals) -> Grounded:
    """The proposals that the document literally bears out, quotes at their exact offsets; the others with reasons."""
    gate = _Gate(document.text)
    found = [element for proposed in proposals.elements if (element := gate.element(proposed))]
    kinds = _kinds(found)
    elements = tuple(element for element in found if gate.is_of(kinds[element.key], element))
    relations = tuple(kept for proposed in proposals.relations if (kept := gate.relation(proposed, kinds)))
    return Grounded(Proposals(elements, relations), tuple(gate.rejected))


def illegal(source: ElementKind, relation: RelationType, target: ElementKind) -> str | None:
    """Why a relation of this type cannot lead from one kind to the other; None where it can."""
    if (source, relation, target) in LEGAL and not {source, target} & SOURCES:
        return None
    return f"{source} {relation} {target} is no legal relation"


class _Gate:
    """The text of one document with its words, and what it turned away."""

    def __init__(self, text: str) -> None:
        self.rejected: list[Rejection] = []
        self._text = text
        self._words = frozenset(words(text))

    def element(self, proposed: ProposedElement) -> ProposedElement | None:
        """The element as far as the text bears it out; None where its quote or name does not stand."""
        quote = self._mended(proposed.quote)
        why = quote if isinstance(quote, str) else self._unsound(proposed)
        if isinstance(quote, str) or why:
            self._reject(proposed.quote, f"{proposed.kind} '{proposed.name}': {why}")
            return None
        return self._measured(self._worded(replace(proposed, quote=quote)))

    def is_of(self, kind: ElementKind, element: ProposedElement) -> bool:
        """Is the element of the one kind that its key has?"""
        if element.kind is not kind:
            why = f"{element.kind} '{element.name}': it is a {kind} elsewhere in the document"
            self._reject(element.quote, why)
        return element.kind is kind

    def relation(self, proposed: ProposedRelation, kinds: Mapping[str, ElementKind]) -> ProposedRelation | None:
        """The relation at its exact place; None where quote, ends or latency do not stand, or it is illegal."""
        quote = self._mended(proposed.quote)
        why = quote if isinstance(quote, str) else _unsound_relation(proposed, kinds)
        if isinstance(quote, str) or why:
            self._reject(proposed.quote, f"'{proposed.source}' {proposed.type} '{proposed.target}': {why}")
            return None
        return replace(proposed, quote=quote)

    def _mended(self, quote: Quote) -> Quote | str:
        """The quote at its exact place, or why it has none."""
        if not quote.text.strip():
            return "the quote is empty"
        if quote.start >= 0 and self._text[quote.start : quote.end] == quote.text:
            return Quote(quote.start, quote.start + len(quote.text), quote.text)
        first = self._text.find(quote.text)
        if first < 0:
            return "the quote is not in the document"
        if self._text.find(quote.text, first + 1) >= 0:
            return "the quote is not at its place, and occurs more than once elsewhere"
        return Quote(first, first + len(quote.text), quote.text)

    def _unsound(self, element: ProposedElement) -> str | None:
        if element.kind in SOURCES:
            return "documents and passages are not proposed"
        if not words(element.name):
            return "it has no name"
        return self._unsaid(element.name) or (element.number and self._unsaid(element.number)) or None

    def _worded(self, element: ProposedElement) -> ProposedElement:
        """The element without those aliases, text and effort whose words the document does not have."""
        aliases = tuple(alias for alias in element.aliases if self._has(element, "alias", alias))
        text = element.text if self._has(element, "text", element.text) else None
        element = replace(element, aliases=aliases, text=text)
        if self._has(element, "effort", element.effort):
            return element
        return replace(element, effort=None, effort_days=None)

    def _measured(self, element: ProposedElement) -> ProposedElement:
        """The element without an operator that it cannot have, and numbers out of range."""
        if why := _bad_operator(element):
            self._reject(element.quote, f"operator of {element.kind} '{element.name}': {why}")
            element = replace(element, operator=None, k=None)
        if not _in_range(element.window_s):
            self._reject(element.quote, f"window of '{element.name}': {element.window_s} seconds is out of range")
            element = replace(element, window_s=None)
        if not _in_range(element.effort_days):
            self._reject(element.quote, f"effort of '{element.name}': {element.effort_days} days is out of range")
            element = replace(element, effort_days=None)
        return element

    def _has(self, element: ProposedElement, what: str, value: str | None) -> bool:
        if value is None:
            return True
        why = self._unsaid(value) if words(value) else "it is empty"
        if why:
            self._reject(element.quote, f"{what} '{value}' of {element.kind} '{element.name}': {why}")
        return not why

    def _unsaid(self, value: str) -> str | None:
        """The words of a value that the document does not contain, as a reason; case and plural do not count."""
        missing = [f"'{word}'" for word in words(value) if word not in self._words]
        return f"the document does not contain {', '.join(missing)}" if missing else None

    def _reject(self, quote: Quote, why: str) -> None:
        self.rejected.append(Rejection(quote.text, why))


def _kinds(elements: Iterable[ProposedElement]) -> Mapping[str, ElementKind]:
    """Key -> its one kind: that of the first place that introduces it, else of the first place."""
    places: defaultdict[str, list[ProposedElement]] = defaultdict(list)
    for element in elements:
        places[element.key].append(element)
    surest = {
        key: min(found, key=lambda e: (e.mention, e.quote.start, e.quote.end, e.kind)) for key, found in places.items()
    }
    return {key: element.kind for key, element in surest.items()}


def _bad_operator(element: ProposedElement) -> str | None:
    if element.operator is None:
        return None if element.k is None else "k without an operator"
    if element.kind not in _COMBINING:
        return f"a {element.kind} has no operator"
    if element.operator is Operator.AT_LEAST and (element.k is None or element.k < 1):
        return "'at least' without a number of 1 or more"
    if element.operator is not Operator.AT_LEAST and element.k is not None:
        return f"{element.operator} takes no k"
    return None


def _unsound_relation(relation: ProposedRelation, kinds: Mapping[str, ElementKind]) -> str | None:
    for end in (relation.source, relation.target):
        if end not in kinds:
            return f"'{end}' is not proposed, or was dropped"
    if relation.source == relation.target:
        return "a relation joins two things"
    if not _in_range(relation.latency_s):
        return f"a latency of {relation.latency_s} seconds is out of range"
    return illegal(kinds[relation.source], relation.type, kinds[relation.target])


def _in_range(value: float | None) -> bool:
    return value is None or 0 <= value < float("inf")
