"""What breaks: pathways worst first with what each loses and keeps, and what could change the reader's mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from assistant.answer import AnswerElement, Role, Status
from assistant.facts.fact import Fact, Facts, LostStep, Outcome, Says, alone
from assistant.facts.limits import bearing_sentence, limits
from assistant.facts.mind import careful
from assistant.facts.steps import joined, step
from assistant.intents import Impact as ImpactOf
from assistant.intents import Scenario
from assistant.scope import Scope
from graph.analysis import (
    Chain,
    Impact,
    Line,
    PathwayImpact,
    Verdict,
    chains_to,
    reviewer_is_right,
    sharers_of,
    what_breaks,
)
from graph.elements import ElementKind, Relation, RelationType, Strength

OTHERS_SHOWN = 12
BROKEN = (Verdict.LOST, Verdict.WEAKENED, Verdict.THINNED)


def impact_facts(intent: ImpactOf, scope: Scope) -> Facts:
    """The facts of a scenario; NOT_IN_DOCUMENTS where it fails nothing (a critic that disputes nothing)."""
    failed = failing(intent, scope)
    if not failed:
        return _no_scenario(intent, scope)
    impact = what_breaks(scope.structure, failed)
    broken = [pathway for pathway in impact.pathways if pathway.verdict is not Verdict.INTACT]
    broken.sort(key=lambda pathway: pathway.element not in intent.about)
    outcomes = tuple(_outcome(pathway, impact, scope) for pathway in broken)
    return Facts(
        status=_status(impact),
        subjects=intent.failed,
        facts=(
            *_headline(intent, impact, scope),
            *_disputes(intent, scope),
            *_pathways(outcomes),
            *_holding(impact, scope),
            *_others(impact, scope),
            *limits(impact, scope),
            *careful(impact, scope),
        ),
        outcomes=outcomes,
        intact=len(impact.pathways) - len(broken),
        elements=_affected(impact, scope),
    )


def _status(impact: Impact) -> Status:
    """Nothing breaks only where there is a pathway that could; where there is none, only what else is hit can be told."""
    if impact.pathways:
        return Status.NOTHING_BREAKS if impact.nothing_breaks else Status.ANSWERED
    others = any(effect.element not in impact.failed for effect in impact.elements)
    return Status.ANSWERED if others else Status.NOT_IN_DOCUMENTS


def _headline(intent: ImpactOf, impact: Impact, scope: Scope) -> Iterator[Fact]:
    case = scope.case
    verdicts = [pathway.verdict for pathway in impact.pathways]
    counts = [(verdict, verdicts.count(verdict)) for verdict in BROKEN if verdict in verdicts]
    unknown = (verdicts.count(None),) if None in verdicts else ()
    quoted = tuple(passage.id for id_ in impact.failed for passage in case.quotes(case.elements[id_])[:1])
    chains = tuple(p.path for p in impact.pathways if p.path) or tuple(map(alone, impact.failed))
    if not counts:
        yield _nothing_breaks(impact, (quoted, unknown), scope)
        return
    first, *more = (number for _, number in counts)
    single = len(verdicts) == 1
    none_lost = Verdict.LOST not in verdicts and not single
    yield Fact(
        Says.IMPACT_SUM,
        (),
        verdicts=(*(verdict for verdict, _ in counts), *([Verdict.LOST] if none_lost else [])),
        numbers=(1,) if single else (first, len(verdicts), *more, *([0] if none_lost else []), *unknown),
        chains=chains,
        passages=quoted,
        role=Role.HEADLINE,
    )
    for pathway in intent.about:
        if all(p.verdict is Verdict.INTACT for p in impact.pathways if p.element == pathway):
            yield _intact(pathway, scope)


def _nothing_breaks(impact: Impact, told: tuple[tuple[str, ...], tuple[int, ...]], scope: Scope) -> Fact:
    """That no pathway breaks; that none can be shown to, where there is none or where only a sentence names some."""
    quoted, unknown = told
    if impact.pathways and (unnamed := bearing_sentence(impact.failed, scope)):
        return unnamed
    denied = tuple(entry.passage.id for id_ in impact.failed for entry in scope.passages.denials(id_))
    nothing = Fact(
        Says.NOTHING_BREAKS,
        impact.failed,
        numbers=unknown,
        chains=tuple(map(alone, impact.failed)),
        passages=tuple(dict.fromkeys((*denied, *quoted))),
        role=Role.HEADLINE,
    )
    if impact.pathways:
        return nothing
    why = "is counted as accepted" if scope.case.of_kind(ElementKind.PATHWAY) else "is recorded in this case"
    return replace(nothing, says=Says.NO_PATHWAY, words=(why,))


def _intact(pathway: str, scope: Scope) -> Fact:
    strength = scope.structure.strength(pathway)
    return Fact(
        Says.OUTCOME,
        (pathway,),
        verdicts=(Verdict.INTACT,),
        strengths=(strength,),
        chains=(alone(pathway),),
        passages=tuple(p.id for p in scope.case.quotes(scope.case.elements[pathway])[:1]),
    )


def _outcome(pathway: PathwayImpact, impact: Impact, scope: Scope) -> Outcome:
    chains = chains_to(scope.structure, impact.failed, (line.element for line in pathway.lost))
    lost = tuple(
        LostStep(line.element, line.before, chains.get(line.element) or alone(line.element)) for line in pathway.lost
    )
    return Outcome(pathway, lost, _note(pathway, impact, scope))


def _note(pathway: PathwayImpact, impact: Impact, scope: Scope) -> str:
    """What neither the verdict nor the lines of support tell: what fails, what is not met, what is used up."""
    if pathway.verdict in (None, Verdict.INTACT):
        return ""
    if pathway.element in impact.failed:
        return "it is what fails"
    unmet = "; ".join(
        f'it needs "{scope.case.elements[line.element].name}", which is {_became(line)}' for line in pathway.unmet
    )
    return unmet or _used_up(pathway)


def _became(requirement: Line) -> str:
    return f"weakened to {requirement.after}" if requirement.is_left else "lost"


def _used_up(pathway: PathwayImpact) -> str:
    lines, gone = len(pathway.support), len(pathway.lost)
    weaker = sum(line.after != line.before for line in pathway.survives)
    if pathway.verdict is Verdict.THINNED and gone:
        return f"{gone} of {_lines(lines)} {'is' if gone == 1 else 'are'} gone"
    if weaker and not gone:
        return f"{weaker} of {_lines(lines)} {'is' if weaker == 1 else 'are'} weaker"
    return "redundancy further down is used up" if pathway.verdict is Verdict.THINNED else ""


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"


def _pathways(outcomes: tuple[Outcome, ...]) -> Iterator[Fact]:
    for outcome in outcomes:
        impact = outcome.impact
        if impact.verdict is None:
            yield Fact(Says.CIRCULAR, (impact.element,), chains=(alone(impact.element),))
            continue
        same = impact.before == impact.after
        unmet = tuple(line for line in impact.unmet if not line.is_left)
        lines = dict.fromkeys(line.element for line in (*impact.lost, *unmet))
        kept = (*impact.survives, *(line for line in impact.unmet if line.is_left))
        path = impact.path or alone(impact.element)
        yield Fact(
            Says.OUTCOME,
            (impact.element, *lines, *(line.element for line in kept)),
            verdicts=(impact.verdict,),
            strengths=((impact.before,) if same else (impact.before, impact.after)) + tuple(x.after for x in kept),
            numbers=(impact.further_paths,) if impact.further_paths else (),
            chains=(path,),
        )


def _holding(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """On the way to a pathway: what is hit and yet holds, and by which lines."""
    now = {effect.element: effect for effect in impact.elements}
    between = (element for pathway in impact.pathways if pathway.path for element in pathway.path.elements[1:-1])
    for element in dict.fromkeys(between):
        effect = now[element]
        lines = joined(scope, element, out=[RelationType.SUPPORTED_BY])
        before = {r.target: _worth(r, scope.structure.strength(r.target)) for r in lines}
        after = {r.target: _worth(r, now[r.target].after) if r.target in now else before[r.target] for r in lines}
        kept = {line: strength for line, strength in after.items() if strength not in (None, Strength.NONE)}
        gone = tuple(line for line in before if before[line] is not Strength.NONE is after[line])
        if gone and kept and effect.verdict is not None and effect.verdict is not Verdict.LOST:
            own = (effect.before,) if effect.before == effect.after else (effect.before, effect.after)
            chain = next(p.path for p in impact.pathways if p.path and element in p.path.elements)
            yield Fact(
                Says.OUTCOME,
                (element, *gone, *kept),
                verdicts=(effect.verdict,),
                strengths=(*own, *kept.values()),
                chains=(chain, *(Chain((element, r.target), (r.id,)) for r in lines if r.target in kept)),
            )


def _worth(line: Relation, premise: Strength | None) -> Strength | None:
    """What a line of support is worth: at most as strong as the source says that it is; None if circular."""
    return premise if line.strength is None or premise is None else min(line.strength, premise, key=lambda s: s.rank)


def _others(impact: Impact, scope: Scope) -> Iterator[Fact]:
    """Claims, controls and the like that are hit on the way; pathways and what failed have been told."""
    told = {element for pathway in impact.pathways if pathway.path for element in pathway.path.elements}
    told.update(pathway.element for pathway in impact.pathways)
    told.update(impact.failed)
    others = [effect for effect in impact.elements if effect.element not in told]
    chains = chains_to(scope.structure, impact.failed, (effect.element for effect in others))
    shown = [effect for effect in others if effect.verdict is not None and effect.element in chains]
    for effect in shown[:OTHERS_SHOWN]:
        verdicts = () if effect.verdict is None else (effect.verdict,)
        yield Fact(Says.AFFECTED, (effect.element,), verdicts=verdicts, chains=(chains[effect.element],))
    if more := len(shown[OTHERS_SHOWN:]):
        yield Fact(Says.MORE_AFFECTED, (), numbers=(more,), chains=(chains[shown[OTHERS_SHOWN].element],))


def _affected(impact: Impact, scope: Scope) -> tuple[AnswerElement, ...]:
    elements = scope.case.elements
    return tuple(
        AnswerElement(
            id=effect.element,
            name=elements[effect.element].name,
            kind=elements[effect.element].kind,
            verdict=effect.verdict.value if effect.verdict else None,
        )
        for effect in impact.elements
    )


def _no_scenario(intent: ImpactOf, scope: Scope) -> Facts:
    case = scope.case
    nothing = Fact(
        Says.LACKS,
        intent.failed,
        words=(f"which elements it would fail if it {intent.scenario.value}",),
        chains=tuple(map(alone, intent.failed)),
        passages=tuple(p.id for id_ in intent.failed for p in case.quotes(case.elements[id_])[:1]),
        role=Role.HEADLINE,
    )
    return Facts(Status.NOT_IN_DOCUMENTS, intent.failed, (nothing,))


def failing(intent: ImpactOf, scope: Scope) -> tuple[str, ...]:
    """The ids of the elements that fail; empty where a critic disputes nothing or a thing is shared by none."""
    match intent.scenario:
        case Scenario.FAILS:
            return intent.failed
        case Scenario.IS_RIGHT:
            found = [_disputed(critic, scope) for critic in intent.failed]
        case Scenario.IS_SHARED:
            found = [sharers_of(scope.structure, shared) for shared in intent.failed]
        case other:
            assert_never(other)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _disputed(critic: str, scope: Scope) -> tuple[str, ...]:
    if scope.case.elements[critic].kind is not ElementKind.FINDING:
        return reviewer_is_right(scope.structure, critic)
    return tuple(relation.target for relation in joined(scope, critic, out=[RelationType.DISPUTES]))


def _disputes(intent: ImpactOf, scope: Scope) -> Iterator[Fact]:
    """What the critics dispute, where they are taken to be right."""
    if intent.scenario is not Scenario.IS_RIGHT:
        return
    for critic in intent.failed:
        raised = [relation.source for relation in joined(scope, critic, into=[RelationType.RAISED_BY])]
        for finding in raised or [critic]:
            for relation in joined(scope, finding, out=[RelationType.DISPUTES]):
                yield step(relation, scope.case, finding)
