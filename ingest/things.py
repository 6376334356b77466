"""What linking compares: the things that a document proposes and the elements that the case has, in one form.

A name is *proper* where it can stand alone. "The monitor", "that bucket" or a given name alone is a *reference*:
it means something only beside what else is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.elements import Element, ElementKind
from graph.naming import numbered, singular
from ingest import people
from ingest.definitions import definitions, is_acronym, split_definition
from ingest.document import ParsedDocument
from ingest.extraction import Proposals, ProposedElement
from ingest.spelling import Name, canonical, is_designator

LOCAL_NUMBERS = frozenset({ElementKind.FINDING, ElementKind.MITIGATION, ElementKind.TRIGGER, ElementKind.EVIDENCE})
"""Kinds that every document numbers for itself: the second finding of one critique is not that of another."""

SENTENCES = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.FINDING, ElementKind.TRIGGER})
"""Kinds whose names are mostly sentences."""

_POINTS = re.compile(r"^(?:that|this|these|those|such|said|our|its|their|his|her|my|your)\s", re.IGNORECASE)
_POINTS_INSIDE = re.compile(r"\s(?:that|this|these|those|such|said|its|their)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|our|their|its|that|this)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Thing:
    """One key of a document, or one element of the case.

    `introduced`: some place gives it a proper name and does not just mention it. `definite`: every place says
    "the …" without a capital, as one says it of what the hearer knows. `paths` and `documents` state it. `former`: its
    number is that of older versions of the document that is being read, which may number it anew; `here`: what those
    call it.
    """

    kind: ElementKind
    number: str | None
    names: tuple[str, ...]
    references: tuple[str, ...] = ()
    introduced: bool = False
    definite: bool = False
    former: bool = False
    here: tuple[str, ...] = ()
    key: str | None = None
    element: Element | None = None
    paths: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    places: tuple[ProposedElement, ...] = ()
    expansions: Mapping[str, Name] | None = None

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """Elements of the case first, then things of the document as the text has them; the same in every run."""
        if self.element:
            return (False, 0, 0, self.element.id)
        first = self.places[0].quote
        return (True, first.start, first.end, self.key or "")

    @cached_property
    def canonical_names(self) -> tuple[Name, ...]:
        """Each of its names in the form in which spellings of one name are equal."""
        return tuple(canonical(name, self.expansions) for name in self.names)

    @cached_property
    def canonical_references(self) -> tuple[Name, ...]:
        """Each of its references, in the same form."""
        return tuple(canonical(name, self.expansions) for name in self.references)

    @cached_property
    def canonical_names_here(self) -> tuple[Name, ...]:
        """What older versions of the document that is being read call it, in the same form."""
        return tuple(canonical(name, self.expansions) for name in self.here)

    @property
    def called(self) -> tuple[tuple[str, Name], ...]:
        """Whatever it is called, as written and in canonical form."""
        names = tuple(zip(self.names, self.canonical_names, strict=True))
        return names + tuple(zip(self.references, self.canonical_references, strict=True))

    @property
    def is_reference(self) -> bool:
        """Is it only referred to, and never named?"""
        return not self.names and self.number is None


def proposed_things(document: ParsedDocument, proposals: Proposals, known: Mapping[str, Name]) -> tuple[Thing, ...]:
    """The things of a document, one a key, in the order of the text. `known`: what acronyms stand for in the case."""
    defined = definitions(document.text)
    expansions = {**known, **defined}
    shorts = {long: short.upper() for short, long in defined.items()}
    places: defaultdict[str, list[ProposedElement]] = defaultdict(list)
    for element in proposals.elements:
        places[element.key].append(element)
    found = []
    for key, said in places.items():
        said.sort(key=lambda place: (place.quote.start, place.quote.end, place.mention, place.name))
        kind = said[0].kind
        surest = sorted(said, key=lambda place: place.mention)
        called = [name for place in surest for name in _called(place)]
        proper = [name for place in surest for name in proper_names(place)]
        proper += [shorts[long] for long in map(canonical, proper) if long in shorts]
        numbers = [number_of(place) for place in said]
        found.append(
            Thing(
                kind=kind,
                number=next((number for number in numbers if number), None),
                names=tuple(dict.fromkeys(proper)),
                references=tuple(dict.fromkeys(name for name, reference in called if reference)),
                introduced=any(not place.mention and not refers(place, place.name) for place in said),
                definite=all(_is_definite(place) for place in said),
                key=key,
                paths=frozenset({document.source.path}),
                places=tuple(said),
                expansions=expansions,
            )
        )
    return tuple(sorted(found, key=lambda thing: thing.rank))


def _called(place: ProposedElement) -> Iterable[tuple[str, bool]]:
    """What a place calls the thing, and whether that only refers to it."""
    for name in split_definition(place.name):
        yield plain(place.kind, name), refers(place, name)
    for alias in place.aliases:
        yield plain(place.kind, alias), is_reference(place, alias)


def proper_names(place: ProposedElement) -> tuple[str, ...]:
    """What a place calls the thing by names that can stand alone."""
    called = _called(place)
    return tuple(name for name, reference in called if not reference and not label(place.kind, name))


def number_of(place: ProposedElement) -> str | None:
    """The number by which a place calls the thing, in capitals; None where it gives none."""
    number = place.number or label(place.kind, place.name)
    return number.upper() if number else None


def refers(place: ProposedElement, name: str) -> bool:
    """Does a place only refer to the thing by this name? Where it is introduced, a bare noun is a name all the same."""
    points = _POINTS_INSIDE.search(name) is not None
    return (place.mention or place.kind is ElementKind.PERSON or points) and is_reference(place, name)


def plain(kind: ElementKind, name: str) -> str:
    """A name without a leading article; a sentence as it is."""
    return name if kind in SENTENCES else _ARTICLE.sub("", name)


def is_reference(place: ProposedElement | Element, name: str) -> bool:
    """Does a name only point at something, as "that bucket", "the monitor" and a given name alone do?"""
    if place.kind is ElementKind.PERSON and people.readings(name):
        return not people.is_full(name)
    words = [word for word in canonical(name) if not is_designator(word)]
    if _POINTS.match(name):
        return len(words) <= 3
    if place.kind not in SENTENCES and _POINTS_INSIDE.search(name):
        return True
    bare = _ARTICLE.sub("", name)
    return len(words) == 1 and len(canonical(name)) == 1 and bare == bare.lower() and not is_acronym(bare)


def is_plural(name: str) -> bool:
    """Does the name's last word speak of several? A word with a capital is part of a name and does not."""
    last = re.findall(r"[^\W\d_]+", name)[-1:]
    return bool(last) and last[0].islower() and last[0] != singular(last[0])


def _is_definite(place: ProposedElement) -> bool:
    """Does the quote say "the" before the name, and the name without a capital?"""
    name = " ".join(plain(place.kind, place.name).split())
    for article in _DEFINITE.finditer(place.quote.text):
        after = place.quote.text[article.end() : article.end() + 2 * len(name)]
        said = " ".join(after.split())[: len(name)]
        if said.casefold() == name.casefold():
            return said.islower()
    return False


def label(kind: ElementKind, name: str) -> str | None:
    """The number in a name that is nothing but kind and number, such as "Claim 5.2"; None in any other."""
    found = numbered(name)
    if found is None or found[0] not in {kind.value, kind.value + "s"} or len(re.findall(r"\S+", name)) > 2:
        return None
    return found[1]
