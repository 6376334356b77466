"""From the reading of a question and the elements that it names to an intent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.bank import bank, mask
from assistant.names import Mention
from assistant.scope import Scope
from assistant.stemming import STOP, stem, tokens
from graph.elements import ElementKind

K = ElementKind
_KIND_WORDS: tuple[tuple[str, frozenset[ElementKind]], ...] = (
    (r"pathways?|scenarios?", frozenset({K.PATHWAY})),
    (r"(sub-?)?claims?", frozenset({K.CLAIM})),
    (r"arguments?", frozenset({K.ARGUMENT})),
    (r"evidence|evaluations?|results?|experiments?|studies", frozenset({K.EVIDENCE})),
    (r"controls?|safeguards?|interventions?|measures?|monitors|mechanisms?|protections?", frozenset({K.CONTROL})),
    (r"dependenc(?:y|ies)|settings?|credentials?|services|vendors?", frozenset({K.DEPENDENCY})),
    (r"people|persons?", frozenset({K.PERSON})),
    (r"teams?", frozenset({K.TEAM})),
    (r"organi[sz]ations?|compan(?:y|ies)|firms?", frozenset({K.ORGANIZATION})),
    (r"findings?|critiques?|objections?", frozenset({K.FINDING})),
    (r"mitigations?|improvements?", frozenset({K.MITIGATION})),
    (r"triggers?", frozenset({K.TRIGGER})),
)
SMALL = frozenset({"of", "the", "in", "on", "at", "for", "to", "a", "an"})


@dataclass(frozen=True)
class Asked:
    """A question with what it names, and the question with the names masked."""

    question: str
    masked: str
    mentions: tuple[Mention, ...]
    scope: Scope

    @cached_property
    def linked(self) -> tuple[str, ...]:
        """The elements named, from left to right."""
        return tuple(dict.fromkeys(m.candidates[0] for m in self.mentions if len(m.candidates) == 1))

    @cached_property
    def unknown_text(self) -> str:
        """The phrase around the first unknown name: its own words, those between it and the next, and what belongs
        to it on either side.
        """
        unknown = [mention for mention in self.mentions if not mention.candidates]
        if not unknown:
            return ""
        start, end = unknown[0].start, unknown[0].end
        for mention in unknown[1:]:
            if all(word in SMALL for word in tokens(self.question[end : mention.start])):
                end = mention.end
        return self.question[_grown(self.question, start, -1) : _grown(self.question, end, 1)]

    @cached_property
    def kinds(self) -> frozenset[ElementKind]:
        """The kinds that the question asks for: the first kind word after which, list, what and the like."""
        found = re.search(
            r"\b(?:which|what|list|rank|show|name|enumerate|give|all|any|every|many|top|order|sort|the|load-bearing|dispute|about)\b((?:\W+[\w-]+){1,6})",
            self._without_numbers,
            re.IGNORECASE,
        )
        return kinds_in(found[1]) if found else frozenset()

    @cached_property
    def _without_numbers(self) -> str:
        """The question without the elements that it names by kind and number: "Claim 3" asks for no claims."""
        numbered = [m for m in self.mentions if m.candidates and re.search(r"[a-z] [\dA-Z.-]+$", m.text)]
        return mask(self.question, tuple((mention.start, mention.end) for mention in numbered))

    def of_kinds(self, kinds: frozenset[ElementKind]) -> tuple[str, ...]:
        """The elements named that are of these kinds."""
        return tuple(id_ for id_ in self.linked if self.scope.case.elements[id_].kind in kinds)

    def content(self) -> str:
        """The words of the question that carry content."""
        return " ".join(word for word in tokens(self.question) if word not in STOP)


def _grown(question: str, at: int, step: int) -> int:
    """Where a phrase ends that goes on until a small word, a word that stands beside names, or a mark."""
    pattern = re.compile(r"[ -](\w[\w'-]*)") if step > 0 else re.compile(r"(\w[\w'-]*)[ -]$")
    while found := pattern.match(question, at) if step > 0 else pattern.search(question[:at]):
        word = found[1].casefold()
        if word in STOP or stem(word) in bank().beside_names:
            break
        at = found.end() if step > 0 else found.start()
    return at


def kinds_in(words: str) -> frozenset[ElementKind]:
    """The kinds of the first kind word among some words."""
    places = [
        (m.start(), kinds)
        for pattern, kinds in _KIND_WORDS
        for m in [re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)]
        if m
    ]
    return min(places, key=lambda place: place[0])[1] if places else frozenset()
