"""Finding the passages that answer a question of fact: rare words count most, headings count a little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from assistant.quoting import sentences
from assistant.stemming import stems
from graph.case import Case
from graph.provenance import Passage


@dataclass(frozen=True)
class Hit:
    """A passage with the part of it that fits best, which words that covers, and how well it fits."""

    passage: Passage
    start: int
    end: int
    covered: frozenset[str]
    score: float


class PassageIndex:
    """Every current passage of a case, by the stems of its words."""

    def __init__(self, case: Case) -> None:
        """Read the passages of the documents that stand."""
        self.case = case
        self.passages = tuple(p for p in case.passages.values() if p.document in case.current_documents)
        self._stems = tuple(Counter(stems(passage.text)) for passage in self.passages)
        self._headings = tuple(frozenset(stems(passage.section or "")) for passage in self.passages)
        self._held: defaultdict[str, set[int]] = defaultdict(set)
        for number, (words, heading) in enumerate(zip(self._stems, self._headings, strict=True)):
            for word in (*words, *heading):
                self._held[word].add(number)
        self._states: defaultdict[str, list[str]] = defaultdict(list)
        for element in case.standing.values():
            for passage in element.passages:
                self._states[passage].append(element.id)

    def holds(self, word: str) -> bool:
        """Does any passage or heading have this stem?"""
        return word in self._held

    def rarity(self, word: str) -> float:
        """How telling a stem is: most where no passage has it."""
        return log(1 + (len(self.passages) + 1) / (len(self._held.get(word, ())) + 0.5))

    def weight(self, words: Iterable[str]) -> float:
        """How telling some stems are together."""
        return sum(map(self.rarity, words))

    def elements_of(self, passage: str) -> tuple[str, ...]:
        """The elements that a passage states."""
        return tuple(self._states.get(passage, ()))

    def search(self, words: frozenset[str], limit: int = 8) -> tuple[Hit, ...]:
        """The passages that fit some stems best, the best first; those that state no element are left out."""
        near = {number for word in words for number in self._held.get(word, ())}
        hits = [self._hit(number, words) for number in near if self._states.get(self.passages[number].id)]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:limit])

    def under_heading(self, words: frozenset[str]) -> tuple[Passage, ...]:
        """The passages under a heading with one of these stems."""
        return tuple(p for p, heading in zip(self.passages, self._headings, strict=True) if words & heading)

    def _hit(self, number: int, words: frozenset[str]) -> Hit:
        passage, held = self.passages[number], self._stems[number]
        length = sum(held.values()) / 60
        score = 0.0
        for word in words:
            times = held.get(word, 0)
            score += self.rarity(word) * times * 2.2 / (times + 1.2 * (0.4 + 0.6 * length))
            score += 0.3 * self.rarity(word) * (word in self._headings[number])
        start, end = _best_part(passage.text, words)
        covered = words & (held.keys() | self._headings[number])
        return Hit(passage, start, end, frozenset(covered), score)


def _best_part(text: str, words: frozenset[str]) -> tuple[int, int]:
    spans = sentences(text)
    return max(spans, key=lambda span: (len(words.intersection(stems(text[span[0] : span[1]]))), -span[0]))
