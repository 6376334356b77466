"""Who: owns, operates, is told, evaluated, raised or belongs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from assistant.answer import Status
from assistant.facts.fact import Fact, Facts
from assistant.facts.messages import message_facts
from assistant.facts.steps import answer_elements, headed, joined, lacks, step, steps_or_lack
from assistant.intents import Who, WhoRole
from assistant.scope import Scope
from graph.elements import AGENTS, Relation, RelationType

R = RelationType


LACK = {
    WhoRole.OWNS: "who owns it, so no owner is recorded",
    WhoRole.OPERATES: "who operates it",
    WhoRole.IS_TOLD: "who is told",
    WhoRole.EVALUATED: "who evaluated it",
    WhoRole.RAISED: "who raised anything against it",
    WhoRole.BELONGS: "who belongs to it",
}


def who_facts(intent: Who, scope: Scope) -> Facts:
    """Who stands in the role to each subject; where nobody is recorded, that no document says so."""
    if intent.until:
        return message_facts(intent, scope)
    if intent.role is WhoRole.RAISED:
        return _critics(intent.subjects, scope)
    return steps_or_lack(scope, intent.subjects, find=_finder(intent.role, scope), lack=LACK[intent.role])


def _finder(role: WhoRole, scope: Scope) -> Callable[[str], tuple[Relation, ...]]:
    match role:
        case WhoRole.OWNS:
            find = partial(joined, scope, out=[R.OWNED_BY])
        case WhoRole.OPERATES:
            find = partial(_operators, scope)
        case WhoRole.IS_TOLD:
            find = partial(joined, scope, out=[R.ESCALATES_TO, R.ALERTS])
        case WhoRole.EVALUATED:
            find = partial(_evaluators, scope)
        case WhoRole.RAISED:
            find = partial(joined, scope, out=[R.RAISED_BY])
        case WhoRole.BELONGS:
            find = partial(joined, scope, out=[R.MEMBER_OF], into=[R.MEMBER_OF])
        case other:
            assert_never(other)
    return find


def _operators(scope: Scope, subject: str) -> tuple[Relation, ...]:
    return joined(scope, subject, out=[R.OPERATED_BY]) or joined(scope, subject, out=[R.OWNED_BY])


def _evaluators(scope: Scope, subject: str) -> tuple[Relation, ...]:
    """People and bodies that evaluated it; else the evaluations, whoever made them."""
    found = joined(scope, subject, out=[R.EVALUATED_BY])
    return tuple(r for r in found if scope.case.elements[r.target].kind in AGENTS) or found


def _critics(subjects: tuple[str, ...], scope: Scope) -> Facts:
    """Who raised each finding, or the findings about anything else, by way of the finding."""
    told: list[Fact] = []
    critics: dict[str, None] = {}
    for subject in subjects:
        about = joined(scope, subject, into=[R.DISPUTES, R.QUALIFIES, R.AGREES_WITH])
        findings = dict.fromkeys([subject, *(relation.source for relation in about)])
        raised = {finding: joined(scope, finding, out=[R.RAISED_BY]) for finding in findings}
        told += [step(relation, scope.case, subject) for relation in about]
        told += [step(relation, scope.case, finding) for finding, by in raised.items() for relation in by]
        critics.update({relation.target: None for by in raised.values() for relation in by})
        if not about and not raised[subject]:
            told.append(lacks(scope.case, subject, LACK[WhoRole.RAISED]))
    status = Status.ANSWERED if critics else Status.NOT_IN_DOCUMENTS
    return Facts(status, subjects, headed(told), elements=answer_elements(scope.elements(critics)))
