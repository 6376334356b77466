"""What "it", "that control", "and its owner?" and "what about X instead?" refer to, from what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.intents import (
    Context,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    OpenQuestion,
    PathBetween,
    SoleSupports,
    Who,
)
from graph.case import Case
from graph.elements import ElementKind
from graph.provenance import Frozen

_KINDS = "|".join(kind.value for kind in ElementKind)
_PRONOUN = re.compile(
    rf"\b((?:this|that|these|those|the same|the)\s+(?:{_KINDS})s?\b(?!\s+(?:that|of|about|which|for|on|\d))|"
    r"(?:this|that|these|those)\s+ones?|it|its|they|them|their|theirs|this|that|these|those)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"^(?:and|or|but|ok|okay|so)?\W*(?:(?:what|how)\s+about|(?:and\s+)?(?:just|only)|same\s+(?:question\s+)?for|and|or)?"
    r"\W*(?:only|just|the|a|an)?\W*\{x\}(?:\W+(?:instead|then|alone|only|by itself|on its own|now))*\W*$"
)
_TOO = re.compile(r"\b(too|also|as well|on top|in addition|at the same time|additionally|both|together)\b")


class Turn(Frozen):
    """One question with its answer, as a history file holds them."""

    question: str
    answer: Answer


@dataclass(frozen=True)
class Reference:
    """Characters of a question that point back, and the kind that they name."""

    start: int
    end: int
    kind: ElementKind | None
    several: bool


def references(question: str) -> tuple[Reference, ...]:
    """The words of a question that point back to what was said before."""
    found = []
    for match in _PRONOUN.finditer(question):
        word = match.group().casefold()
        kind = next((kind for kind in ElementKind if kind.value in word.split()[-1]), None)
        if kind is None and word in {"that", "this"} and not _stands_alone(question, match.end()):
            continue
        several = word.split()[0] in {"they", "them", "their", "theirs", "these", "those"}
        found.append(Reference(match.start(), match.end(), kind, several))
    return tuple(found)


def _stands_alone(question: str, end: int) -> bool:
    """Is "that" the whole of what is pointed at, and no conjunction or article?"""
    return re.match(r"\s*([?.!,;]|$|\b(fail|fails|failed|breaks?|is|was|goes|stops)\b)", question[end:]) is not None


def meant(reference: Reference, context: Context, case: Case) -> tuple[str, ...]:
    """The elements that a reference points at: what was asked about last, or the best of the last answer."""
    asked = subjects_of(context.intent) if context.intent else ()
    known = [id_ for id_ in (*asked, *context.elements) if id_ in case.standing]
    if reference.kind is not None:
        known = [id_ for id_ in known if case.elements[id_].kind is reference.kind]
    if reference.several and reference.kind is None and len(asked) > 1:
        return asked
    return tuple(known[:1])


def subjects_of(intent: Intent) -> tuple[str, ...]:
    """The elements that an intent asks about."""
    match intent:
        case Impact():
            return intent.failed
        case PathBetween():
            return (intent.start, intent.end)
        case _:
            found = getattr(intent, "subjects", None) or getattr(intent, "by", None)
            return found if isinstance(found, tuple) else ()


def is_elliptic(masked: str) -> bool:
    """Is a masked question only a name, as in "and X?", "what about X instead?", "just X?"."""
    return _INSTEAD.match(masked) is not None


def adds(masked: str) -> bool:
    """Does a masked question add to what was asked: "and if X fails too?"."""
    return _TOO.search(masked) is not None


def carried_over(context: Context, new: tuple[str, ...]) -> Intent | None:
    """The last intent asked of other elements; None where there is none, or it does not ask about elements."""
    intent = context.intent
    if isinstance(intent, Impact):
        return replace(intent, failed=new, about=())
    if isinstance(intent, SoleSupports | Who | EvidenceFor | FindingsOn | Describe | OpenQuestion):
        return replace(intent, subjects=new)
    return None
