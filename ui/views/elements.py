"""An element as a reader looks it up: what it is, what it is joined to, and the quotes that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.wording import capital, duration
from graph.case import Case
from graph.elements import HELD_UP, Basis, Element, ElementKind, Relation, RelationType
from ui.views.palette import word
from ui.views.passages import passage_place
from ui.views.sheet import Act, ActKind, Node, box, button, cite_button, element_button
from ui.views.standing import Standing, standing_nodes
from ui.views.wording import read_from

QUOTED = 240
_OWNED = frozenset({ElementKind.EVIDENCE, ElementKind.CONTROL, ElementKind.DEPENDENCY})
_HOLDING = HELD_UP | _OWNED


def element_sheet(case: Case, element: Element, standing: Standing) -> Node:
    """Everything that is known of an element: what it is, what it is joined to, and the quotes that say so."""
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
            Node("h1", called(element)),
            *_facts(case, element, standing),
        ),
        _ask_about(element),
        _relations(case, element, quotes),
        _quotes(case, quotes),
    )


def called(element: Element) -> str:
    """Kind and number where the source numbers an element, and its name."""
    return f"{element.label}: {element.name}" if element.number else element.name


def _facts(case: Case, element: Element, standing: Standing) -> Iterator[Node]:
    if element.text and element.text != element.name:
        yield Node("p", element.text, "lede")
    operator = f"at least {element.k}" if element.k else element.operator
    known = (
        ("Stated strength", word(element.strength) if element.kind in _HOLDING else None),
        ("Premises combine", str(operator) if operator else None),
        ("Owned by", _owners(case, element) if element.kind in _OWNED else None),
        ("Also called", ", ".join(element.aliases)),
        ("Effort", element.effort),
        ("Reversible within", duration(element.window_s) if element.window_s else None),
        ("Review", str(element.status)),
        ("Entered by", ", ".join(said.entered.who for said in element.stated if said.entered)),
    )
    today = box("dd", *standing_nodes(standing)) if element.kind in _HOLDING else None
    yield box(
        "dl",
        box("div", Node("dt", "Worth today"), today) if today else None,
        *(box("div", Node("dt", term), Node("dd", value)) for term, value in known if value),
        style="facts",
    )


def _owners(case: Case, element: Element) -> str:
    owners = (
        case.elements[r.target].name for r in case.outgoing.get(element.id, ()) if r.type is RelationType.OWNED_BY
    )
    return ", ".join(owners) or "nobody on record"


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
        f"within {duration(relation.latency_s)}" if relation.latency_s is not None else None,
    )
    said = " · ".join(part for part in notes if part)
    return box(
        "li",
        element_button(other.id, called(other)),
        note(said) if said else None,
        *(cite_button(quotes[passage.id], passage.id) for passage in case.quotes(relation)),
    )


def note(text: str) -> Node:
    """A few words beside a name."""
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
