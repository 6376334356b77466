"""What two failures together take an element down: its minimal cut sets of two, each with both paths."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements
from assistant.intents import SoleSupports
from assistant.scope import Scope
from graph.analysis import chains_to, failing_pairs
from graph.errors import BudgetExceeded

SHOWN = 12


def pair_facts(intent: SoleSupports, scope: Scope) -> Facts:
    """Per subject (every pathway, where none is named) the pairs, neither of which does it alone."""
    pathways = tuple(scope.structure.ids[place] for place in scope.structure.pathways)
    told = [fact for subject in intent.subjects or pathways for fact in _told(subject, scope)]
    found = dict.fromkeys(id_ for fact in told if fact.says is Says.PAIR for id_ in fact.elements[:-1])
    status = Status.ANSWERED if told else Status.NOT_IN_DOCUMENTS
    return Facts(status, intent.subjects, tuple(told), elements=answer_elements(scope.elements(found)))


def _told(subject: str, scope: Scope) -> Iterator[Fact]:
    here = (alone(subject),)
    quoted = tuple(passage.id for passage in scope.case.quotes(scope.case.elements[subject])[:1])
    if scope.structure.strength(subject) is None:
        yield Fact(Says.CIRCULAR, (subject,), chains=here, role=Role.HEADLINE)
        return
    try:
        level, pairs = failing_pairs(scope.structure, subject)
    except BudgetExceeded:
        yield Fact(Says.PAIRS_UNKNOWN, (subject,), chains=here, passages=quoted, role=Role.HEADLINE)
        return
    cut = (SHOWN,) if len(pairs) > SHOWN else ()
    numbers = (len(pairs), *cut) if pairs else ()
    yield Fact(
        Says.PAIR_SUM, (subject,), numbers=numbers, strengths=(level,), chains=here, passages=quoted, role=Role.HEADLINE
    )
    for pair in pairs[:SHOWN]:
        chains = tuple(chains_to(scope.structure, (one,), (subject,))[subject] for one in pair)
        yield Fact(Says.PAIR, (*pair, subject), strengths=(level,), chains=chains)
