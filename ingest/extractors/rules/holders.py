"""Pathways, claims and arguments where sentences speak of them: by number, by name or acronym, or by "this claim" and "it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graph.elements import HELD_UP, ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.reported import reported_claims

_POINTED = Cue(
    r"\b(?:the|this|that|our)\s+(?:\w+\s+)?(?P<what>claim|assertion|statement|sentence|pathway|conclusion|argument|case|assessment)\b(?!\s+(?:that|about|on|of|for|from|\d|[A-Z]\b))",
    re.IGNORECASE,
)
_IT = Cue(r"^\W*(?:(?:and|but|also|so),?\s+)?(?P<what>it|this|that)\s+(?=\w)", re.IGNORECASE)
_KINDS = {
    "pathway": ElementKind.PATHWAY,
    "argument": ElementKind.ARGUMENT,
    "claim": ElementKind.CLAIM,
    "assertion": ElementKind.CLAIM,
    "statement": ElementKind.CLAIM,
    "sentence": ElementKind.CLAIM,
}
_ACRONYM = Cue(r"\s*[(\[](?P<short>[A-Z][A-Za-z]{0,3}[A-Z]{1,6})[)\]]$")
_LEAST = 8


@dataclass(frozen=True)
class Spoken:
    """A place that speaks of something that can be held up: offsets in the sentence, its key, whether only a word points at it."""

    start: int
    end: int
    key: str
    pointed: bool = False


@dataclass
class Holders:
    """Finds what sentences speak of, read in order; remembers what was spoken of last, for "this claim" and "it"."""

    reading: Reading
    last: list[str] = field(default_factory=list)
    unit: int = -1

    @cached_property
    def _names(self) -> dict[str, str]:
        """Small letters of a name or acronym -> key."""
        found: dict[str, str] = {}
        for key, each in self.reading.numbered.items():
            if each.kind in HELD_UP and len(each.name) >= _LEAST:
                short = _ACRONYM.search(each.name)
                found.setdefault(_ACRONYM.sub("", each.name).casefold(), key)
                if short:
                    found.setdefault(short["short"].casefold(), key)
        for claim in reported_claims(self.reading.outline):
            found.setdefault(claim.name.casefold(), claim.key)
        return found

    @cached_property
    def _pattern(self) -> Cue | None:
        names = sorted(self._names, key=len, reverse=True)
        return Cue(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE) if names else None

    def spoken_of(self, sentence: Sentence) -> tuple[Spoken, ...]:
        """What a sentence speaks of, in order; sentences are to be given in the order of the text."""
        unit = self.reading.outline.units[sentence.unit]
        if unit.index != self.unit:
            self.unit = unit.index
            self.last = [] if unit.kind is BlockKind.HEADING else self.last[-1:]
        found = sorted((*self._numbered(sentence), *self._named(sentence)), key=lambda each: (each.start, -each.end))
        apart: list[Spoken] = []
        for each in found:
            if not apart or each.start >= apart[-1].end:
                apart.append(each)
        pointed = [each for each in self._pointed(sentence) if not any(_meets(each, other) for other in apart)]
        self.last += [each.key for each in apart]
        return tuple(sorted((*apart, *pointed), key=lambda each: each.start))

    def _numbered(self, sentence: Sentence) -> Iterator[Spoken]:
        for each in self.reading.outline.references(sentence):
            key = numbered_key(each.kind, each.number)
            if each.kind in HELD_UP and key in self.reading.proposable:
                yield Spoken(each.start, each.end, key)

    def _named(self, sentence: Sentence) -> Iterator[Spoken]:
        for match in self._pattern.finditer(sentence.text) if self._pattern else ():
            yield Spoken(*match.span(), self._names[match[0].casefold()])

    def _pointed(self, sentence: Sentence) -> Iterator[Spoken]:
        for match in _POINTED.finditer(sentence.text):
            kind = _KINDS.get(match["what"].casefold())
            if (key := self._meant(sentence, kind)) is not None:
                yield Spoken(*match.span(), key, pointed=True)
        opening = _IT.match(sentence.text)
        if opening and (key := self._meant(sentence, None)) is not None:
            yield Spoken(*opening.span("what"), key, pointed=True)

    def _meant(self, sentence: Sentence, kind: ElementKind | None) -> str | None:
        subject = self.reading.subject_at(sentence)
        known = [*self.last, *([subject] if subject and not self.last else ())]
        known = [key for key in known if kind is None or key.startswith(f"{kind}:")]
        return known[-1] if known else subject if subject and kind and subject.startswith(f"{kind}:") else None


def _meets(one: Spoken, other: Spoken) -> bool:
    return one.start < other.end and other.start < one.end
