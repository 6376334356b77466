"""An answer as a sheet: headline, pathways worst first, numbered paths, sources, what to mind (answers.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.answer import Answer, Citation, LostLine, PathwayOutcome, Role, Statement, SurvivingLine, Withheld
from graph.case import Case
from graph.elements import Element, ElementKind
from ui.views.answers import place
from ui.views.no_answer import no_answer
from ui.views.palette import mark
from ui.views.path_numbers import path_numbers
from ui.views.sheet import Node, box, cite_button, element_button, path_button, with_numbers
from ui.views.standing import strength_nodes

NO_VERDICT = "no verdict"
MOST_IN_HEADLINE = 3
_VERB = re.compile(r"( ←[^–←→]*– | –[^–←→]*→ )")


def headline_sheet(answer: Answer) -> Node:
    """What stands first: the verdict in a sentence, or which of the ways of having no answer this is."""
    sentences = [_sentence(answer, s) for s in answer.statements if s.role is Role.HEADLINE]
    return box("section", no_answer(answer), *sentences, style=f"headline status-{answer.status}")


def answer_sheet(case: Case, answer: Answer) -> Node:
    """Everything below the headline and the drawing; what is empty is left out."""
    return box(
        "article",
        _pathways(case, answer),
        _details(answer),
        _paths(answer),
        _sources(answer.citations),
        _careful(answer),
    )


def turn_summary(answer: Answer) -> str:
    """An earlier answer in one line."""
    said = next((s.text for s in answer.statements if s.role is Role.HEADLINE), "")
    return said or answer.status.replace("_", " ")


def _sentence(answer: Answer, statement: Statement, tag: str = "p") -> Node:
    passages = tuple(citation.passage for citation in answer.citations)
    pieces = tuple(with_numbers(statement.text, passages, len(path_numbers(answer))))
    missing = [n for n in statement.citations if f"[{n + 1}]" not in statement.text and n < len(passages)]
    if statement.role is Role.HEADLINE and len(missing) > MOST_IN_HEADLINE:
        missing = []
    return box(tag, *pieces, *(cite_button(n + 1, passages[n]) for n in missing))


def _pathways(case: Case, answer: Answer) -> Node | None:
    if not answer.pathways:
        return None
    shown = {outcome.id for outcome in answer.pathways}
    rest = [pathway for pathway in case.of_kind(ElementKind.PATHWAY) if pathway.id not in shown]
    cards = (_card(answer, outcome) for outcome in answer.pathways)
    return box("section", Node("h2", "Pathways"), *cards, _intact(answer.intact, rest), style="pathways")


def _intact(number: int, pathways: Iterable[Element]) -> Node | None:
    """The pathways that nothing touches: counted, and there to be opened."""
    if not number:
        return None
    counted = f"{mark('intact').shape} {number} {'pathway is' if number == 1 else 'pathways are'} intact"
    rows = (box("li", element_button(pathway.id, pathway.name)) for pathway in pathways)
    return box("details", Node("summary", counted), box("ul", *rows), style="intact")


def _card(answer: Answer, outcome: PathwayOutcome) -> Node:
    verdict = outcome.verdict or NO_VERDICT
    return box(
        "section",
        box(
            "div",
            Node("span", mark(outcome.verdict).shape, "shape"),
            box("h3", element_button(outcome.id, outcome.name)),
            Node("span", verdict, "verdict"),
            style="card-head",
        ),
        _change(outcome),
        box(
            "ul",
            *(_lost(lost, path_numbers(answer)) for lost in outcome.lost),
            *(_survives(line, answer.citations) for line in outcome.survives),
            style="lines",
        ),
        style=f"card is-{verdict.replace(' ', '-')}",
    )


def _change(outcome: PathwayOutcome) -> Node:
    if outcome.verdict is None:
        return Node("p", outcome.note or "It rests on circular support, so no verdict can be given.", "change")
    before = (
        None
        if outcome.before == outcome.after
        else (*strength_nodes(outcome.before), Node("span", "→", "arrow", spoken="then"))
    )
    note = Node("span", outcome.note, "note") if outcome.note else None
    return box("p", *(before or ()), *strength_nodes(outcome.after), note, style="change")


def _lost(lost: LostLine, numbers: Mapping[int, int]) -> Node:
    return box(
        "li",
        Node("span", "lost", "tag is-lost"),
        element_button(lost.id, lost.name),
        Node("span", f" was {lost.was}", "was") if lost.was else None,
        Node("span", f" — {lost.because}", "because") if lost.because else None,
        *(path_button(numbers[place]) for place in lost.paths if place in numbers),
    )


def _survives(line: SurvivingLine, citations: tuple[Citation, ...]) -> Node:
    return box(
        "li",
        Node("span", "survives", "tag is-intact"),
        element_button(line.id, line.name),
        *strength_nodes(line.strength),
        *(cite_button(number + 1, citations[number].passage) for number in line.citations if number < len(citations)),
    )


def _details(answer: Answer) -> Node | None:
    """What an answer says beyond its pathways, which say their own part already."""
    told = [s for s in answer.statements if s.role is Role.DETAIL and not answer.pathways]
    if not told:
        return None
    return box(
        "section", Node("h2", "In detail"), box("ul", *(_sentence(answer, s, "li") for s in told), style="details")
    )


def _paths(answer: Answer) -> Node | None:
    numbers = path_numbers(answer)
    if not numbers:
        return None
    passages = tuple(citation.passage for citation in answer.citations)
    rows = (
        box(
            "li",
            Node("span", f"P{number}", "number"),
            box("p", *path_nodes(answer.paths[place].text, passages)),
            name=f"P{number}",
        )
        for place, number in numbers.items()
    )
    return box("section", Node("h2", "Paths"), box("ol", *rows, style="paths"))


def path_nodes(text: str, passages: tuple[str, ...]) -> Iterator[Node]:
    """A path in pieces: its verbs set apart from its names, its numbers as buttons."""
    for position, piece in enumerate(_VERB.split(text)):
        if position % 2:
            yield Node("span", f" {piece.strip()} ", "step")
        else:
            yield from with_numbers(piece, passages, 0)


def _sources(citations: tuple[Citation, ...]) -> Node | None:
    if not citations:
        return None
    rows = (
        box(
            "li",
            cite_button(number, citation.passage),
            box("div", Node("blockquote", citation.quote), Node("p", place(citation), "place")),
        )
        for number, citation in enumerate(citations, 1)
    )
    return box("section", Node("h2", "Sources"), box("ol", *rows, style="sources"))


def _careful(answer: Answer) -> Node | None:
    said = [_sentence(answer, s, "li") for s in answer.statements if s.role is Role.CAREFUL]
    if not said and not answer.withheld:
        return None
    return box(
        "section",
        Node("h2", "Careful"),
        box("ul", *said) if said else None,
        _withheld(answer.withheld),
        style="careful",
    )


def _withheld(withheld: tuple[Withheld, ...]) -> Node | None:
    if not withheld:
        return None
    said = "1 sentence is" if len(withheld) == 1 else f"{len(withheld)} sentences are"
    counted = f"{said} withheld, for want of a path or quote that stands"
    rows = (box("li", Node("s", sentence.text), Node("span", f" {sentence.why}", "because")) for sentence in withheld)
    return box("details", Node("summary", counted), box("ul", *rows))
