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
from graph.case import Switches
from graph.elements import CARRIERS, HELD_UP, Element, ElementKind, Relation, RelationType, ReviewStatus


def careful(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """The facts to mind, the weightiest first."""
    yield from _switched(impact, scope)
    yield from _against(impact, scope)
    yield from _unstated(impact, scope)
    yield from _rings(impact, scope)


def _switched(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """What other switches make of the same failure."""
    if scope.switches != Switches():
        yield from _differences(impact, (scope, Scope(scope.case)), "counting all relations")
    if scope.switches.basis == "all" and any(r.basis == "inferred" for r in scope.case.standing_relations):
        yield from _differences(impact, (scope, scope.stated), "counting stated relations only")
    decided = any(e.status is ReviewStatus.ACCEPTED for e in scope.case.standing.values())
    if scope.switches.status == "all" and decided:
        yield from _differences(impact, (scope, scope.accepted), "counting accepted relations only")


def _differences(impact: Impact, scopes: tuple[Scope, Scope], which: str) -> Iterator[Fact]:
    """The pathways whose verdict the second scope changes, those that it changes alike for the same step together."""
    now = {pathway.element: pathway for pathway in impact.pathways}
    alike: dict[tuple[Relation | None, Verdict], list[Chain]] = {}
    for other in what_breaks(scopes[1].structure, impact.failed).pathways:
        pathway = now.get(other.element)
        before = pathway.verdict if pathway else Verdict.INTACT
        if before is None or other.verdict is None or before is other.verdict:
            continue
        path = (pathway and pathway.path) or other.path or alone(other.element)
        alike.setdefault((_deciding(path, scopes), other.verdict), []).append(path)
    for (step, verdict), paths in alike.items():
        yield Fact(
            Says.SWITCHED,
            (*((step.source, step.target) if step else ()), *(path.elements[-1] for path in paths)),
            verdicts=(verdict,),
            words=(*_of_step(step, scopes), which) if step else (which,),
            chains=tuple(paths),
            role=Role.CAREFUL,
        )


def _of_step(step: Relation, scopes: tuple[Scope, Scope]) -> tuple[str, str]:
    inferred = step.basis == "inferred" and scopes[0].switches.basis != scopes[1].switches.basis
    target = scopes[0].case.elements[step.target]
    return verb(step.type, target.kind), "is inferred" if inferred else "is proposed"


def _deciding(path: Chain, scopes: tuple[Scope, Scope]) -> Relation | None:
    """The step that one scope counts and the other leaves out: the first of a path, or the only one beneath its top."""
    case = scopes[0].case
    top = path.elements[-1:]
    steps = [case.relations[id_] for id_ in path.relations]
    first = next((step for step in steps if _is_between(step, scopes)), None)
    if first is not None:
        return first
    structure = max((scope.structure for scope in scopes), key=lambda structure: len(structure.relations))
    under = (structure.ids[place] for place in structure.under(structure.places(top)))
    found = [r for element in under for r in case.outgoing.get(element, ()) if r.type in CARRIERS]
    differing = [relation for relation in found if _is_between(relation, scopes)]
    return differing[0] if len(differing) == 1 else None


def _is_between(relation: Relation, scopes: tuple[Scope, Scope]) -> bool:
    case = scopes[0].case
    return case.counted(relation, scopes[0].switches) != case.counted(relation, scopes[1].switches)


def _against(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """Critiques of what an affected pathway still rests on, and what would invalidate it, its lines or a step shown."""
    kept = dict.fromkeys(
        line.element
        for pathway in _broken(impact)
        for line in pathway.lines
        if line.is_left and line.element not in impact.failed
    )
    yield from (_contradicted(relation, scope) for relation in _aimed_at(kept, RelationType.DISPUTES, scope))
    case = scope.case
    lines = (r.target for element in kept for r in case.outgoing.get(element, ()) if r.type in CARRIERS)
    shown = (element for pathway in _broken(impact) if pathway.path for element in pathway.path.elements[1:])
    triggers = _aimed_at(dict.fromkeys((*kept, *lines, *shown)), RelationType.INVALIDATES, scope)
    if len(triggers) == 1:
        yield _contradicted(triggers[0], scope)
    elif triggers:
        yield Fact(
            Says.TRIGGERS,
            tuple(end for trigger in triggers for end in (trigger.source, trigger.target)),
            words=(verb(RelationType.INVALIDATES, ElementKind.CLAIM),),
            chains=tuple(Chain((trigger.source, trigger.target), (trigger.id,)) for trigger in triggers),
            role=Role.CAREFUL,
        )


def _aimed_at(elements: Iterable[str], type_: RelationType, scope: Scope) -> tuple[Relation, ...]:
    case = scope.case
    return tuple(r for element in elements for r in case.incoming.get(element, ()) if r.type is type_)


def _contradicted(relation: Relation, scope: Scope) -> Fact:
    chain = Chain((relation.source, relation.target), (relation.id,))
    words = (verb(relation.type, scope.case.elements[relation.target].kind),)
    return Fact(Says.CONTRADICTED, chain.elements, words=words, chains=(chain,), role=Role.CAREFUL)


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
