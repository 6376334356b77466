"""From an intent to facts: one arm an intent; the type checker points here when there is a new one."""

from __future__ import annotations

from typing import assert_never

from assistant.answer import Status
from assistant.facts.between import compare_facts, path_facts
from assistant.facts.critiques import finding_facts
from assistant.facts.describe import describe_facts
from assistant.facts.evidence import evidence_facts
from assistant.facts.fact import Facts
from assistant.facts.impact import impact_facts
from assistant.facts.listing import list_facts
from assistant.facts.open_questions import open_facts
from assistant.facts.people import who_facts
from assistant.facts.ranking import ranking_facts
from assistant.facts.supports import sole_support_facts
from assistant.intents import (
    AmbiguousMention,
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    ListElements,
    NotUnderstood,
    OpenQuestion,
    PathBetween,
    Ranking,
    SoleSupports,
    UnknownName,
    Who,
)
from assistant.scope import Scope


def find(intent: Intent, scope: Scope) -> Facts:  # noqa: PLR0911  one arm an intent, so that none is forgotten
    """What may be said in answer to an intent."""
    match intent:
        case Impact():
            return impact_facts(intent, scope)
        case Who():
            return who_facts(intent, scope)
        case EvidenceFor():
            return evidence_facts(intent, scope)
        case ListElements():
            return list_facts(intent, scope)
        case Describe():
            return describe_facts(intent, scope)
        case SoleSupports():
            return sole_support_facts(intent, scope)
        case Ranking():
            return ranking_facts(intent, scope)
        case FindingsOn():
            return finding_facts(intent, scope)
        case PathBetween():
            return path_facts(intent, scope)
        case Compare():
            return compare_facts(intent, scope)
        case OpenQuestion():
            return open_facts(intent, scope)
        case UnknownName():
            return Facts(Status.UNKNOWN_ELEMENT, suggestions=intent.near)
        case AmbiguousMention():
            return Facts(Status.AMBIGUOUS, suggestions=intent.candidates)
        case NotUnderstood():
            return Facts(Status.NOT_UNDERSTOOD, suggestions=intent.readings)
        case other:
            assert_never(other)
