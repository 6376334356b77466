"""From an intent to facts: one arm an intent; the type checker points here when there is a new one."""

from __future__ import annotations

from typing import assert_never

from assistant.answer import Status
from assistant.event_questions import event_question
from assistant.facts.against import with_what_denies
from assistant.facts.apart import apart_facts
from assistant.facts.between import compare_facts, path_facts
from assistant.facts.critiques import finding_facts
from assistant.facts.describe import describe_facts
from assistant.facts.events import event_facts
from assistant.facts.evidence import evidence_facts
from assistant.facts.fact import Facts, Says
from assistant.facts.grounds import grounds_facts
from assistant.facts.impact import impact_facts
from assistant.facts.listing import list_facts
from assistant.facts.open_questions import open_facts
from assistant.facts.pairs import pair_facts
from assistant.facts.people import who_facts
from assistant.facts.ranking import ranking_facts
from assistant.facts.said import outright_facts, said_by_facts, sentence_facts
from assistant.facts.standing import ring_facts, standing_facts
from assistant.facts.supports import sole_support_facts
from assistant.intents import (
    AboutElements,
    AmbiguousMention,
    Apart,
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Grounds,
    Impact,
    Intent,
    ListElements,
    NotUnderstood,
    OpenQuestion,
    PathBetween,
    Ranking,
    Rings,
    SoleSupports,
    Standing,
    UnknownName,
    Who,
    WhoSaid,
)
from assistant.scope import Scope
from graph.provenance import DocumentKind

COMPUTED = SoleSupports | Apart | Ranking | ListElements | Standing | Rings | WhoSaid


def find(intent: Intent, scope: Scope, question: str | None = None) -> Facts:
    """What may be said in answer to an intent: by its relations, else by sentences that answer the `question`."""
    match intent:
        case UnknownName():
            facts = Facts(Status.UNKNOWN_ELEMENT, suggestions=intent.near)
        case AmbiguousMention():
            facts = Facts(Status.AMBIGUOUS, intent.ids, suggestions=intent.candidates)
        case NotUnderstood():
            facts = Facts(Status.NOT_UNDERSTOOD, suggestions=intent.readings)
        case OpenQuestion():
            facts = _open(intent, scope)
        case Grounds():
            facts = grounds_facts(find(intent.of, scope, intent.question), scope)
        case _:
            facts = _found_or_said(intent, scope, question)
    return facts


def _found_or_said(intent: AboutElements, scope: Scope, question: str | None) -> Facts:
    facts = with_what_denies(intent, _found(intent, scope), scope)
    if facts.status is not Status.NOT_IN_DOCUMENTS or any(fact.says is Says.NO_PATHWAY for fact in facts.facts):
        return facts
    said = sentence_facts(intent, scope)
    if said is None and question and not isinstance(intent, COMPUTED):
        said = outright_facts(question, intent, scope)
    return said or facts


def _open(intent: OpenQuestion, scope: Scope) -> Facts:
    """What is told of an incident, where that is asked; else what the sentences say."""
    asked = event_question(intent.words, scope)
    facts = event_facts(asked, intent.subjects, scope) if asked else None
    if asked is None or facts is None:
        return open_facts(intent, scope)
    talk = all(scope.case.documents[id_].kind is DocumentKind.INTERVIEW for id_ in asked.documents)
    answered = facts.status is Status.ANSWERED or asked.teller
    return facts if answered or not (asked.named or talk) else open_facts(intent, scope)


def _found(intent: AboutElements, scope: Scope) -> Facts:
    match intent:
        case Impact():
            facts = impact_facts(intent, scope)
        case SoleSupports():
            facts = pair_facts(intent, scope) if intent.together else sole_support_facts(intent, scope)
        case Ranking():
            facts = ranking_facts(intent, scope)
        case Who():
            facts = who_facts(intent, scope)
        case EvidenceFor():
            facts = evidence_facts(intent, scope)
        case FindingsOn():
            facts = finding_facts(intent, scope)
        case PathBetween():
            facts = path_facts(intent, scope)
        case ListElements() | Apart() | Standing() | Rings():
            facts = _listed(intent, scope)
        case WhoSaid():
            facts = said_by_facts(intent, scope)
        case Describe():
            facts = describe_facts(intent, scope)
        case Compare():
            facts = compare_facts(intent, scope)
        case other:
            assert_never(other)
    return facts


def _listed(intent: ListElements | Apart | Standing | Rings, scope: Scope) -> Facts:
    match intent:
        case ListElements():
            return list_facts(intent, scope)
        case Apart():
            return apart_facts(intent, scope)
        case Standing():
            return standing_facts(intent, scope)
        case Rings():
            return ring_facts(intent, scope)
        case other:
            assert_never(other)
