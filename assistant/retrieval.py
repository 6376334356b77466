"""Finding the sentences that answer a question of fact: rare words count most, neighbours and headings a little.

Every sentence of every passage is one entry, once for each place in a document. Words of one sense ("notice",
"detect") count as one; which those are stands in `synonyms.txt`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import groupby, takewhile
from math import log

from assistant.quoting import sentences
from assistant.stemming import stem, stems
from graph.case import Case
from graph.elements import HELD_UP
from graph.provenance import Passage

NEIGHBOUR, HEADING = 0.35, 0.35
_COUNTS_ON_NOTHING = re.compile(
    r"\b(?:no|nor|none|nothing|neither|not|never)\b[^.;]*\b(?:rests?|counts?|rel(?:y|ies)|leans?|depends?|hangs?|stands?|built) (?:up)?on\b",
    re.IGNORECASE,
)
LEANS = re.compile(r"\b(it|they|them)\b|^\W*(this|these|that|those|its|their|he|she)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(\d+(?:\.\d+)*)\b")


@dataclass(frozen=True)
class Entry:
    """A sentence: characters `start` to `end` of a passage, its words, and those beside and above it."""

    passage: Passage
    start: int
    end: int
    words: frozenset[str]
    near: frozenset[str]
    heading: frozenset[str]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True)
class Hit:
    """A sentence (its position in the index), how well it fits, and the words of the question that it covers."""

    place: int
    entry: Entry
    covered: frozenset[str]
    score: float


class PassageIndex:
    """Every sentence of the current documents of a case that some passage holds, in the order of the documents."""

    def __init__(self, case: Case) -> None:
        """Read the passages of the documents that stand."""
        self.case = case
        self.entries = tuple(_entries(case))
        self._held: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            for word in entry.words | entry.near | entry.heading:
                self._held[word].append(place)

    @cached_property
    def _stating(self) -> dict[str, list[tuple[int, int, str]]]:
        """Document -> where its passages state elements: start, end, element."""
        found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for element in self.case.standing.values():
            for passage in self.case.quotes(element):
                found[passage.document].append((passage.start, passage.end, element.id))
        return {document: sorted(places) for document, places in found.items()}

    def holds(self, word: str) -> bool:
        """Does any sentence or heading have this stem, or one of the same sense?"""
        return sense(word) in self._held

    def rarity(self, word: str) -> float:
        """How telling a word is: most where no sentence has it."""
        return log(1 + (len(self.entries) + 1) / (len(self._held.get(word, ())) + 0.5))

    def weight(self, words: Iterable[str]) -> float:
        """How telling some words are together."""
        return sum(map(self.rarity, words))

    def search(self, words: frozenset[str], limit: int = 12) -> tuple[Hit, ...]:
        """The sentences that fit some senses best, the best first."""
        near = {place for word in words for place in self._held.get(word, ())}
        hits = sorted((self._hit(place, words) for place in near), key=lambda hit: (-hit.score, hit.place))
        return tuple(hits[:limit])

    def elements_at(self, entry: Entry) -> tuple[str, ...]:
        """The elements that the sentence's own characters state; else the one that was stated last before it."""
        start, end = entry.passage.start + entry.start, entry.passage.start + entry.end
        places = self._stating.get(entry.passage.document, [])
        inside = [element for low, high, element in places if low < end and start < high]
        before = [element for low, _, element in places if low <= start]
        return tuple(dict.fromkeys(inside)) or tuple(before[-1:]) or tuple(element for *_, element in places[:1])

    def states(self, entry: Entry, element: str) -> bool:
        """Do the sentence's own characters state the element, or its words name it?"""
        start, end = entry.passage.start + entry.start, entry.passage.start + entry.end
        places = self._stating.get(entry.passage.document, [])
        named = senses(self.case.elements[element].name) <= entry.words
        return named or any(id_ == element and low < end and start < high for low, high, id_ in places)

    def denials(self, element: str) -> tuple[Entry, ...]:
        """The sentences that name an element, or point back to one that does, and say that nothing counts on it."""
        names = tuple(senses(name) for name in (self.case.elements[element].name, *self.case.elements[element].aliases))
        denying = (entry for entry in self.entries if _COUNTS_ON_NOTHING.search(entry.text))
        return tuple(
            entry
            for entry in denying
            if any(
                name and name <= entry.words | (entry.near if LEANS.search(entry.text) else frozenset())
                for name in names
            )
        )

    def after(self, place: int, reach: int) -> tuple[Entry, ...]:
        """The sentences of the next passages under the same heading, `reach` passages on at most."""
        first = self.entries[place].passage
        following = (e for e in self.entries[place + 1 :] if e.passage.section == first.section)
        groups = groupby(following, key=lambda entry: entry.passage.id)
        found: list[Entry] = []
        for _, (id_, group) in zip(range(reach + 1), groups, strict=False):
            found += [entry for entry in group if entry.passage.document == first.document]
            reach += id_ == first.id
        return tuple(found)

    def told_of(self, element: str, most: int = 30) -> tuple[Entry, ...]:
        """The sentences after the last place that states an element, up to where another assertion is stated."""
        own = self.case.quotes(self.case.elements[element])
        if not own:
            return ()
        last = max((p for p in own if p.document == own[0].document), key=lambda passage: passage.start)
        following = [
            e for e in self.entries if e.passage.document == last.document and e.passage.start + e.start >= last.end
        ][:most]
        return tuple(takewhile(lambda entry: not self._asserts(entry), following))

    def _asserts(self, entry: Entry) -> bool:
        """Does a sentence state an assertion that is held up by others?"""
        start, end = entry.passage.start + entry.start, entry.passage.start + entry.end
        places = self._stating.get(entry.passage.document, [])
        return any(
            low < end and start < high and self.case.elements[id_].kind in HELD_UP and self.case.elements[id_].number
            for low, high, id_ in places
        )

    def under_heading(self, words: frozenset[str]) -> tuple[Entry, ...]:
        """The sentences under a heading with one of these senses."""
        return tuple(entry for entry in self.entries if words & entry.heading)

    def holding_all(self, words: frozenset[str]) -> tuple[Entry, ...]:
        """The sentences that have all of these senses themselves."""
        return tuple(entry for entry in self.entries if words <= entry.words)

    def _hit(self, place: int, words: frozenset[str]) -> Hit:
        entry = self.entries[place]
        own, near, heading = words & entry.words, words & entry.near, words & entry.heading
        length = 0.6 + 0.4 * len(entry.words) / 18
        score = self.weight(own) * (1 + 0.15 * len(own)) / max(length, 0.8)
        score += NEIGHBOUR * self.weight(near - own) + HEADING * self.weight(heading - own - near)
        return Hit(place, entry, own | near | heading, score)


class Headings:
    """The headings over each passage: its own and, where headings are numbered, those above that."""

    def __init__(self, case: Case) -> None:
        """Read the sections that passages name."""
        self._text: dict[tuple[str, str], str] = {}
        for passage in case.passages.values():
            if number := _NUMBER.match(passage.section or ""):
                self._text.setdefault((passage.document, number[1]), passage.section or "")

    def above(self, passage: Passage) -> str:
        """All headings over a passage, the nearest first."""
        section = passage.section or ""
        number = _NUMBER.match(section)
        found = [section]
        label = number[1] if number else ""
        while "." in label:
            label = label.rpartition(".")[0]
            found.append(self._text.get((passage.document, label), ""))
        return " ".join(found)


def senses(text: str) -> frozenset[str]:
    """The words of a text that carry content, each as the word that stands for its sense."""
    return frozenset(map(sense, stems(in_one_word(text))))


def in_one_word(text: str) -> str:
    """A text with every phrase that has one sense put in the word for it."""
    for pattern, word in _phrases():
        text = pattern.sub(word, text)
    return text


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = files("assistant").joinpath("phrases.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        word, _, phrases = line.partition(": ")
        found.append((re.compile(rf"\b({'|'.join(phrases.split(', '))})\b", re.IGNORECASE), word))
    return tuple(found)


def sense(word: str) -> str:
    """The stem that stands for all stems of its sense."""
    return _synonyms().get(word, word)


@cache
def _synonyms() -> dict[str, str]:
    lines = files("assistant").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(stem(word), stem(first))
    return found


def _entries(case: Case) -> Iterator[Entry]:
    headings = Headings(case)
    held = [p for p in case.passages.values() if p.document in case.current_documents]
    held.sort(key=lambda passage: (passage.document, passage.start, -passage.end, passage.id))
    spans: list[tuple[Passage, int, int, frozenset[str]]] = []
    for _, passages in groupby(held, key=lambda passage: passage.document):
        read_to = -1
        for passage in passages:
            if passage.end > read_to:
                spans += [
                    (passage, start, end, senses(passage.text[start:end]))
                    for start, end in sentences(passage.text)
                    if len(stems(passage.text[start:end])) > 1
                ]
                read_to = passage.end
    for place, (passage, start, end, words) in enumerate(spans):
        beside = [spans[other] for other in (place - 1, place + 1) if 0 <= other < len(spans)]
        near = [b[3] for b in beside if (b[0].document, b[0].section) == (passage.document, passage.section)]
        yield Entry(passage, start, end, words, frozenset().union(*near), senses(headings.above(passage)))
