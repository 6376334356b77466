"""How the case stands: what each pathway or claim is worth, the weakest first, and which support runs in a ring."""

from __future__ import annotations

from assistant.answer import Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements
from assistant.intents import Rings, Standing
from assistant.scope import Scope
from assistant.wording import plural
from graph.analysis import Chain, nothing_beneath
from graph.elements import HELD_UP


def standing_facts(intent: Standing, scope: Scope) -> Facts:
    """Every pathway, or element of the kinds, with its strength; what has none is told to rest on itself."""
    held_up = tuple(e.id for e in scope.case.standing.values() if e.kind in intent.kinds & HELD_UP)
    if not held_up:
        return Facts(Status.NOT_IN_DOCUMENTS)
    worth = {id_: strength for id_ in held_up if (strength := scope.structure.strength(id_)) is not None}
    known = sorted(worth, key=lambda id_: worth[id_].rank)
    ringed = tuple(id_ for id_ in held_up if id_ not in worth)
    ordered = (*known, *ringed)
    kind = " or ".join(sorted(intent.kinds & HELD_UP))
    total = Fact(
        Says.LISTED_SUM,
        ordered,
        numbers=(len(ordered),),
        words=(f"{kind if len(ordered) == 1 else plural(kind)}, the weakest first",),
        chains=tuple(map(alone, ordered)),
        role=Role.HEADLINE,
    )
    told = [worth_fact(id_, scope) for id_ in known]
    told += [Fact(Says.CIRCULAR, (id_,), chains=(alone(id_),)) for id_ in ringed]
    return Facts(Status.ANSWERED, facts=(total, *told), elements=answer_elements(scope.elements(ordered)))


def ring_facts(intent: Rings, scope: Scope) -> Facts:
    """Every ring of support with its steps; that there is none, where the support runs nowhere in one."""
    del intent
    rings = scope.structure.cycles
    if not rings:
        everything = tuple(alone(scope.structure.ids[place]) for place in scope.structure.pathways)
        none = Fact(Says.NO_RING, (), chains=everything, role=Role.HEADLINE)
        return Facts(Status.ANSWERED if everything else Status.NOT_IN_DOCUMENTS, facts=(none,) if everything else ())
    told = tuple(
        Fact(
            Says.CIRCULAR,
            ring.elements,
            chains=(Chain((*ring.elements, ring.elements[0]), ring.relations),),
            role=Role.HEADLINE,
        )
        for ring in rings
    )
    on_rings = dict.fromkeys(element for ring in rings for element in ring.elements)
    return Facts(Status.ANSWERED, facts=told, elements=answer_elements(scope.elements(on_rings)))


def worth_fact(element: str, scope: Scope) -> Fact:
    """What an element is worth as things stand; that it is a default, where nothing is stated and nothing beneath."""
    strength = scope.structure.strength(element)
    if scope.case.elements[element].strength is None and nothing_beneath(scope.case, element):
        return Fact(Says.BY_DEFAULT, (element,), strengths=(None, strength), chains=(alone(element),))
    return Fact(Says.WORTH, (element,), strengths=(strength,), chains=(alone(element),))
