"""Finding elements by what people call them: exactly for commands, by likeness for questions.

An `Embedder` says which of many texts are near each other, be it by their words or by what a model takes them to mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from rapidfuzz import fuzz, process

from graph.case import Case
from graph.elements import Element, Relation, RelationType
from graph.errors import AmbiguousName, UnknownElement
from graph.fates import Fate, fate_of, fate_of_id
from graph.naming import normal, numbered
from graph.provenance import Document

NEAR = 62.0
NEAREST = 3
"""How many names at most are suggested for one that is not known."""


@dataclass(frozen=True)
class Found:
    """An element and how alike its closest name is to what was looked for, 0 to 100."""

    element: Element
    likeness: float


@dataclass(frozen=True)
class Near:
    """Two texts, by their places, the first before the other, and how near they are, 0 to 1."""

    one: int
    other: int
    likeness: float


class Embedder(Protocol):
    """Tells which of many texts are near each other, in less work than comparing all with all by hand."""

    @property
    def name(self) -> str:
        """What it goes by where a reader is told by what two texts are near."""
        ...

    @property
    def reads_meaning(self) -> bool:
        """Does its likeness go beyond words, so that it is a reason of its own?"""
        ...

    def near(self, texts: Sequence[str]) -> Iterable[Near]:
        """The pairs that are near each other, each once; the same pairs in every run."""
        ...


def names_of(element: Element) -> tuple[str, ...]:
    """Everything that an element is called: name, aliases and its numbered label."""
    return tuple(dict.fromkeys((element.name, *element.aliases, element.label)))


def element_named(case: Case, name: str) -> Element:
    """The element with this id, name, alias or number; UnknownElement or AmbiguousName otherwise.

    Of one that a person rejected or merged, or that no current document states, the error says so.
    """
    try:
        return _named(case, case.standing, name)
    except UnknownElement as error:
        raise UnknownElement(name, error.near, fate=_fate(case, name)) from error


def thing_named(case: Case, name: str) -> Element | Relation:
    """The element or relation that is meant, be it rejected or withdrawn; a relation by id or as "SOURCE TYPE TARGET".

    What counts goes before what does not. UnknownElement or AmbiguousName otherwise.
    """
    if name in case.relations:
        return case.relations[name]
    for type_ in RelationType:
        source, found, target = name.partition(f" {type_} ")
        if found:
            ends = (_known(case, source).id, _known(case, target).id)
            lines = [r for r in case.relations.values() if (r.type, r.source, r.target) == (type_, *ends)]
            if len(lines) > 1:
                raise AmbiguousName(name, (line.id for line in lines))
            if not lines:
                raise UnknownElement(name, (r.id for r in case.relations.values() if r.source == ends[0]))
            return lines[0]
    return _known(case, name)


def document_named(case: Case, name: str) -> Document:
    """The document with this id, title, path or file name, the current version first; UnknownElement otherwise."""
    if name in case.documents:
        return case.documents[name]
    wanted = normal(name)
    found = [d for d in case.documents.values() if name in {d.path, PurePath(d.path).name} or normal(d.title) == wanted]
    current = [document for document in found if document.id in case.current_documents]
    if len(current) > 1 or (not current and len(found) > 1):
        raise AmbiguousName(name, (f"{d.title} ({d.id})" for d in current or found))
    if not found:
        raise UnknownElement(name, _documents_near(case, name), what="document")
    return (current or found)[0]


def _known(case: Case, name: str) -> Element:
    try:
        return element_named(case, name)
    except UnknownElement as error:
        try:
            return _named(case, case.elements, name)
        except UnknownElement:
            raise error from None


def _fate(case: Case, name: str) -> Fate:
    """What became of what had this id or name; nothing where there was none, or several."""
    try:
        return fate_of(case, _named(case, case.elements, name))
    except (UnknownElement, AmbiguousName):
        return fate_of_id(case, name)


def _documents_near(case: Case, name: str) -> tuple[str, ...]:
    """The current documents that are called most like this, best first."""
    current = [document for id_, document in case.documents.items() if id_ in case.current_documents]
    called = [
        (normal(each), document) for document in current for each in (document.title, PurePath(document.path).stem)
    ]
    wanted = normal(PurePath(name).stem)
    hits = process.extract(wanted, [each for each, _ in called], scorer=fuzz.WRatio, score_cutoff=NEAR, limit=None)
    found = dict.fromkeys(called[place][1].id for _, _, place in hits)
    near = [case.documents[id_] for id_ in found] or current
    return tuple(f"{each.title} ({each.path or each.id})" for each in near[:NEAREST])


def _named(case: Case, elements: Mapping[str, Element], name: str) -> Element:
    if name in elements:
        return elements[name]
    wanted = normal(name)
    exact = [e for e in elements.values() if any(normal(other) == wanted for other in names_of(e))]
    if not exact:
        number = numbered(name)
        bare = name.strip().upper()
        exact = [
            e
            for e in elements.values()
            if e.number is not None and ((e.kind, e.number.upper()) == number or e.number.upper() == bare)
        ]
    if len(exact) == 1:
        return exact[0]
    if exact:
        raise AmbiguousName(name, (f"{e.name} ({e.kind}, {e.id})" for e in exact))
    raise UnknownElement(name, (found.element.name for found in find_elements(case, name, limit=NEAREST)))


def find_elements(case: Case, text: str, limit: int = 5) -> tuple[Found, ...]:
    """The elements that are called most like this, best first; likeness 0 to 100, none below `NEAR`."""
    wanted = normal(text)
    called = [(normal(name), element) for element in case.standing.values() for name in names_of(element)]
    hits = process.extract(wanted, [name for name, _ in called], scorer=fuzz.WRatio, score_cutoff=NEAR, limit=limit * 4)
    best: dict[str, Found] = {}
    for _, likeness, position in hits:
        element = called[position][1]
        if element.id not in best:
            best[element.id] = Found(element, likeness)
    return tuple(best.values())[:limit]
