"""What backs an element: what it rests on, what shows it, how it was tested."""

from __future__ import annotations

import re

from assistant.answer import Status
from assistant.facts.fact import Fact, Facts, Says
from assistant.facts.open_questions import said_at
from assistant.facts.steps import answer_elements, headed, joined, lacks, said, step
from assistant.intents import EvidenceFor
from assistant.retrieval import Entry, senses
from assistant.scope import Scope
from assistant.wording import operator_words
from graph.analysis import operator_of
from graph.elements import AGENTS, HELD_UP, ElementKind, Relation, RelationType

R = RelationType
MEASUREMENTS = 4
MEASURING = senses("measured found evaluated tested showed results rate experiment caught detected unable able")
UNSTATED = "no document says how they combine, so they are taken as lines that add up"


def evidence_facts(intent: EvidenceFor, scope: Scope) -> Facts:
    """Per subject its premises and evaluations; where nothing is recorded, that no document says so."""
    told: list[Fact] = []
    found: dict[str, None] = {}
    for subject in intent.subjects:
        relations = _backing(subject, scope, evaluations=intent.evaluations)
        told += _told(subject, relations, scope)
        found.update({r.target: None for r in relations})
        deeper = [] if intent.evaluations else _measured(found, scope)
        told += [step(r, scope.case, r.source) for r in deeper]
        found.update({r.target: None for r in deeper})
    told += [fact for element in found for fact in said(scope.case, element, 1)]
    shown = any(scope.case.elements[id_].kind is ElementKind.EVIDENCE for id_ in found)
    for subject in intent.subjects:
        sentences = _measurements(subject, scope)[: MEASUREMENTS // 2 if shown else MEASUREMENTS]
        told += [said_at(entry, subject, scope) for entry in sentences]
    return Facts(
        Status.ANSWERED if found else Status.NOT_IN_DOCUMENTS,
        intent.subjects,
        headed(told),
        elements=answer_elements(scope.elements(found)),
    )


def _backing(subject: str, scope: Scope, *, evaluations: bool) -> tuple[Relation, ...]:
    tests = joined(scope, subject, out=[R.EVALUATED_BY])
    kind = scope.case.elements[subject].kind
    if evaluations or kind not in HELD_UP | {ElementKind.EVIDENCE}:
        lines = tuple(r for r in joined(scope, subject, out=[R.DEPENDS_ON]) if _is_evidence(r.target, scope))
        return tests + lines
    return joined(scope, subject, out=[R.SUPPORTED_BY, R.DEPENDS_ON]) + tests


def _told(subject: str, relations: tuple[Relation, ...], scope: Scope) -> list[Fact]:
    case = scope.case
    if not relations:
        if case.elements[subject].kind is ElementKind.EVIDENCE:
            return list(said(case, subject)) or [lacks(case, subject, "what backs it")]
        return [lacks(case, subject, "what evidence backs it: it was never evaluated, as far as they go")]
    lines = [r for r in relations if r.type is R.SUPPORTED_BY]
    steps = [step(r, case, subject) for r in relations]
    return [premises(subject, lines, scope), *steps] if len(lines) > 1 else steps


def premises(subject: str, lines: list[Relation], scope: Scope) -> Fact:
    """The fact that an element rests on these, with its operator."""
    case = scope.case
    element = case.elements[subject]
    chains = tuple(step(r, case, subject).chains[0] for r in lines)
    passages = tuple(p.id for p in (*case.quotes(element)[:2], *(q for r in lines for q in case.quotes(r)[:1])))
    return Fact(
        Says.PREMISES,
        (subject, *(r.target for r in lines)),
        words=(operator_words(operator_of(element), element.k) if element.operator else UNSTATED,),
        chains=chains,
        passages=passages,
    )


def _measured(elements: dict[str, None], scope: Scope) -> list[Relation]:
    """The evidence under the things found, one step further down."""
    return [
        r
        for element in elements
        for r in joined(scope, element, out=[R.SUPPORTED_BY, R.EVALUATED_BY])
        if _is_evidence(r.target, scope)
    ]


def _is_evidence(element: str, scope: Scope) -> bool:
    return scope.case.elements[element].kind is ElementKind.EVIDENCE or scope.case.elements[element].kind in AGENTS


def _measurements(subject: str, scope: Scope) -> tuple[Entry, ...]:
    """The sentences after the one that states an element, up to the next assertion, that tell of a measurement."""
    if scope.case.elements[subject].kind not in HELD_UP:
        return ()
    entries = scope.passages.told_of(subject)
    measured = [entry for entry in entries if entry.words & MEASURING and re.search(r"\d", entry.text)]
    measured += [entry for entry in entries if entry.words & MEASURING and entry not in measured]
    return tuple(measured)
