"""What does not rest on something: the elements of some kinds from which no counted support leads down to it."""

from __future__ import annotations

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements
from assistant.intents import Apart
from assistant.scope import Scope
from assistant.wording import plural
from graph.analysis import Chain, chains_to


def apart_facts(intent: Apart, scope: Scope) -> Facts:
    """Those that rest on none of the elements named, and for each of the others the path by which it does.

    NOT_IN_DOCUMENTS where the case has no element of these kinds besides.
    """
    wanted = [e for e in scope.case.standing.values() if e.kind in intent.kinds and e.id not in intent.subjects]
    if not wanted:
        return Facts(Status.NOT_IN_DOCUMENTS, intent.subjects)
    resting = chains_to(scope.structure, intent.subjects, (element.id for element in wanted))
    apart = tuple(element.id for element in wanted if element.id not in resting)
    kind = next(iter(intent.kinds)).value if len(intent.kinds) == 1 else "element"
    what = kind if len(wanted) == 1 else plural(kind)
    total = Fact(
        Says.APART_SUM,
        (*intent.subjects, *apart),
        numbers=(len(wanted), len(apart)) if apart else (len(wanted),),
        words=(what,),
        chains=tuple(map(alone, (*intent.subjects, *apart))),
        passages=tuple(p.id for id_ in intent.subjects for p in scope.case.quotes(scope.case.elements[id_])[:1]),
        role=Role.HEADLINE,
    )
    told = (total, *(_bears(chain) for chain in resting.values()))
    return Facts(Status.ANSWERED, intent.subjects, told, elements=answer_elements(scope.elements(apart)))


def _bears(chain: Chain) -> Fact:
    return Fact(Says.PATH_SUM, (chain.elements[0], chain.elements[-1]), chains=(chain,))
