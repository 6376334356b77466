"""How word of something reaches somebody: the messages on the way that is shortest, each with its channel and time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from assistant.answer import Status
from assistant.facts.fact import Facts
from assistant.facts.steps import answer_elements, headed, joined, step
from assistant.intents import Who
from assistant.scope import Scope
from graph.elements import Relation, RelationType

MESSAGES = (RelationType.ALERTS, RelationType.ESCALATES_TO)


def message_facts(intent: Who, scope: Scope) -> Facts:
    """The messages from the first subject to `intent.until`; NOT_IN_DOCUMENTS where no way is recorded."""
    way = way_to(intent.subjects[0], intent.until, scope)
    told = headed(step(message, scope.case, message.source) for message in way)
    ends = tuple(dict.fromkeys(message.target for message in way))
    status = Status.ANSWERED if way else Status.NOT_IN_DOCUMENTS
    return Facts(status, (intent.subjects[0],), told, elements=answer_elements(scope.elements(ends)))


def way_to(start: str, end: str, scope: Scope) -> tuple[Relation, ...]:
    """The fewest messages by which word gets from an element to somebody or to their team; () where none do."""
    before: dict[str, Relation | None] = {start: None}
    waiting = deque([start])
    goals = {end, *_close(end, scope)}
    while waiting:
        here = waiting.popleft()
        if here in goals and here != start:
            return tuple(reversed(tuple(_back(here, before))))
        for message in joined(scope, here, out=MESSAGES):
            if message.target not in before:
                before[message.target] = message
                waiting.append(message.target)
    return ()


def _close(end: str, scope: Scope) -> tuple[str, ...]:
    """The members of a team; who is told of them has told the team."""
    return tuple(relation.source for relation in joined(scope, end, into=[RelationType.MEMBER_OF]))


def _back(end: str, before: dict[str, Relation | None]) -> Iterator[Relation]:
    at = before[end]
    while at is not None:
        yield at
        at = before[at.source]
