"""The elements of the case in the form in which linking compares them with what a document proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.case import Case
from graph.decisions import Divided, in_force
from graph.elements import Element, RelationType, ReviewStatus, Statement
from graph.provenance import Document
from graph.recasting import kinds_as_read
from graph.versions import versions
from ingest.definitions import initials, is_acronym, split_definition
from ingest.spelling import Name, canonical
from ingest.things import Thing, is_reference, label


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
        known_thing(case, case.elements[id_], parts, before=before)
        for id_, parts in merged.items()
        if id_ in case.elements
    ]
    found += [known_thing(case, element, (element,), before=before) for element in _split_off(case)]
    found += [as_read for thing in found if source for as_read in under_former_kinds(thing)]
    expansions = acronyms_of(found)
    paths = {
        id_: source.path if source and id_ in before else document.path for id_, document in case.documents.items()
    }
    return tuple(
        replace(thing, expansions=expansions, paths=frozenset(paths[id_] for id_ in thing.documents)) for thing in found
    )


def under_former_kinds(thing: Thing) -> Iterable[Thing]:
    """The same element under every kind that it was read with and no longer has."""
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


def known_thing(case: Case, element: Element, merged: Iterable[Element], *, before: frozenset[str]) -> Thing:
    """An element with the names of those that are `merged` into it. `before`: older versions of what is being read."""
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
