"""What a search in the graph finds, and what is shown before anybody searched."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.case import Case
from graph.elements import Element, ElementKind
from graph.search import find_elements
from ui.views.elements import called, note
from ui.views.sheet import Node, box, element_button

MOST_FOUND = 12
_ORDER = {kind: place for place, kind in enumerate(ElementKind)}


def found_elements(case: Case, text: str, kinds: Collection[ElementKind]) -> tuple[Element, ...]:
    """The elements of these kinds (of any, where there are none) that are called most like the text; all, by kind, for no text."""
    every = (
        tuple(found.element for found in find_elements(case, text, limit=len(case.standing)))
        if text.strip()
        else tuple(sorted(case.standing.values(), key=lambda element: _ORDER[element.kind]))
    )
    return tuple(element for element in every if not kinds or element.kind in kinds)


def first_opened(case: Case) -> tuple[str, ...]:
    """What the graph shows before anybody chose: the first pathway, else the first element; empty for an empty case."""
    first = next(iter((*case.of_kind(ElementKind.PATHWAY), *case.standing.values())), None)
    return (first.id,) if first else ()


def found_sheet(found: Sequence[Element], text: str) -> Node:
    """What a search found, each a button that opens it, and how many more there are."""
    if not found:
        return Node(
            "p", f"No element is called anything like “{text}”." if text else "No element is of this kind.", "fine"
        )
    rows = (
        box("li", element_button(element.id, called(element)), None if element.number else note(element.kind))
        for element in found[:MOST_FOUND]
    )
    more = len(found) - MOST_FOUND
    rest = Node("p", f"{more} more: type a name, or choose a kind.", "fine") if more > 0 else None
    many = Node("p", f"{len(found)} found, the nearest first.", "fine") if text.strip() and len(found) > 1 else None
    return box("section", many, box("ul", *rows, style="found"), rest)
