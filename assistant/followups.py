"""What to ask next: questions about the same elements, and only those that have an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from assistant.answer import Answer, Status
from assistant.event_questions import Asks, event_question
from assistant.findings import find
from assistant.intents import (
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    OpenQuestion,
    PathBetween,
    Ranking,
    SoleSupports,
    Who,
    WhoRole,
)
from assistant.scope import Scope
from graph.elements import CRITICIZED, THINGS, Element, ElementKind

MOST = 3
_OF_EVENTS: Mapping[Asks, str] = {
    Asks.WHO_NOTICED: "Who noticed?",
    Asks.WHO_WAS_TOLD: "Who was told?",
    Asks.HOW_FAST: "How fast?",
    Asks.BY_ITSELF: "What happened by itself?",
}
FAIL = THINGS | {ElementKind.CLAIM, ElementKind.ARGUMENT}


def followups(intent: Intent, answer: Answer, scope: Scope) -> tuple[str, ...]:
    """Up to three questions that follow from an answer, each of which has one itself."""
    if answer.status not in {Status.ANSWERED, Status.NOTHING_BREAKS}:
        return ()
    answered = (text for text, next_ in _next(intent, answer, scope) if find(next_, scope).status is Status.ANSWERED)
    return tuple(islice(dict.fromkeys(answered), MOST))


def _next(intent: Intent, answer: Answer, scope: Scope) -> Iterator[tuple[str, Intent]]:
    if isinstance(intent, OpenQuestion) and (asked := event_question(intent.words, scope)):
        others = (text for asks, text in _OF_EVENTS.items() if asks not in asked.asks)
        yield from ((text, OpenQuestion(text)) for text in others)
    subjects = [scope.case.elements[named.id] for named in answer.subjects]
    subjects = subjects or [scope.case.elements[element.id] for element in answer.elements[:1]]
    for element in subjects[:2]:
        yield from _about(intent, element)
    for outcome in [outcome for outcome in answer.pathways if outcome.verdict is not None][:1]:
        label = scope.case.elements[outcome.id].label
        yield f"What alone takes {label} down?", SoleSupports((outcome.id,))
    if not isinstance(intent, Ranking):
        yield "Which things are most load-bearing?", Ranking()


def _about(intent: Intent, element: Element) -> Iterator[tuple[str, Intent]]:
    this, name = (element.id,), element.label
    if element.kind in CRITICIZED:
        if not isinstance(intent, Who):
            yield f"Who owns {name}?", Who(this, WhoRole.OWNS)
        if not isinstance(intent, EvidenceFor | Describe | PathBetween | Compare):
            yield f"What evidence backs {name}?", EvidenceFor(this)
        if not isinstance(intent, FindingsOn):
            yield f"What do the reviewers say about {name}?", FindingsOn(this)
    if not isinstance(intent, Impact) and element.kind in FAIL:
        yield f"What breaks if {name} fails?", Impact(this)
