"""What an answer rests on: every step behind it as a sentence of its own, with the quotes that state it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Role, Status
from assistant.facts.fact import Facts, Says
from assistant.facts.steps import headed, said, step
from assistant.scope import Scope

QUOTED = frozenset({Says.SAID, Says.QUOTED, Says.SAID_BY, Says.LACKS})


def grounds_facts(facts: Facts, scope: Scope) -> Facts:
    """The steps and quotes behind some facts; what states their elements, where they take no step."""
    case = scope.case
    told = [fact for fact in facts.facts if fact.role is not Role.CAREFUL]
    chains = dict.fromkeys(chain for fact in told for chain in fact.chains)
    relations = dict.fromkeys(relation for chain in chains for relation in chain.relations)
    steps = [step(case.relations[id_], case, case.relations[id_].source) for id_ in relations]
    quotes = [replace(fact, role=Role.DETAIL) for fact in told if fact.says in QUOTED]
    elements = dict.fromkeys(element for chain in chains for element in chain.elements)
    grounds = (steps + quotes) or [fact for element in elements for fact in said(case, element, 1)]
    if not grounds:
        return facts
    status = Status.ANSWERED if facts.status is Status.NOTHING_BREAKS else facts.status
    return Facts(status, facts.subjects, headed(grounds), elements=facts.elements)
