"""Questions of fact that only a sentence answers: the best exact quotes, or that no document says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headed, step
from assistant.intents import OpenQuestion
from assistant.outright import sentences_for
from assistant.relevance import EVENT, denies, telling
from assistant.retrieval import Entry
from assistant.scope import Scope
from graph.elements import AGENTS, Relation, RelationType


def open_facts(intent: OpenQuestion, scope: Scope) -> Facts:
    """The sentences that cover the telling words of a question; NOT_IN_DOCUMENTS where none does well enough."""
    sentences = quoted(sentences_for(intent.words, intent.named, scope), intent.subjects, scope)
    asks_of_all = not intent.subjects and telling(intent.words) == EVENT and not denies(intent.words)
    messages = _messages(scope) if asks_of_all else ()
    if not messages:
        return sentences
    ends = dict.fromkeys(end for message in messages for end in (message.target, message.source))
    told = (
        *(step(message, scope.case, message.source) for message in messages),
        *(replace(fact, role=Role.DETAIL) for fact in sentences.facts),
    )
    return Facts(Status.ANSWERED, facts=headed(told), elements=answer_elements(scope.elements(ends)))


def _messages(scope: Scope) -> tuple[Relation, ...]:
    """Everything recorded of who tells whom."""
    return tuple(
        relation
        for relation in scope.case.standing_relations
        if relation.type in {RelationType.ALERTS, RelationType.ESCALATES_TO}
        and scope.case.counted(relation, scope.switches)
    )


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
    """A sentence that is told of an element; as it stands where it is of another, with the element only for its path."""
    states = scope.passages.states(entry, element)
    return Fact(
        Says.SAID if states else Says.QUOTED,
        (element,) if states else (),
        chains=(alone(element),),
        passages=(entry.passage.id,),
        spans=((entry.start, entry.end),),
    )
