"""Two questions in one: "Who looks after X, and whom does it alert?" is planned and answered as both."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Status
from assistant.dialogue import after, references, subjects_of
from assistant.facts.fact import Facts
from assistant.intents import Context, Describe, EvidenceFor, FindingsOn, Impact, Intent, Planner, Who
from assistant.scope import Scope

_TWO = re.compile(
    r"^\W*(?P<first>(?:who|whom|whose|what|which|how|is|are|was|were|does|do|did|has|have)\b[^?]*?)(?:,|\?)?\s+and,?\s+"
    r"(?P<second>(?:who|whom|whose|what|which|how|is|are|was|were|does|do|did|has|have)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


def planned(question: str, scope: Scope, context: Context, *, planner: Planner) -> tuple[tuple[str, Intent], ...]:
    """Each question that a question asks, with its intent: two where it asks two of the same thing, else itself."""
    found = _TWO.match(question)
    if found and (references(found["second"]) or scope.mentions(found["second"])) and scope.mentions(found["first"]):
        first = planner.plan(found["first"], scope, context)
        then = after(context, first, question=found["first"], found=())
        second = planner.plan(found["second"], scope, then)
        if _of_a_thing(first) and _of_a_thing(second) and set(subjects_of(second)) <= set(subjects_of(first)):
            return (found["first"], first), (found["second"], second)
    return ((question, planner.plan(question, scope, context)),)


def _of_a_thing(intent: Intent) -> bool:
    return isinstance(intent, Who | EvidenceFor | FindingsOn | Describe | Impact)


def both(first: Facts, second: Facts) -> Facts:
    """The facts of two questions as those of one."""
    return replace(
        first,
        status=first.status if second.status is Status.NOT_IN_DOCUMENTS else second.status,
        facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
        outcomes=first.outcomes or second.outcomes,
        intact=max(first.intact, second.intact),
        elements=tuple({element.id: element for element in (*second.elements, *first.elements)}.values()),
    )
