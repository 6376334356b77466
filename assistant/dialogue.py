"""What "it", "that control", "and its owner?" and "what about X instead?" refer to, from what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.bank import mask
from assistant.intents import (
    Compare,
    Context,
    Describe,
    EvidenceFor,
    FindingsOn,
    Grounds,
    Impact,
    Intent,
    ListElements,
    OpenQuestion,
    PathBetween,
    SoleSupports,
    Who,
)
from assistant.scope import Scope
from graph.case import Case
from graph.elements import AGENTS, ElementKind
from graph.provenance import Frozen

_KINDS = "|".join(kind.value for kind in ElementKind)
_PRONOUN = re.compile(
    rf"\b((?:this|that|these|those|the same|the)\s+(?:{_KINDS})s?\b(?!\s+(?:that|of|about|which|for|on|\d))|"
    r"(?:this|that|these|those)\s+ones?|it|its|they|them|their|theirs|he|she|him|his|both|all (?:two|three|of them)|this|that|these|those)\b",
    re.IGNORECASE,
)
_ORDER = ("first", "second", "third", "fourth", "fifth")
_PLACED = re.compile(
    rf"\b(?:the\s+)?({'|'.join(_ORDER)}|last|former|latter)(?:\s+ones?)?\b(?=\W*$|\s+(?:fail|is|was|were|goes|stop))",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"they", "he", "she", "him", "his"})
_INSTEAD = re.compile(
    r"^(?:and|or|but|ok|okay|so)?\W*(?:(?:what|how)\s+about|(?:and\s+)?(?:just|only)|same\s+(?:question\s+)?for|and|or)?"
    r"\W*(?:only|just|the|a|an)?\W*\{x\}(?:\W+(?:instead|then|alone|only|by itself|on its own|now))*\W*$"
)
_SO = r"(?:and |but |so |ok |okay )?"
_GROUNDS = re.compile(
    rf"\W*{_SO}(?:why(?: (?:is|does) (?:that|it)(?: so)?| not| so)?|how (?:so|come)|how (?:do|can) (?:you|we) (?:know|tell)(?: that)?"
    r"|how (?:sure|certain) are you|says who|who says (?:so|that)|really|(?:are you )?sure|prove it|on what basis"
    r"|(?:can you )?(?:show|give|read)(?: me)? (?:the|its|your) (?:exact )?(?:quotes?|sources?|passages?|evidence|words|steps)"
    r"|(?:what|which) (?:is|are) (?:the|your) (?:sources?|evidence|quotes?|steps)|(?:can you )?explain(?: (?:that|it|this))?"
    r"|where (?:does it|do they|is it) (?:say|says|said|stated|written)(?: that| so| this)?)\W*",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"\W*{_SO}(?:what|which (?:pathways?|claims?|ones?|scenarios?))(?: else)?(?: still)? "
    r"(?:survives?|holds?|(?:is|are) (?:left|lost|weakened|thinned|intact|affected|hit|touched)|breaks?)\W*$",
    re.IGNORECASE,
)
_KIND_BEHIND = re.compile(rf"\s*\((?:{_KINDS})\)\W*$", re.IGNORECASE)
_TOO = re.compile(r"\b(too|also|as well|on top|in addition|at the same time|additionally|both|together)\b")


class Turn(Frozen):
    """One question with its answer, as a history file holds them."""

    question: str
    answer: Answer


@dataclass(frozen=True)
class Reference:
    """Characters of a question that point back, and the kind that they name.

    `place`: the position in a list, -1 the last. `least`: how many are meant at least.
    """

    start: int
    end: int
    kind: ElementKind | None
    several: bool
    people: bool = False
    least: int = 1
    place: int | None = None


def references(question: str) -> tuple[Reference, ...]:
    """The words of a question that point back to what was said before."""
    found = []
    for match in _PRONOUN.finditer(question):
        word = match.group().casefold()
        kind = next((kind for kind in ElementKind if kind.value in word.split()[-1]), None)
        if kind is None and word in {"that", "this"} and not _stands_alone(question, match.end()):
            continue
        several = word.split()[0] in {"they", "them", "their", "theirs", "these", "those", "both", "all"}
        found.append(
            Reference(
                match.start(),
                match.end(),
                kind,
                several,
                people=word in _PEOPLE,
                least=2 if word.split()[0] in {"both", "all"} else 1,
            )
        )
    for match in _PLACED.finditer(question):
        word = {"former": "first", "latter": "second"}.get(match[1].casefold(), match[1].casefold())
        place = _ORDER.index(word) if word in _ORDER else -1
        found.append(Reference(match.start(), match.end(), None, several=False, place=place))
    return tuple(found)


def _stands_alone(question: str, end: int) -> bool:
    """Is "that" the whole of what is pointed at, and no conjunction or article?"""
    return re.match(r"\s*([?.!,;]|$|\b(fail|fails|failed|breaks?|is|was|goes|stops)\b)", question[end:]) is not None


def meant(reference: Reference, context: Context, case: Case) -> tuple[str, ...]:
    """The elements that a reference points at: what was asked about last, or the best of the last answer."""
    asked = subjects_of(context.intent) if context.intent else ()
    known = [id_ for id_ in dict.fromkeys((*asked, *context.elements)) if id_ in case.standing]
    people = tuple(id_ for id_ in known if case.elements[id_].kind in AGENTS)
    if reference.place is not None:
        listed = asked if len(asked) > 1 else context.elements
        return listed[reference.place :][:1]
    if reference.kind is not None:
        known = [id_ for id_ in known if case.elements[id_].kind is reference.kind]
    elif reference.several and len(asked) > 1:
        return asked
    elif reference.people and people:
        return people[:1]
    elif reference.several and not reference.people:
        two = tuple(dict.fromkeys((*context.earlier[:1], *asked)))
        return two if len(two) >= reference.least else ()
    return tuple(known[:1])


def after(context: Context, intent: Intent, *, question: str, found: tuple[str, ...]) -> Context:
    """What was said before, once a question was asked; one that names and finds nothing leaves it as it was."""
    if not subjects_of(intent) and not found:
        return context
    before = subjects_of(context.intent) if context.intent else ()
    new = subjects_of(intent)
    earlier = tuple(dict.fromkeys(id_ for id_ in (*before, *context.earlier) if id_ not in new))
    return Context(intent, found, earlier, question)


def completed(question: str, pending: str, scope: Scope) -> str:
    """The question; where it only says which of several elements a pending one means, that one, asked of it."""
    unclear = next((mention for mention in scope.mentions(pending) if len(mention.candidates) > 1), None)
    if unclear is None:
        return question
    reply = _KIND_BEHIND.sub("", question)
    named = scope.mentions(reply)
    if len(named) != 1 or not is_elliptic(mask(reply, ((named[0].start, named[0].end),))):
        return question
    if len(named[0].candidates) != 1 or named[0].candidates[0] not in unclear.candidates:
        return question
    return f"{pending[: unclear.start]}{named[0].text}{pending[unclear.end :]}"


def asks_for_grounds(question: str) -> bool:
    """Does it ask what the last answer rests on: "why?", "how do you know?", "show me the quote"?"""
    return _GROUNDS.fullmatch(question) is not None


def goes_on(question: str) -> bool:
    """Does it ask for more of the same scenario: "what survives?", "which pathways are lost?"?"""
    return _MORE.match(question) is not None


def subjects_of(intent: Intent) -> tuple[str, ...]:
    """The elements that an intent asks about."""
    match intent:
        case Impact():
            return intent.failed
        case PathBetween():
            return (intent.start, intent.end)
        case Compare():
            return (intent.first, intent.second)
        case Grounds():
            return subjects_of(intent.of)
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
    if isinstance(intent, Grounds):
        intent = intent.of
    if isinstance(intent, Impact):
        return replace(intent, failed=new, about=())
    if isinstance(intent, ListElements) and intent.joined:
        return replace(intent, joined=new[0])
    if isinstance(intent, SoleSupports | Who | EvidenceFor | FindingsOn | Describe | OpenQuestion):
        return replace(intent, subjects=new)
    return None
