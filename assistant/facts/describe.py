"""What an element is: what its passages say, what it rests on and how, who has to do with it."""

from __future__ import annotations

from typing import assert_never

from assistant.answer import Status
from assistant.facts.evidence import premises
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.standing import worth_fact
from assistant.facts.steps import answer_elements, headed, joined, lacks, said, step
from assistant.intents import Aspect, Describe
from assistant.scope import Scope
from assistant.wording import duration
from graph.elements import HELD_UP, RelationType

R = RelationType
AROUND = (
    R.OWNED_BY,
    R.OPERATED_BY,
    R.ALERTS,
    R.EVALUATED_BY,
    R.ESCALATES_TO,
    R.MEMBER_OF,
    R.RAISED_BY,
    R.DISPUTES,
    R.QUALIFIES,
    R.AGREES_WITH,
    R.IMPROVES,
    R.REPLACES,
    R.BACKS_UP,
    R.INVALIDATES,
)


def describe_facts(intent: Describe, scope: Scope) -> Facts:
    """Each subject with its passages, premises, operator and strength, what is asked for first; `elements` are the
    premises, or what is needed, where these are asked for.
    """
    told: list[Fact] = []
    parts: dict[str, None] = {}
    for subject in intent.subjects:
        lines = joined(scope, subject, out=[R.SUPPORTED_BY])
        needs = joined(scope, subject, out=[R.DEPENDS_ON])
        asked = {Aspect.PARTS: lines, Aspect.NEEDS: (*lines, *needs)}.get(intent.aspect, ())
        parts.update({r.target: None for r in asked})
        told += _told(subject, intent.aspect, scope)
    return Facts(
        Status.ANSWERED,
        intent.subjects,
        headed(told),
        elements=answer_elements(scope.elements(parts or dict.fromkeys(intent.subjects))),
    )


def _told(subject: str, aspect: Aspect, scope: Scope) -> tuple[Fact, ...]:
    case = scope.case
    lines = list(joined(scope, subject, out=[R.SUPPORTED_BY]))
    own = said(case, subject) or (lacks(case, subject, "more than its name"),)
    whole = (premises(subject, lines, scope),) if lines else ()
    needs = tuple(step(r, case, subject) for r in joined(scope, subject, out=[R.DEPENDS_ON]))
    rests = tuple(step(r, case, subject) for r in lines)
    around = tuple(step(r, case, subject) for r in joined(scope, subject, out=AROUND))
    figures = _figures(subject, scope)
    match aspect:
        case Aspect.WHOLE:
            return (*own, *whole, *figures, *rests, *needs, *around)
        case Aspect.PARTS:
            return (*whole, *own, *figures, *rests, *needs, *around)
        case Aspect.NEEDS:
            first = (*whole, *rests, *needs) or (lacks(case, subject, "what it needs"),)
            return (*first, *own)
        case Aspect.STRENGTH:
            return (*figures, *own, *whole, *rests, *needs, *around)
        case other:
            assert_never(other)


def _figures(subject: str, scope: Scope) -> tuple[Fact, ...]:
    """What an assertion is worth as things stand, and how long a pathway can be reversed."""
    element, here = scope.case.elements[subject], (alone(subject),)
    told = []
    if element.kind in HELD_UP and scope.structure.strength(subject) is not None:
        told.append(worth_fact(subject, scope))
    if element.window_s is not None:
        told.append(Fact(Says.WINDOW, (subject,), words=(duration(element.window_s),), chains=here))
    return tuple(told)
