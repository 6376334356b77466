"""Elements as a reader looks them up: what a search finds, and everything that is known of one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from assistant.wording import capital
from graph.case import Case
from graph.elements import HELD_UP, Basis, Element, ElementKind, Relation, Strength
from graph.search import find_elements
from ui.views.palette import bars, mark, word
from ui.views.passages import passage_place
from ui.views.sheet import Act, ActKind, Node, box, button, cite_button, element_button
from ui.views.wording import read_from

MOST_FOUND = 12
QUOTED = 240
_ORDER = {kind: place for place, kind in enumerate(ElementKind)}
_HOLDING = HELD_UP | {ElementKind.EVIDENCE, ElementKind.CONTROL, ElementKind.DEPENDENCY}


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
        box("li", element_button(element.id, _called(element)), None if element.number else _note(element.kind))
        for element in found[:MOST_FOUND]
    )
    more = len(found) - MOST_FOUND
    rest = Node("p", f"{more} more: type a name, or choose a kind.", "fine") if more > 0 else None
    return box("section", box("ul", *rows, style="found"), rest)


def element_sheet(case: Case, element: Element, today: Strength | None) -> Node:
    """Everything that is known of an element: what it is, what it is joined to, and the quotes that say so.

    `today`: what it is worth when nothing has failed, None where its support is circular.
    """
    quotes = {passage.id: number for number, passage in enumerate(case.quotes(element), 1)}
    relations = (*case.outgoing.get(element.id, ()), *case.incoming.get(element.id, ()))
    for relation in relations:
        for passage in case.quotes(relation):
            quotes.setdefault(passage.id, len(quotes) + 1)
    return box(
        "article",
        box(
            "section",
            Node("p", str(element.kind).capitalize(), "overline"),
            Node("h1", _called(element)),
            *_facts(element, today),
        ),
        _ask_about(element),
        _relations(case, element, quotes),
        _quotes(case, quotes),
    )


def _called(element: Element) -> str:
    return f"{element.label}: {element.name}" if element.number else element.name


def _facts(element: Element, today: Strength | None) -> Iterator[Node]:
    if element.text and element.text != element.name:
        yield Node("p", element.text, "lede")
    operator = f"at least {element.k}" if element.k else element.operator
    known = (
        ("Worth today", _worth(today) if element.kind in _HOLDING else None),
        ("Stated strength", word(element.strength) if element.kind in _HOLDING else None),
        ("Premises combine", str(operator) if operator else None),
        ("Also called", ", ".join(element.aliases)),
        ("Effort", element.effort),
        ("Reversible within", f"{element.window_s / 86400:g} days" if element.window_s else None),
        ("Review", str(element.status)),
        ("Entered by", ", ".join(said.entered.who for said in element.stated if said.entered)),
    )
    yield box("dl", *(box("div", Node("dt", term), Node("dd", value)) for term, value in known if value), style="facts")


def _worth(today: Strength | None) -> str:
    return f"{bars(today)} {today}" if today else f"{mark(None).shape} no verdict: circular support"


def _ask_about(element: Element) -> Node:
    questions = [(f"What breaks if {element.label} fails?", "What breaks if it fails?")]
    questions += [
        (f"Who owns {element.label}?", "Who owns it?"),
        (f"What evidence is there for {element.label}?", "What evidence is there?"),
    ]
    buttons = (
        button(short, Act(kind=ActKind.ASK, value=question), style="ask", spoken=question)
        for question, short in questions
    )
    return box("section", *buttons, style="next")


def _relations(case: Case, element: Element, quotes: dict[str, int]) -> Node:
    outgoing, incoming = case.outgoing.get(element.id, ()), case.incoming.get(element.id, ())
    lists = [*_by_verb(case, outgoing, quotes, backwards=False), *_by_verb(case, incoming, quotes, backwards=True)]
    nothing = None if lists else Node("p", "Nothing is recorded beneath it or above it.", "fine")
    return box("section", Node("h2", "Joined to"), *lists, nothing, style="relations")


def _by_verb(case: Case, relations: Sequence[Relation], quotes: dict[str, int], *, backwards: bool) -> Iterator[Node]:
    words = [read_from(r.type, case.elements[r.target].kind, backwards=backwards) for r in relations]
    for said in dict.fromkeys(words):
        alike = (r for r, other in zip(relations, words, strict=True) if other == said)
        yield Node("h3", capital(said))
        yield box("ul", *(_row(case, r, quotes, backwards=backwards) for r in alike))


def _row(case: Case, relation: Relation, quotes: dict[str, int], *, backwards: bool) -> Node:
    other = case.elements[relation.source if backwards else relation.target]
    notes = (
        None if other.number else str(other.kind),
        str(relation.strength) if relation.strength else None,
        "inferred" if relation.basis is Basis.INFERRED else None,
        "entered by a person" if relation.basis is Basis.ENTERED else None,
        relation.channel,
        f"within {relation.latency_s:g} s" if relation.latency_s is not None else None,
    )
    said = " · ".join(note for note in notes if note)
    return box(
        "li",
        element_button(other.id, _called(other)),
        _note(said) if said else None,
        *(cite_button(quotes[passage.id], passage.id) for passage in case.quotes(relation)),
    )


def _note(text: str) -> Node:
    return Node("span", f" {text}", "kind-word")


def _quotes(case: Case, quotes: dict[str, int]) -> Node | None:
    rows = []
    for id_, number in quotes.items():
        passage = case.passages[id_]
        text = passage.text if len(passage.text) <= QUOTED else f"{passage.text[:QUOTED].rstrip()}…"
        rows.append(
            box(
                "li",
                cite_button(number, id_),
                box("div", Node("blockquote", text), Node("p", passage_place(case, passage), "place")),
            )
        )
    return box("section", Node("h2", "Sources"), box("ol", *rows, style="sources")) if rows else None
