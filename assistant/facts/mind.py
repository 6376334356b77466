"""What could change the reader's mind about an impact: steps that decide a verdict and that nobody states, critiques
of a step, triggers that would invalidate one, rings of support. A scenario is run again under the narrower switches,
and only differences are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.answer import Role
from assistant.facts.fact import Fact, Says, alone
from assistant.scope import Scope
from assistant.wording import verb
from graph.analysis import Chain, Impact, PathwayImpact, Verdict, what_breaks
from graph.elements import HELD_UP, Element, Relation, RelationType, ReviewStatus


def careful(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """The facts to mind, the weightiest first."""
    yield from _switched(impact, scope)
    yield from _against(impact, scope)
    yield from _unstated(impact, scope)
    yield from _rings(impact, scope)


def _switched(impact: Impact, scope: Scope) -> Iterator[Fact]:
    if scope.switches.basis == "all" and any(r.basis == "inferred" for r in scope.case.standing_relations):
        yield from _differences(impact, scope.stated, "counting stated relations only")
    decided = any(e.status is ReviewStatus.ACCEPTED for e in scope.case.standing.values())
    if scope.switches.status == "all" and decided:
        yield from _differences(impact, scope.accepted, "counting accepted relations only")


def _differences(impact: Impact, narrower: Scope, which: str) -> Iterator[Fact]:
    then = {pathway.element: pathway for pathway in what_breaks(narrower.structure, impact.failed).pathways}
    for pathway in impact.pathways:
        other = then.get(pathway.element)
        if other is None or other.verdict is None or pathway.verdict in (None, other.verdict):
            continue
        left_out = _left_out(pathway, narrower)
        path = pathway.path or other.path or alone(pathway.element)
        yield Fact(
            Says.SWITCHED,
            (*((left_out.source, left_out.target) if left_out else ()), pathway.element),
            verdicts=(other.verdict,),
            words=(verb(left_out.type, narrower.case.elements[left_out.target].kind), which) if left_out else (which,),
            chains=(path,),
            role=Role.CAREFUL,
        )


def _left_out(pathway: PathwayImpact, narrower: Scope) -> Relation | None:
    """The first step of the pathway's path that the narrower switches leave out."""
    steps = (narrower.case.relations[id_] for id_ in pathway.path.relations) if pathway.path else iter(())
    return next((step for step in steps if not narrower.case.counted(step, narrower.switches)), None)


def _against(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """Critiques of what an affected pathway still rests on, and what would invalidate anything beneath that."""
    kept = dict.fromkeys(
        line.element
        for pathway in _broken(impact)
        for line in pathway.lines
        if line.is_left and line.element not in impact.failed
    )
    structure = scope.structure
    beneath = {structure.ids[place]: None for place in sorted(structure.under(structure.places(kept)))}
    yield from _aimed_at(kept, RelationType.DISPUTES, scope)
    yield from _aimed_at({**kept, **beneath}, RelationType.INVALIDATES, scope)


def _aimed_at(elements: Iterable[str], type_: RelationType, scope: Scope) -> Iterator[Fact]:
    case = scope.case
    for relation in (r for element in elements for r in case.incoming.get(element, ()) if r.type is type_):
        chain = Chain((relation.source, relation.target), (relation.id,))
        words = (verb(type_, case.elements[relation.target].kind),)
        yield Fact(Says.CONTRADICTED, chain.elements, words=words, chains=(chain,), role=Role.CAREFUL)


def _unstated(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """Elements with several lines and no operator of their own, where reading them as a conjunction loses more."""
    for pathway in _broken(impact):
        element = scope.case.elements[pathway.element]
        if _operator_decides(element, pathway):
            yield Fact(
                Says.UNSTATED,
                (element.id,),
                verdicts=(Verdict.LOST,),
                chains=(pathway.path or alone(element.id),),
                role=Role.CAREFUL,
            )


def _operator_decides(element: Element, pathway: PathwayImpact) -> bool:
    return (
        element.kind in HELD_UP
        and element.operator is None
        and len(pathway.support) > 1
        and bool(pathway.lost)
        and pathway.verdict is not Verdict.LOST
    )


def _broken(impact: Impact) -> tuple[PathwayImpact, ...]:
    return tuple(pathway for pathway in impact.pathways if pathway.verdict not in (Verdict.INTACT, None))


def _rings(impact: Impact, scope: Scope) -> Iterator[Fact]:
    without = [pathway.element for pathway in impact.pathways if pathway.verdict is None]
    if not without:
        return
    for cycle in impact.cycles:
        if any(top in without for top in _over(scope, cycle.elements)):
            ring = Chain((*cycle.elements, cycle.elements[0]), cycle.relations)
            yield Fact(Says.CIRCULAR, cycle.elements, chains=(ring,), role=Role.CAREFUL)


def _over(scope: Scope, elements: tuple[str, ...]) -> set[str]:
    structure = scope.structure
    return {structure.ids[place] for place in structure.over(structure.places(elements))}
