"""Of several elements that a person made one, the one that a document speaks of.

What is read later is kept under the element that it would be linked to if the others were not one with it. So when
the union is undone, everything read in the meantime is said of the right one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from graph.as_read import with_statements
from graph.case import Case
from graph.decisions import Divided, in_force
from graph.elements import Element, Statement
from ingest.document import ParsedDocument
from ingest.groups import Catalogue, Group, Groups
from ingest.known import known_thing, readings_before, under_former_kinds
from ingest.things import Thing


@dataclass(frozen=True)
class Homes:
    """The case, its versions of the document that is being read, and what each split that holds has parted."""

    case: Case
    before: frozenset[str]
    parted: frozenset[tuple[str, str]]

    def of(self, element: Element) -> Mapping[str, tuple[Statement, ...]]:
        """The elements that this one was read as -> what was read; what was split off is read as itself."""
        found: defaultdict[str, list[Statement]] = defaultdict(list, {element.id: list(element.edits)})
        for said in element.stated:
            home = said.of or element.id
            found[element.id if (home, element.id) in self.parted else home].append(said)
        return {home: tuple(stated) for home, stated in found.items()}


def homes_in_force(case: Case, document: ParsedDocument) -> Homes:
    """What tells the elements of a case apart again that people made one. `document`: what is being read."""
    splits = [decision for decision in in_force(case.decisions.values()) if isinstance(decision, Divided)]
    return Homes(
        case,
        readings_before(document, case),
        frozenset((split.source, split.made) for split in splits),
    )


def by_home(group: Group, homes: Homes, unite: Callable[[Groups], object]) -> Mapping[str, Group]:
    """The elements that the things in a group of a known element are read as; what fits none or several, as that one.

    `unite`: makes those one that are the same, as for the whole document.
    """
    known, element = next((thing, thing.element) for thing in group.things if thing.element)
    stated = homes.of(element)
    if len(stated) == 1:
        return {element.id: group}
    parts = (_part(element, home, said) for home, said in stated.items())
    apart = [thing for part in parts if part for thing in _known_as(known, part, homes)]
    groups = Groups(Catalogue(apart), (thing for thing in group.things if thing.key is not None))
    unite(groups)
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for place in groups:
        things = groups[place].things
        home = next((thing.element.id for thing in things if thing.element), element.id)
        found[home] += [thing for thing in things if thing.key is not None]
    return {home: Group((known, *things)) for home, things in found.items() if things}


def _part(element: Element, home: str, stated: tuple[Statement, ...]) -> Element | None:
    """One of the elements that this one was read as, by what was read of it alone; None where nothing names it."""
    names = [name for said in stated for name in (said.name, *(said.aliases or ())) if name]
    if not names:
        return None
    number = next((said.number for said in stated if said.number), None)
    called = {"id": home, "name": names[0], "aliases": tuple(names[1:]), "number": number}
    return with_statements(element, stated).model_copy(update=called)


def _known_as(known: Thing, part: Element, homes: Homes) -> Iterable[Thing]:
    thing = known_thing(homes.case, part, (part,), before=homes.before)
    thing = replace(thing, expansions=known.expansions, paths=known.paths)
    return (thing, *under_former_kinds(thing))
