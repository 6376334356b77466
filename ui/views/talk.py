"""What stands around an answer: the start of a talk, the questions asked before, and what to ask next."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import Answer
from graph.elements import Element
from ui.views.answer_sheet import turn_summary
from ui.views.no_answer import choices
from ui.views.sheet import Act, ActKind, Node, ask_button, box, button, element_button
from ui.views.standing import Standing, standing_nodes

_LEDE = "Answers come from the documents of the case alone. Every step names the sentence that says it."


def opening_sheet(pathways: Sequence[tuple[Element, Standing]], carriers: Sequence[str]) -> Node:
    """The start of a talk: what can be asked, and how the pathways stand when nothing has failed.

    `carriers`: names, most load-bearing first.
    """
    return box(
        "article",
        box("header", Node("h1", "Ask what this case rests on"), Node("p", _LEDE, "lede")),
        _examples(carriers, pathways[0][0].name if pathways else None),
        _standing(pathways),
    )


def _examples(carriers: Sequence[str], pathway: str | None) -> Node:
    questions = [
        *(f"What breaks if {name} fails?" for name in carriers[:2]),
        *([f"What are the sole supports of {pathway}?"] if pathway else []),
        *([f"Who owns {carriers[0]}?"] if carriers else []),
        "Which things are most load-bearing?",
    ]
    return box("section", Node("h2", "For example"), *map(ask_button, questions), style="examples")


def _standing(pathways: Sequence[tuple[Element, Standing]]) -> Node | None:
    rows = (
        box("li", element_button(pathway.id, pathway.name), box("span", *standing_nodes(standing)))
        for pathway, standing in pathways
    )
    head = Node("h2", "Pathways, with nothing failed")
    return box("section", head, box("ul", *rows, style="standing")) if pathways else None


def earlier_sheet(turns: Sequence[Answer], shown: int) -> Node | None:
    """The other questions of the talk, each a button that shows its answer again; None where there is no other."""
    rows = [
        box(
            "li",
            button(answer.question or answer.read_as, Act(kind=ActKind.TURN, value=str(place))),
            Node("span", turn_summary(answer)),
        )
        for place, answer in enumerate(turns)
        if place != shown
    ]
    return box("section", Node("h2", "Asked in this talk"), box("ol", *rows, style="earlier")) if rows else None


def question_sheet(answer: Answer) -> Node:
    """The question, which stays in sight."""
    return box(
        "header", Node("p", "Question", "overline"), Node("h1", answer.question or answer.read_as), style="asked"
    )


def reading(answer: Answer) -> tuple[str, str]:
    """What a question was read as, and apart from it the scope: which relations of which case."""
    words, _, scope = answer.read_as.partition(" · ")
    return words, scope


def closing_sheet(turns: Sequence[Answer], shown: int) -> Node:
    """What can be asked instead or next, and the other questions of the talk."""
    answer = turns[shown]
    return box("article", choices(answer), next_sheet(answer), earlier_sheet(turns, shown))


def next_sheet(answer: Answer) -> Node | None:
    """Questions that have an answer, to ask next."""
    if not answer.followups:
        return None
    return box("section", Node("h2", "Ask next"), *map(ask_button, answer.followups), style="next")
