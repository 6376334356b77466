"""What linking compares: the things that a document proposes and the elements that the case has, in one form.

A name is *proper* where it can stand alone. "The monitor", "that bucket" or a given name alone is a *reference*:
it means something only beside what else is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from graph.case import Case
from graph.decisions import Divided, in_force
from graph.elements import Element, ElementKind, RelationType, ReviewStatus, Statement
from graph.naming import numbered, singular
from graph.provenance import Document
from graph.recasting import kinds_as_read
from graph.versions import versions
from ingest import people
from ingest.definitions import definitions, initials, is_acronym, split_definition
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


def known_things(case: Case, source: Document | None) -> tuple[Thing, ...]:
    """The elements of the case that no other replaces; what was merged goes by the names of what it became too.

    What a person has split off is known even where no document that speaks of it is in the case: it must not become
    one with what it was split off. `source`: the document that is being read, if one is; what has a corrected kind is
    then known under the kinds that it was read with as well, since that document may say the same again.
    """
    before = versions(source, case) if source else frozenset()
    successors = {
        relation.target: relation.source
        for relation in case.relations.values()
        if relation.type is RelationType.SUPERSEDES and relation.status is not ReviewStatus.REJECTED
    }
    merged: defaultdict[str, list[Element]] = defaultdict(list)
    for element in case.elements.values():
        merged[_last(element.id, successors)].append(element)
    found = [
        _known(case, case.elements[id_], parts, before=before) for id_, parts in merged.items() if id_ in case.elements
    ]
    found += [_known(case, element, (element,), before=before) for element in _split_off(case)]
    found += [as_read for thing in found if source for as_read in _under_former_kinds(thing)]
    expansions = acronyms_of(found)
    paths = {
        id_: source.path if source and id_ in before else document.path for id_, document in case.documents.items()
    }
    return tuple(
        replace(thing, expansions=expansions, paths=frozenset(paths[id_] for id_ in thing.documents)) for thing in found
    )


def _under_former_kinds(thing: Thing) -> Iterable[Thing]:
    kinds = kinds_as_read(thing.element).values() if thing.element else ()
    return (replace(thing, kind=kind) for kind in dict.fromkeys(kinds) if kind is not thing.kind)


def _split_off(case: Case) -> Iterable[Element]:
    """Elements that people split off and that are not in the case as long as no document states them."""
    for decision in in_force(case.decisions.values()):
        if isinstance(decision, Divided) and decision.made not in case.elements and decision.source in case.elements:
            named = Statement(entered=decision.by, name=decision.name)
            kind = case.elements[decision.source].kind
            yield Element(id=decision.made, kind=kind, name=decision.name, stated=(named,))


def acronyms_of(known: Iterable[Thing]) -> Mapping[str, Name]:
    """Acronym in lower case -> the name that elements of the case have beside it; none that stands for several."""
    found: defaultdict[str, set[Name]] = defaultdict(set)
    for thing in known:
        for short in filter(is_acronym, thing.names):
            found[short.casefold()] |= {canonical(name) for name in thing.names if short in initials(name)}
    return {short: min(longs) for short, longs in found.items() if len(longs) == 1}


def is_plural(name: str) -> bool:
    """Does the name's last word speak of several? A word with a capital is part of a name and does not."""
    last = re.findall(r"[^\W\d_]+", name)[-1:]
    return bool(last) and last[0].islower() and last[0] != singular(last[0])


def _known(case: Case, element: Element, merged: Iterable[Element], *, before: frozenset[str]) -> Thing:
    called = [name for part in merged for whole in (part.name, *part.aliases) for name in split_definition(whole)]
    documents = {case.passages[passage].document for part in merged for passage in part.passages}
    introduced = element.entered or any(statement.name for statement in element.stated)
    names = [name for name in dict.fromkeys(called) if not _label(element.kind, name)]
    references = [n for n in names if not introduced and _is_reference(element, n)]
    return Thing(
        kind=element.kind,
        number=element.number.upper() if element.number else None,
        names=tuple(name for name in names if name not in references),
        references=tuple(references),
        introduced=introduced,
        former=_is_former(case, element, before),
        here=_called_here(case, element, before),
        element=element,
        documents=frozenset(documents),
    )


def _is_former(case: Case, element: Element, before: frozenset[str]) -> bool:
    """Do only older versions of the document that is being read give the element its number?"""
    numbering = [statement.passage for statement in element.stated if statement.number]
    documents = {case.passages[passage].document for passage in numbering if passage}
    return bool(documents) and documents <= before and None not in numbering


def _called_here(case: Case, element: Element, before: frozenset[str]) -> tuple[str, ...]:
    """The names that older versions of the document that is being read use for the element."""
    return tuple(
        name
        for said in element.stated
        if said.passage and case.passages[said.passage].document in before
        for name in (said.name, *(said.aliases or ()))
        if name
    )


def _last(id_: str, successors: Mapping[str, str]) -> str:
    seen = {id_}
    while (after := successors.get(id_)) is not None and after not in seen:
        seen.add(after)
        id_ = after
    return id_


def _called(place: ProposedElement) -> Iterable[tuple[str, bool]]:
    """What a place calls the thing, and whether that only refers to it."""
    for name in split_definition(place.name):
        yield plain(place.kind, name), refers(place, name)
    for alias in place.aliases:
        yield plain(place.kind, alias), _is_reference(place, alias)


def proper_names(place: ProposedElement) -> tuple[str, ...]:
    """What a place calls the thing by names that can stand alone."""
    called = _called(place)
    return tuple(name for name, reference in called if not reference and not _label(place.kind, name))


def number_of(place: ProposedElement) -> str | None:
    """The number by which a place calls the thing, in capitals; None where it gives none."""
    number = place.number or _label(place.kind, place.name)
    return number.upper() if number else None


def refers(place: ProposedElement, name: str) -> bool:
    """Does a place only refer to the thing by this name? Where it is introduced, a bare noun is a name all the same."""
    points = _POINTS_INSIDE.search(name) is not None
    return (place.mention or place.kind is ElementKind.PERSON or points) and _is_reference(place, name)


def plain(kind: ElementKind, name: str) -> str:
    """A name without a leading article; a sentence as it is."""
    return name if kind in SENTENCES else _ARTICLE.sub("", name)


def _is_reference(place: ProposedElement | Element, name: str) -> bool:
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


def _is_definite(place: ProposedElement) -> bool:
    """Does the quote say "the" before the name, and the name without a capital?"""
    name = " ".join(plain(place.kind, place.name).split())
    for article in _DEFINITE.finditer(place.quote.text):
        after = place.quote.text[article.end() : article.end() + 2 * len(name)]
        said = " ".join(after.split())[: len(name)]
        if said.casefold() == name.casefold():
            return said.islower()
    return False


def _label(kind: ElementKind, name: str) -> str | None:
    """The number in a name that is nothing but kind and number, such as "Claim 5.2"; None in any other."""
    found = numbered(name)
    if found is None or found[0] not in {kind.value, kind.value + "s"} or len(re.findall(r"\S+", name)) > 2:
        return None
    return found[1]
