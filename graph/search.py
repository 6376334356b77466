"""Finding elements by what people call them: exactly for commands, by likeness for questions."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.case import Case
from graph.elements import Element
from graph.errors import AmbiguousName, UnknownElement
from graph.naming import normal, numbered

NEAR = 62.0


@dataclass(frozen=True)
class Found:
    """An element and how alike its closest name is to what was looked for, 0 to 100."""

    element: Element
    likeness: float


def names_of(element: Element) -> tuple[str, ...]:
    """Everything that an element is called: name, aliases and its numbered label."""
    return tuple(dict.fromkeys((element.name, *element.aliases, element.label)))


def element_named(case: Case, name: str) -> Element:
    """The element with this id, name, alias or number; UnknownElement or AmbiguousName otherwise."""
    if name in case.standing:
        return case.standing[name]
    wanted = normal(name)
    exact = [e for e in case.standing.values() if any(normal(other) == wanted for other in names_of(e))]
    if not exact:
        number = numbered(name)
        bare = name.strip().upper()
        exact = [
            e
            for e in case.standing.values()
            if e.number is not None and ((e.kind, e.number.upper()) == number or e.number.upper() == bare)
        ]
    if len(exact) == 1:
        return exact[0]
    if exact:
        raise AmbiguousName(name, (f"{e.name} ({e.kind}, {e.id})" for e in exact))
    raise UnknownElement(name, (found.element.name for found in find_elements(case, name, limit=3)))


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
