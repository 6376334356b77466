"""Questions of fact that only a sentence answers: the best exact quotes, or that no document says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer import Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headline
from assistant.intents import OpenQuestion
from assistant.linking import mentions
from assistant.planners.bank import ordinary_words
from assistant.retrieval import Entry, Hit, PassageIndex, senses
from assistant.scope import Scope
from graph.elements import AGENTS, ElementKind

COVERED, OWN = 0.62, 0.34
DESCRIBING, NEARLY_ALL = 3, 0.8
ASSERTIONS = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.EVIDENCE, ElementKind.FINDING})
SHOWN = 4
KEPT = 0.6
_WHAT_THEN = re.compile(
    r"\b(happens?|done|next|then|after|once|steps?|procedure|process|respond|response)\b", re.IGNORECASE
)
_FIGURES = re.compile(
    r"\bhow (much|many|long|often|fast|large|big)\b|\b(share|rate|percentage|when|date)\b", re.IGNORECASE
)
_WHO = re.compile(r"^\W*(and\s+)?(who|whom|whose|which (team|people|person|group)s?)\b", re.IGNORECASE)
_PEOPLE = senses("team researcher engineer staff member person people officer group employee lead reviewer analyst")
VAGUE = senses("much many long often large fast happen say report document describe name kind mean attend sit")


def open_facts(intent: OpenQuestion, scope: Scope) -> Facts:
    """The sentences that cover the telling words of a question; NOT_IN_DOCUMENTS where none does well enough."""
    index = scope.passages
    words = telling(intent.words)
    hits = _ranked(index.search(words), words, question=intent.words, index=index)
    if not hits or not _covers(hits[0], words, named=senses(intent.named), index=index):
        return Facts(Status.NOT_IN_DOCUMENTS, intent.subjects)
    worth = _worth(hits[0], words, index)
    best = [hit for hit in hits if _worth(hit, words, index) >= KEPT * worth][:SHOWN]
    entries = [*(hit.entry for hit in best), *_following(hits[0], intent.words, scope)]
    return quoted(entries, intent.subjects, scope)


def asserted(text: str, scope: Scope) -> str | None:
    """The claim, evidence or finding that a sentence with nearly all words of a description states; None if none."""
    words = telling(text)
    if len(words) < DESCRIBING:
        return None
    for hit in scope.passages.search(words, 3):
        own = scope.passages.weight(words & hit.entry.words)
        stated = scope.elements(scope.passages.elements_at(hit.entry))
        found = next((element.id for element in stated if element.kind in ASSERTIONS), None)
        if found and own >= NEARLY_ALL * scope.passages.weight(words):
            return found
    return None


def quoted(entries: Iterable[Entry], subjects: tuple[str, ...], scope: Scope) -> Facts:
    """Sentences as an answer, each told of the elements that it states or follows."""
    told: dict[tuple[str, int, int], Fact] = {}
    elements: dict[str, None] = {}
    for entry in entries:
        stated = scope.passages.elements_at(entry)
        if stated:
            told.setdefault((entry.passage.id, entry.start, entry.end), said_at(entry, stated[0]))
            elements.update(dict.fromkeys(stated))
            elements.update(dict.fromkeys(people_in(entry, scope)))
    if not told:
        return Facts(Status.NOT_IN_DOCUMENTS, subjects)
    first, *rest = told.values()
    return Facts(
        Status.ANSWERED, subjects, (headline(first), *rest), elements=answer_elements(scope.elements(elements))
    )


def telling(question: str) -> frozenset[str]:
    """The senses of a question's words, without those that only ask."""
    return senses(question) - VAGUE


def people_in(entry: Entry, scope: Scope) -> tuple[str, ...]:
    """The people, teams and organizations that a sentence names."""
    named = mentions(scope.names, entry.text, ordinary_words())
    found = (m.candidates[0] for m in named if len(m.candidates) == 1)
    return tuple(id_ for id_ in found if scope.case.elements[id_].kind in AGENTS)


def _worth(hit: Hit, words: frozenset[str], index: PassageIndex) -> float:
    return hit.score * (index.weight(hit.covered) / index.weight(words)) ** 2


def _ranked(hits: tuple[Hit, ...], words: frozenset[str], *, question: str, index: PassageIndex) -> tuple[Hit, ...]:
    """Hits by fit and cover; one with figures goes before where the question asks how much."""
    of_figures = _FIGURES.search(question) is not None

    def order(hit: Hit) -> float:
        fitting = 1.3 if of_figures and re.search(r"\d", hit.entry.text) else 1.0
        return -fitting * _worth(hit, words, index)

    return tuple(sorted(hits, key=order))


def _covers(hit: Hit, words: frozenset[str], *, named: frozenset[str], index: PassageIndex) -> bool:
    asked = words - named
    whole, rest = index.weight(words), index.weight(asked)
    enough = index.weight(hit.covered) >= COVERED * whole and index.weight(words & hit.entry.words) >= OWN * whole
    return enough and index.weight(hit.covered & asked) >= COVERED * rest


def _following(hit: Hit, question: str, scope: Scope) -> list[Entry]:
    """What comes next under the same heading, for questions of what happens then; of people, for who."""
    if _WHO.search(question):
        return [entry for entry in scope.passages.after(hit.place, 2) if entry.words & _PEOPLE]
    return list(scope.passages.after(hit.place, 2)) if _WHAT_THEN.search(question) else []


def said_at(entry: Entry, element: str) -> Fact:
    """A sentence that is told of an element."""
    return Fact(
        Says.SAID,
        (element,),
        chains=(alone(element),),
        passages=(entry.passage.id,),
        span=(entry.start, entry.end),
    )
