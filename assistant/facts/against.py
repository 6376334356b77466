"""What speaks against an answer of who or of what backs it: denials, other owners, and findings that dispute it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Role, Status
from assistant.denials import denials
from assistant.facts.contradictions import other_owners
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import headed, joined, said
from assistant.intents import AboutElements, EvidenceFor, Who, WhoRole
from assistant.scope import Scope
from graph.elements import AGENTS, RelationType

R = RelationType


def with_what_denies(intent: AboutElements, facts: Facts, scope: Scope) -> Facts:
    """The facts with what to mind of them; the denials themselves, where nobody is found for a role."""
    if isinstance(intent, Who) and facts.status is Status.NOT_IN_DOCUMENTS:
        told = tuple(replace(fact, role=Role.DETAIL) for fact in _denied(intent, facts, scope))
        return replace(facts, status=Status.ANSWERED, facts=headed(told)) if told else facts
    if facts.status is not Status.ANSWERED:
        return facts
    against = dict.fromkeys(_against(intent, facts, scope))
    shown = {(fact.says, fact.passages, fact.spans) for fact in facts.facts}
    new = tuple(fact for fact in against if (fact.says, fact.passages, fact.spans) not in shown)
    return replace(facts, facts=(*facts.facts, *new))


def _against(intent: AboutElements, facts: Facts, scope: Scope) -> Iterator[Fact]:
    if isinstance(intent, EvidenceFor):
        yield from _disputed((*intent.subjects, *(element.id for element in facts.elements)), scope)
    elif isinstance(intent, Who):
        yield from _denied(intent, facts, scope)
        if intent.role is WhoRole.OWNS:
            yield from (fact for subject in intent.subjects for fact in other_owners(subject, scope))
        elif intent.role in {WhoRole.IS_TOLD, WhoRole.EVALUATED}:
            yield from _disputed(intent.subjects, scope)


def _denied(intent: Who, facts: Facts, scope: Scope) -> Iterator[Fact]:
    """Where it is said that nobody owns a subject or hears of it, or that those who are named no longer do."""
    agents = tuple(element.id for element in facts.elements if element.kind in AGENTS)
    for subject in intent.subjects:
        for denial in denials(intent.role, subject, agents=agents, scope=scope):
            span = (denial.start, denial.end)
            yield Fact(
                Says.SAID,
                (subject,),
                chains=(alone(subject),),
                passages=(denial.passage.id,),
                spans=(span,),
                role=Role.CAREFUL,
            )


def _disputed(elements: tuple[str, ...], scope: Scope) -> Iterator[Fact]:
    """What the findings say that dispute one of the elements."""
    for relation in (r for element in elements for r in joined(scope, element, into=[R.DISPUTES])):
        yield from (replace(fact, role=Role.CAREFUL) for fact in said(scope.case, relation.source, 1))
