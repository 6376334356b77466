"""Sentences that say outright what is asked, in a document that is about what the question is about.

What a document is about stands in its title and its opening, and its sentences seldom repeat it: "Who noticed the
leak?" is answered in a report of the leak by "At 9:05 the night porter sees water". So where a question asks what
happened, those of its words that name no element count as said. All others have to stand in the sentence itself, in
the one that its pronoun points back to, or in the heading over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from assistant.relevance import answering, asks_time, fits_sort, is_thin, may_answer, only_asks, telling
from assistant.retrieval import Entry, senses
from assistant.scope import Scope

ENOUGH, ASKED = 0.85, 0.75
OPENING = 10
OF_EVENTS = senses("notice tell automatic resolve")
SHOWN, REACH = 4, 3
_BACK = re.compile(
    r"\W*(it|its|they|their|he|she|his|her|that|this|these|those|there|so|then|each|both|we call)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"\W*(what|who|how|why|when|where|which)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(which|what|list|name)\b(\W+\w+){0,2}?\W+\w+s\b", re.IGNORECASE)


def sentences_for(question: str, named: str, scope: Scope) -> tuple[Entry, ...]:
    """The sentences that answer a question, the best first; none where no document says it.

    `named`: those words of the question that name elements; to find these alone is no answer.
    """
    under = _under_its_heading(question, scope)
    if under or asks_time(question):
        timed = (entry for entry in answering(question, named, scope) if fits_sort(question, entry, scope))
        return under or outright(question, named, scope) or tuple(timed)
    return answering(question, named, scope) or outright(question, named, scope)


def _under_its_heading(question: str, scope: Scope) -> tuple[Entry, ...]:
    """The first sentences under a heading that is a question of two words or more, all of them in the question asked."""
    words = telling(question)
    asking = (entry for entry in scope.passages.entries if _QUESTION.match(entry.passage.section or ""))
    for entry in asking:
        if len(entry.heading) > 1 and entry.heading <= words:
            place = scope.passages.entries.index(entry)
            under = (e for e in scope.passages.after(place, SHOWN) if e.text != e.passage.section)
            return tuple(under)[:SHOWN]
    return ()


def said_of(question: str, named: str, scope: Scope) -> tuple[Entry, ...]:
    """The sentences that answer a question about elements and have these, and what is asked of them, themselves."""
    words, weight = telling(question), scope.passages.weight
    parts = (words - senses(named), words & senses(named))
    whole = (
        entry
        for entry in answering(question, named, scope)
        if all(weight(part & entry.words) >= ASKED * weight(part) for part in parts)
    )
    return outright(question, named, scope) or tuple(whole)


def says_all_of(question: str, unknown: str, scope: Scope) -> bool:
    """Does some sentence that answers a question say what it names and no element is called?"""
    return any(telling(unknown) <= entry.words | entry.heading for entry in outright(question, "", scope))


def outright(question: str, named: str, scope: Scope) -> tuple[Entry, ...]:
    """The sentences of the one document that says best what a question asks; none where none does."""
    words = telling(question)
    if is_thin(question, words) and not words & OF_EVENTS:
        return ()
    asked = [_Asked(question, senses(named), opened=opened, scope=scope) for opened in _opened(scope)]
    best = max(asked, key=lambda one: one.worth(one.best[0]) if one.best else 0.0, default=None)
    return best.with_next() if best and best.best else ()


def _opened(scope: Scope) -> Iterator[tuple[frozenset[str], frozenset[str], dict[int, Entry]]]:
    """The words of each document's title, what it is about, and its sentences by their places in the index."""
    for id_ in sorted(scope.case.current_documents):
        own = {place: e for place, e in enumerate(scope.passages.entries) if e.passage.document == id_}
        opening = (entry.words for entry in list(own.values())[:OPENING])
        title = senses(scope.case.documents[id_].title)
        yield title, title.union(*opening), own


class _Asked:
    """A question asked of one document."""

    def __init__(
        self,
        question: str,
        named: frozenset[str],
        *,
        opened: tuple[frozenset[str], frozenset[str], dict[int, Entry]],
        scope: Scope,
    ) -> None:
        title, about, self.entries = opened
        self.question, self.scope = question, scope
        self.words = telling(question)
        core = self.words - (about - named) or self.words - (title - named)
        self.core = (core if self.words & OF_EVENTS else frozenset()) or self.words
        self.new = self.core - named or self.core
        fitting = [place for place in self.entries if self._answers(place)]
        self.best = sorted(fitting, key=lambda place: (-self.worth(place), place))[:SHOWN]

    def worth(self, place: int) -> float:
        """How well a sentence fits: its own words count whole, and those around it half."""
        entry, weight = self.entries[place], self.scope.passages.weight
        own = self.words & entry.words
        around = self.words & (self._said(place) | entry.heading) - own
        people = len(self.scope.named_in(entry.text)) > 0
        return weight(own) + weight(around) / 2 + people

    def with_next(self) -> tuple[Entry, ...]:
        """The best sentences, each with what it points back to, and what goes on from it where several are asked for."""
        found: dict[int, None] = {}
        for place in self.best:
            if self._points_back(place):
                found[place - 1] = None
            found[place] = None
            if _SEVERAL.search(self.question) or asks_time(self.question):
                found.update(dict.fromkeys(takewhile(self._points_back, range(place + 1, place + 1 + REACH))))
        return tuple(self.entries[place] for place in list(found)[: SHOWN + 1])

    def _answers(self, place: int) -> bool:
        """Does a sentence, or its heading, say all that is asked and that not the whole document is about?"""
        entry, said = self.entries[place], self._said(place)
        if not (self._covers(said) or self._covers(entry.heading)):
            return False
        return may_answer(self.question, entry, self.scope) and fits_sort(self.question, entry, self.scope)

    def _covers(self, said: frozenset[str]) -> bool:
        weight = self.scope.passages.weight
        return weight(self.core & said) >= ENOUGH * weight(self.core) and weight(self.new & said) > 0

    def _said(self, place: int) -> frozenset[str]:
        """The words of a sentence, and of those that its pronoun points back to."""
        back = takewhile(self._points_back, range(place, place - REACH, -1))
        return self.entries[place].words.union(*(self.entries[at - 1].words for at in back))

    def _points_back(self, place: int) -> bool:
        """Does a sentence begin with a pronoun or the like, in the passage or section of the one before?"""
        entry, before = self.entries.get(place), self.entries.get(place - 1)
        if entry is None or before is None or only_asks(before) or not _BACK.match(entry.text):
            return False
        return entry.passage.section == before.passage.section and before.text != before.passage.section
