"""The course of an incident: who noticed, who was told, how fast, when, and what happened by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from assistant.answer import Status
from assistant.course import Happening, Stage, course
from assistant.event_questions import Asks, EventQuestion
from assistant.facts.fact import Fact, Facts
from assistant.facts.latency import latency_facts
from assistant.facts.open_questions import people_in
from assistant.facts.quotes import messages_in, quote_facts
from assistant.facts.steps import answer_elements, headed, step
from assistant.retrieval import senses
from assistant.scope import Scope
from graph.elements import Relation

REPORTS = frozenset({Stage.NOTICED, Stage.TOLD})


def event_facts(asked: EventQuestion, subjects: tuple[str, ...], scope: Scope) -> Facts:
    """What the documents tell of what is asked; NOT_IN_DOCUMENTS where they tell nothing of it."""
    told = tuple(each for each in course(scope) if each.entry.passage.document in asked.documents)
    facts = dict.fromkeys(
        fact for asks in asked.asks for fact in _facts(asks, asked, told=told, meant=_Meant(asked, subjects, scope))
    )
    if not facts:
        return Facts(Status.NOT_IN_DOCUMENTS, subjects)
    cited = {passage for fact in facts for passage in fact.passages}
    entries = [each.entry for each in told if each.entry.passage.id in cited]
    ends = [end for fact in facts for chain in fact.chains for end in chain.elements]
    elements = dict.fromkeys((*(who for entry in entries for who in people_in(entry, scope)), *ends))
    return Facts(Status.ANSWERED, subjects, headed(facts), elements=answer_elements(scope.elements(elements)))


@dataclass(frozen=True)
class _Meant:
    """Whether a sentence is of what a question names."""

    asked: EventQuestion
    subjects: tuple[str, ...]
    scope: Scope

    def __call__(self, each: Happening) -> bool:
        entry = each.entry
        if not self.asked.words <= entry.words | entry.near | entry.heading:
            return False
        return not self.subjects or not set(self.subjects).isdisjoint(self.scope.named_in(entry.text))


def _facts(asks: Asks, asked: EventQuestion, *, told: tuple[Happening, ...], meant: _Meant) -> Iterable[Fact]:
    scope = meant.scope
    those = tuple(filter(meant, told))
    match asks:
        case Asks.WHO_NOTICED:
            facts: Iterable[Fact] = quote_facts((each.entry for each in _noticing(those)), scope)
        case Asks.WHO_WAS_TOLD:
            facts = _telling(asked, those, meant)
        case Asks.HOW_FAST:
            facts = latency_facts(asked, told, meant=meant, parties=frozenset(meant.subjects), scope=scope)
        case Asks.WHEN:
            facts = quote_facts((each.entry for each in _timed(asked, those)), scope)
        case Asks.BY_ITSELF:
            facts = quote_facts((each.entry for each in those if Stage.AUTOMATIC in each.stages), scope)
        case other:
            assert_never(other)
    return facts


def _noticing(told: tuple[Happening, ...]) -> Iterator[Happening]:
    """The first report of each timeline, then by whom others were told, then everybody else who noticed something.

    Without a timeline, everybody in the order of the text.
    """
    firsts: dict[str, Happening] = {}
    for each in told:
        if each.moment and each.stages & REPORTS:
            firsts.setdefault(each.entry.passage.document, each)
    noticed = [each for each in told if Stage.NOTICED in each.stages]
    by_whom = [each for each in noticed if each.moment is None and Stage.TOLD in each.stages]
    timed = [each for each in noticed if each.moment]
    found = (*firsts.values(), *by_whom, *timed, *noticed) if firsts else tuple(noticed)
    yield from found or (each for each in told if Stage.TOLD in each.stages)


def _telling(asked: EventQuestion, told: tuple[Happening, ...], meant: _Meant) -> Iterator[Fact]:
    """The messages that are recorded, then what else is told of who was told; only by the channel, of the teller and
    to those that are asked for.
    """
    scope = meant.scope
    recorded = tuple(_messages(asked, scope))
    if asked.of_tellers and meant.subjects:
        recorded = tuple(each for each in recorded if each.target in meant.subjects)
    own = tuple(each for each in recorded if asked.teller <= senses(scope.case.elements[each.source].name))
    messages = [step(each, scope.case, each.source) for each in own]
    yield from messages
    cited = {passage for fact in messages for passage in fact.passages}
    others = (each.entry for each in told if Stage.TOLD in each.stages and each.entry.passage.id not in cited)
    yield from quote_facts((e for e in others if asked.told_in(e.text) and _fits(e.text, asked)), scope)


def _messages(asked: EventQuestion, scope: Scope) -> Iterator[Relation]:
    """The recorded messages, those by the channel that is asked for."""
    for relation in messages_in(asked.documents, scope):
        if not asked.channel or any(_fits(passage.text, asked) for passage in scope.case.quotes(relation)):
            yield relation


def _fits(text: str, asked: EventQuestion) -> bool:
    return asked.channel is None or re.search(asked.channel, text, re.IGNORECASE) is not None


def _timed(asked: EventQuestion, told: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """The timed sentences of the stages that are asked for; those with the very verb, where there are any."""
    wanted = asked.stages | (REPORTS if Stage.NOTICED in asked.stages else frozenset())
    found = tuple(each for each in told if each.moment and each.stages & wanted)
    return found[:1] if Stage.NOTICED in asked.stages else asked.nearest(found)
