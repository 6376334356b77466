"""What alone takes an element down: its sole supports, each with the path by which it does."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements
from assistant.intents import SoleSupports
from assistant.scope import Scope
from graph.analysis import SoleSupports as Sole
from graph.analysis import sole_supports
from graph.elements import THINGS, Strength


def sole_support_facts(intent: SoleSupports, scope: Scope) -> Facts:
    """Per subject (every pathway, where none is named) the elements that each take it down when they fail alone."""
    pathways = tuple(scope.structure.ids[place] for place in scope.structure.pathways)
    told = [_protected(subject) for subject in intent.subjects if intent.failing]
    found: dict[str, None] = {}
    for subject in intent.subjects or pathways:
        if scope.structure.strength(subject) is None:
            told.append(Fact(Says.CIRCULAR, (subject,), chains=(alone(subject),), role=Role.HEADLINE))
            continue
        sole = sole_supports(
            scope.structure, subject, Strength.WEAK if intent.lost else None, kinds=intent.kinds or THINGS
        )
        supports = {id_: chain for id_, chain in sole.paths.items() if id_ != subject}
        told += _told(sole, tuple(supports), scope)
        found.update(dict.fromkeys(supports))
    return Facts(
        Status.ANSWERED if told else Status.NOT_IN_DOCUMENTS,
        intent.subjects,
        tuple(told),
        elements=answer_elements(scope.elements(found)),
    )


def _protected(pathway: str) -> Fact:
    return Fact(Says.PROTECTED, (pathway,), chains=(alone(pathway),), role=Role.HEADLINE)


def _told(sole: Sole, supports: tuple[str, ...], scope: Scope) -> Iterator[Fact]:
    element = scope.case.elements[sole.pathway]
    chains = tuple(sole.paths[support] for support in supports) or (alone(element.id),)
    yield Fact(
        Says.SOLE_SUM,
        (element.id,),
        numbers=(len(supports),) if supports else (),
        strengths=(sole.level,),
        chains=chains,
        passages=tuple(passage.id for passage in scope.case.quotes(element)[:2]),
        role=Role.HEADLINE,
    )
    for support, chain in zip(supports, chains, strict=False):
        yield Fact(Says.SOLE, (support, element.id), strengths=(sole.level,), chains=(chain,))
