"""Questions of fact that only a passage answers: the best exact quotes, or that no document says it."""

from __future__ import annotations

from assistant.answer import Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headline
from assistant.intents import OpenQuestion
from assistant.retrieval import Hit, PassageIndex
from assistant.scope import Scope
from assistant.stemming import stems

COVERED = 0.6
SHOWN = 5
KEPT = 0.55


def open_facts(intent: OpenQuestion, scope: Scope) -> Facts:
    """The passages that cover the telling words of a question; NOT_IN_DOCUMENTS where none does well enough."""
    index = scope.passages
    words = frozenset(stems(intent.words))
    hits = index.search(words)
    if not hits or not _covers(hits, words, index):
        return Facts(Status.NOT_IN_DOCUMENTS, intent.subjects)
    best = [hit for hit in hits if hit.score >= KEPT * hits[0].score][:SHOWN]
    told = [_said(hit, index) for hit in best]
    elements = dict.fromkeys(element for hit in best for element in index.elements_of(hit.passage.id))
    first, *rest = told
    return Facts(
        Status.ANSWERED,
        intent.subjects,
        (headline(first), *rest),
        elements=answer_elements(scope.elements(elements)),
    )


def _covers(hits: tuple[Hit, ...], words: frozenset[str], index: PassageIndex) -> bool:
    return index.weight(hits[0].covered) >= COVERED * index.weight(words)


def _said(hit: Hit, index: PassageIndex) -> Fact:
    element = index.elements_of(hit.passage.id)[0]
    return Fact(Says.SAID, (element,), chains=(alone(element),), passages=(hit.passage.id,))
