"""The elements of the case in the form in which linking compares them with what a document proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType

from graph.case import Case
from graph.decisions import Decision, Divided, in_force
from graph.elements import Element, ReviewStatus, Statement
from graph.recasting import kinds_as_read
from graph.versions import versions
from ingest.definitions import initials, is_acronym, split_definition
from ingest.document import ParsedDocument
from ingest.groups import Catalogue, Group
from ingest.spelling import Name, canonical, spelled
from ingest.things import Thing, is_reference, label


class KnownThings:
    """The elements of a case as linking compares them, kept from document to document.

    What a document changed is looked at anew, and everything else is as it was, however large the case has become.
    Only where decisions or unions are others, or an element is gone, all of it is looked at anew.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._catalogue = Catalogue()
        self._expansions: dict[str, Name] = {}
        self._elements: Mapping[str, Element] = {}
        self._decisions: Mapping[str, Decision] = {}
        self._successors: Mapping[str, str] = {}
        self._before: frozenset[str] = frozenset()
        self._homes: set[str] = set()

    @property
    def catalogue(self) -> Catalogue:
        """The elements that no other replaces; what was merged goes by the names of what it became too.

        What a person has split off is known even where no document that speaks of it is in the case: it must not become
        one with what it was split off. What has a corrected kind is known under the kinds that it was read with as well,
        since a document may say the same again.
        """
        return self._catalogue

    @property
    def expansions(self) -> Mapping[str, Name]:
        """Acronym in lower case -> the name that elements of the case have beside it; none that stands for several."""
        return MappingProxyType(self._expansions)

    @property
    def homes(self) -> AbstractSet[str]:
        """The ids under which something was read that people since made one with something else."""
        return frozenset(self._homes)

    def read(self, case: Case, document: ParsedDocument | None = None) -> None:
        """Know the case as it is now. `document`: what is to be linked to it, if anything is."""
        successors = _successors(case)
        grown = case.decisions == self._decisions and successors == self._successors
        if not grown or not self._elements.keys() <= case.elements.keys():
            self._catalogue, self._expansions, self._elements, self._homes = Catalogue(), {}, {}, set()
        here = dict(case.elements)
        if not self._elements:
            here.update((element.id, element) for element in _split_off(case))
        before = readings_before(document, case) if document else frozenset()
        changed = [id_ for id_, element in here.items() if self._elements.get(id_) is not element]
        self._homes |= {said.of for id_ in changed for said in here[id_].stated if said.of}
        versioned = {place[3] for old in before | self._before for place in self._catalogue.having(_documents, old)}
        asked = dict.fromkeys(_last(id_, successors) for id_ in (*changed, *sorted(versioned)))
        parts = _parts(here.values(), successors) if successors else {}
        reading = _Reading(case, before, document.source.path if document else "", self.expansions)
        self._put({id_: reading.things(here[id_], parts.get(id_, (here[id_],))) for id_ in asked if id_ in here})
        self._elements, self._decisions, self._successors = case.elements, case.decisions, successors
        self._before = before

    def _put(self, found: Mapping[str, tuple[Thing, ...]]) -> None:
        """Know these elements so, and anew all whose names have an acronym that now stands for something else."""
        shorts = {short for id_ in found for group in self._catalogue.of(id_) for short in _shorts(group)}
        for id_, things in found.items():
            self._catalogue.put(id_, things)
            shorts |= {short for group in self._catalogue.of(id_) for short in _shorts(group)}
        stale: set[str] = set()
        for short in shorts:
            if (long := self._meaning(short)) != self._expansions.pop(short, None):
                stale |= {place[3] for place in self._catalogue.having(_words, short)}
            if long is not None:
                self._expansions[short] = long
        for id_ in sorted(stale):
            groups = self._catalogue.of(id_)
            self._catalogue.put(id_, [replace(thing) for group in groups for thing in group.things])

    def _meaning(self, short: str) -> Name | None:
        groups = [self._catalogue[place] for place in self._catalogue.having(_shorts, short)]
        names = [thing.names for group in groups for thing in group.things]
        found = {
            canonical(name)
            for called in names
            for acronym in filter(is_acronym, called)
            if acronym.casefold() == short
            for name in called
            if acronym in initials(name)
        }
        return min(found) if len(found) == 1 else None


@dataclass(frozen=True)
class _Reading:
    """The case, and what is being read: versions of it that the case has, its path; what acronyms stand for."""

    case: Case
    before: frozenset[str]
    path: str
    expansions: Mapping[str, Name]

    def things(self, element: Element, merged: Iterable[Element]) -> tuple[Thing, ...]:
        """The element, under every kind that it goes by, with the names of those that are `merged` into it."""
        thing = known_thing(self.case, element, merged, before=self.before)
        paths = frozenset(self.path if id_ in self.before else self.case.documents[id_].path for id_ in thing.documents)
        thing = replace(thing, expansions=self.expansions, paths=paths)
        return (thing, *under_former_kinds(thing), *self._under_read_numbers(thing, element))

    def _under_read_numbers(self, thing: Thing, element: Element) -> Iterator[Thing]:
        """The same element under every number that a current document gives it, where people gave it another or united it.

        Without names, which would make one name the name of two.
        """
        passages, current = self.case.passages, self.case.current_documents
        read = (
            s.number.upper()
            for s in element.stated
            if s.number and s.passage and passages[s.passage].document in current
        )
        for number in dict.fromkeys(read):
            if (
                thing.number is not None
                and number != thing.number
                and (element.edits or any(s.of for s in element.stated))
            ):
                yield replace(thing, number=number, names=(), references=(), here=())


def readings_before(document: ParsedDocument, case: Case) -> frozenset[str]:
    """The versions of a document that the case has: older ones, and this very one where it is read again."""
    return versions(document.source, case, document.present) | ({document.source.id} & case.documents.keys())


def _successors(case: Case) -> Mapping[str, str]:
    """Element -> the one that replaces it."""
    return {
        relation.target: relation.source
        for relation in case.superseding
        if relation.status is not ReviewStatus.REJECTED and relation.target in case.elements
    }


def _parts(elements: Iterable[Element], successors: Mapping[str, str]) -> Mapping[str, list[Element]]:
    """Element -> itself and all that it replaces, directly or by way of others."""
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for element in elements:
        found[_last(element.id, successors)].append(element)
    return found


def _documents(group: Group) -> Iterator[Hashable]:
    return (document for thing in group.things for document in thing.documents)


def _shorts(group: Group) -> Iterator[str]:
    return (name.casefold() for thing in group.things for name in filter(is_acronym, thing.names))


def _words(group: Group) -> Iterator[Hashable]:
    for thing in group.things:
        for name in (*thing.names, *thing.references, *thing.here):
            yield from (word for word, _ in spelled(name))


def under_former_kinds(thing: Thing) -> Iterable[Thing]:
    """The same element under every kind that it was read with and no longer has."""
    kinds = kinds_as_read(thing.element).values() if thing.element else ()
    return (replace(thing, kind=kind) for kind in dict.fromkeys(kinds) if kind is not thing.kind)


def _split_off(case: Case) -> Iterable[Element]:
    """The two sides of what people split that are not in the case as long as no document states them.

    The side that a part was taken from goes by what that part was called before.
    """
    here = case.elements
    for decision in in_force(case.decisions.values()):
        if not isinstance(decision, Divided) or (decision.made in here) is (decision.source in here):
            continue
        if decision.source in here:
            named = Statement(entered=decision.by, name=decision.name)
            yield Element(id=decision.made, kind=here[decision.source].kind, name=decision.name, stated=(named,))
            continue
        said = (s for s in here[decision.made].stated if s.of == decision.source)
        called = next((name for s in said for name in (s.name, *(s.aliases or ())) if name), None)
        if called is not None:
            named = Statement(entered=decision.by, name=called)
            yield Element(id=decision.source, kind=here[decision.made].kind, name=called, stated=(named,))


def known_thing(case: Case, element: Element, merged: Iterable[Element], *, before: frozenset[str]) -> Thing:
    """An element with the names of those that are `merged` into it. `before`: versions of what is being read."""
    called = [name for part in merged for whole in (part.name, *part.aliases) for name in split_definition(whole)]
    documents = {case.passages[passage].document for part in merged for passage in part.passages}
    introduced = element.entered or any(statement.name for statement in element.stated)
    names = [name for name in dict.fromkeys(called) if not label(element.kind, name)]
    references = [n for n in names if not introduced and is_reference(element, n)]
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
    """Do only versions of the document that is being read give the element its number?"""
    numbering = [statement.passage for statement in element.stated if statement.number]
    documents = {case.passages[passage].document for passage in numbering if passage}
    return bool(documents) and documents <= before and None not in numbering


def _called_here(case: Case, element: Element, before: frozenset[str]) -> tuple[str, ...]:
    """The names that versions of the document that is being read use for the element."""
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
