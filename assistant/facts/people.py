"""Who: owns, operates, is told, evaluated, raised or belongs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from assistant.facts.fact import Facts
from assistant.facts.steps import joined, steps_or_lack
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
            find = partial(_raisers, scope)
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


def _raisers(scope: Scope, subject: str) -> tuple[Relation, ...]:
    """Who raised a finding; for anything else, who raised the findings about it."""
    own = joined(scope, subject, out=[R.RAISED_BY])
    about = joined(scope, subject, into=[R.DISPUTES, R.QUALIFIES, R.AGREES_WITH])
    return own or tuple(r for finding in about for r in joined(scope, finding.source, out=[R.RAISED_BY]))
