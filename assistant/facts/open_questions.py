"""Questions of fact that only a sentence answers: the best exact quotes, or that no document says it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer import Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headed
from assistant.intents import OpenQuestion
from assistant.relevance import answering
from assistant.retrieval import Entry
from assistant.scope import Scope
from graph.elements import AGENTS


def open_facts(intent: OpenQuestion, scope: Scope) -> Facts:
    """The sentences that cover the telling words of a question; NOT_IN_DOCUMENTS where none does well enough."""
    return quoted(answering(intent.words, intent.named, scope), intent.subjects, scope)


def quoted(entries: Iterable[Entry], subjects: tuple[str, ...], scope: Scope) -> Facts:
    """Sentences as an answer, each told of an element that it states or stands beside."""
    told: dict[tuple[str, int, int], Fact] = {}
    elements: dict[str, None] = {}
    for entry in entries:
        stated = scope.passages.elements_at(entry)
        if stated:
            told.setdefault((entry.passage.id, entry.start, entry.end), said_at(entry, stated[0], scope))
            elements.update(dict.fromkeys((*stated, *people_in(entry, scope))))
    if not told:
        return Facts(Status.NOT_IN_DOCUMENTS, subjects)
    return Facts(Status.ANSWERED, subjects, headed(told.values()), elements=answer_elements(scope.elements(elements)))


def people_in(entry: Entry, scope: Scope) -> tuple[str, ...]:
    """The people, teams and organizations that a sentence names."""
    return tuple(id_ for id_ in scope.named_in(entry.text) if scope.case.elements[id_].kind in AGENTS)


def said_at(entry: Entry, element: str, scope: Scope) -> Fact:
    """A sentence that is told of an element, or near one."""
    return Fact(
        Says.SAID if scope.passages.states(entry, element) else Says.SAID_NEAR,
        (element,),
        chains=(alone(element),),
        passages=(entry.passage.id,),
        span=(entry.start, entry.end),
    )
