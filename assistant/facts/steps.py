"""Facts that are one relation of the case, and the element sets that questions of who, what backs and what says give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.answer import AnswerElement, Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.scope import Scope
from assistant.wording import duration, verb
from graph.analysis import Chain
from graph.case import Case
from graph.elements import Basis, Element, Relation, RelationType

SHORT = 30


def step(relation: Relation, case: Case, start: str) -> Fact:
    """The fact that a relation holds, told from the element that was asked about."""
    other = relation.target if relation.source == start else relation.source
    return Fact(
        Says.STEP,
        (relation.source, relation.target),
        words=(verb(relation.type, case.elements[relation.target].kind), *_how(relation)),
        chains=(Chain((start, other), (relation.id,)),),
        passages=tuple(passage.id for passage in case.quotes(relation)),
    )


def _how(relation: Relation) -> tuple[str, ...]:
    """Channels and times of a message: every one that some place states, else the time between two that are timed."""
    channels = dict.fromkeys(s.channel for s in relation.stated if s.channel) or (relation.channel,)
    times = _times(relation, Basis.STATED, Basis.ENTERED)
    between = () if times else _times(relation, Basis.INFERRED)
    by = tuple(f"by {channel}" for channel in channels if channel)
    within = tuple(f"within {duration(seconds)}" for seconds in times or (() if between else _own(relation)))
    return by + within + tuple(f"{duration(seconds)} after learning of it" for seconds in between)


def _times(relation: Relation, *bases: Basis) -> tuple[float, ...]:
    found = (s.latency_s for s in relation.stated if s.basis in bases and s.latency_s is not None)
    return tuple(dict.fromkeys(found))


def _own(relation: Relation) -> tuple[float, ...]:
    return () if relation.latency_s is None else (relation.latency_s,)


def joined(
    scope: Scope, element: str, *, out: Iterable[RelationType] = (), into: Iterable[RelationType] = ()
) -> tuple[Relation, ...]:
    """The relations of these types that count under the switches and start (`out`) or end (`into`) at an element."""
    case, outs, ins = scope.case, frozenset(out), frozenset(into)
    found = [r for r in case.outgoing.get(element, ()) if r.type in outs]
    found += [r for r in case.incoming.get(element, ()) if r.type in ins]
    return tuple(r for r in found if case.counted(r, scope.switches))


def steps_or_lack(
    scope: Scope, subjects: tuple[str, ...], *, find: Callable[[str], tuple[Relation, ...]], lack: str
) -> Facts:
    """What `find` gives for each subject as facts; for one without any, that no document says it."""
    case = scope.case
    told: list[Fact] = []
    others: dict[str, None] = {}
    for subject in subjects:
        relations = find(subject)
        told += [step(relation, case, subject) for relation in relations]
        others.update({(r.target if r.source == subject else r.source): None for r in relations})
        if not relations:
            told.append(lacks(case, subject, lack))
    return Facts(
        status=Status.ANSWERED if others else Status.NOT_IN_DOCUMENTS,
        subjects=subjects,
        facts=headed(told),
        elements=answer_elements(scope.elements(others)),
    )


def lacks(case: Case, element: str, words: str) -> Fact:
    """The fact that no document says something of an element, with the places that name it."""
    return Fact(
        Says.LACKS,
        (element,),
        words=(words,),
        chains=(alone(element),),
        passages=tuple(passage.id for passage in case.quotes(case.elements[element])[:2]),
    )


def said(case: Case, element: str, limit: int = 2) -> tuple[Fact, ...]:
    """What the first places that state an element say of it; where they hold but its number, what relates it to others."""
    own = sorted(case.quotes(case.elements[element]), key=lambda p: len(p.text) < SHORT)
    if own and len(own[0].text) < SHORT:
        own += [p for r in case.outgoing.get(element, ()) for p in case.quotes(r) if len(p.text) >= SHORT]
        own.sort(key=lambda p: len(p.text) < SHORT)
    return tuple(
        Fact(Says.SAID, (element,), chains=(alone(element),), passages=(passage.id,)) for passage in own[:limit]
    )


def headline(fact: Fact) -> Fact:
    """The fact as the one sentence that comes first."""
    return replace(fact, role=Role.HEADLINE)


def headed(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of which the first is the one sentence that comes first."""
    told = tuple(facts)
    return (*map(headline, told[:1]), *told[1:])


def answer_elements(elements: Iterable[Element]) -> tuple[AnswerElement, ...]:
    """Elements as an answer lists them."""
    return tuple(AnswerElement(id=element.id, name=element.name, kind=element.kind) for element in elements)
