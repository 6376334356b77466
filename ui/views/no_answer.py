"""The ways of having no answer: each says which it is in one sentence, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from assistant.answer import Answer, IntentName, Status
from ui.views.sheet import Act, ActKind, Node, box, button

_ASKED = {
    IntentName.IMPACT: "What breaks if {} fails?",
    IntentName.SOLE_SUPPORTS: "What are the sole supports of {}?",
    IntentName.WHO: "Who owns {}?",
    IntentName.RESPONSE_CHAIN: "Who would notice if {} failed?",
    IntentName.EVIDENCE: "What evidence is there for {}?",
    IntentName.FINDINGS: "Which findings are about {}?",
}


@dataclass(frozen=True)
class _Look:
    """How one of them looks: a shape and a word; `offer` stands above what can be chosen."""

    shape: str
    word: str
    offer: str = ""


def no_answer(answer: Answer) -> Node | None:
    """Which of the ways of having no answer this is; None where there is an answer."""
    look = _look(answer.status)
    return box("p", Node("span", look.shape, "shape"), Node("span", look.word), style="kind") if look else None


def choices(answer: Answer) -> Node | None:
    """What can be chosen instead: nearest names, candidates or readings, as buttons that ask."""
    look = _look(answer.status)
    if look is None or not answer.suggestions:
        return None
    buttons = (
        button(suggestion, Act(kind=ActKind.ASK, value=question_about(answer, suggestion)), style="ask")
        for suggestion in answer.suggestions
    )
    return box("section", Node("h2", look.offer or "Instead"), *buttons, style="choices")


def question_about(answer: Answer, name: str) -> str:
    """The question again, of the element that is meant; a suggested reading is a question already."""
    if answer.status is Status.NOT_UNDERSTOOD:
        return name
    return _ASKED.get(answer.intent, "What is {}?").format(name)


def _look(status: Status) -> _Look | None:
    match status:
        case Status.ANSWERED:
            return None
        case Status.NOTHING_BREAKS:
            return _Look("●", "Nothing breaks")
        case Status.UNKNOWN_ELEMENT:
            return _Look("?", "No such element", "Nearest names")
        case Status.AMBIGUOUS:
            return _Look("⇄", "More than one", "Which one?")
        case Status.NOT_IN_DOCUMENTS:
            return _Look("∅", "Not in the documents")
        case Status.NOT_UNDERSTOOD:
            return _Look("…", "Not understood", "Questions to choose from")
        case _:
            assert_never(status)
