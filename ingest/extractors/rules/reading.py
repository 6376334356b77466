"""What every rule reads from: the outline of a document with its numbered and named things and who speaks for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.elements import Basis, ElementKind, RelationType
from ingest.document import ParsedDocument
from ingest.extraction import ProposedRelation, Quote
from ingest.extractors.rules.introductions import Introduction, introductions, subjects
from ingest.extractors.rules.outline import Outline, Sentence, read_outline
from ingest.extractors.rules.pathway_lists import list_pathways


@dataclass(frozen=True)
class Reading:
    """A document, read once: `subjects` tells which numbered thing each unit speaks for."""

    outline: Outline
    introductions: tuple[Introduction, ...]
    subjects: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def numbered(self) -> Mapping[str, Introduction]:
        """Key -> where the thing is introduced best: the place that speaks for most."""
        best: dict[str, Introduction] = {}
        for each in self.introductions:
            old = best.get(each.key)
            if old is None or self._weight(each) > self._weight(old):
                best[each.key] = each
        return best

    def subject(self, unit: int) -> str | None:
        """The key of the numbered thing that a unit speaks for; None outside any."""
        return self.subjects.get(unit)

    def kind_of(self, key: str) -> ElementKind | None:
        """The kind of a numbered thing."""
        known = self.numbered.get(key)
        return known.kind if known else None

    def is_name(self, sentence: Sentence) -> bool:
        """Is the sentence itself the name of something numbered?"""
        return any(
            each.start <= sentence.start and sentence.end <= each.end for each in self.introductions_in(sentence.unit)
        )

    def introductions_in(self, unit: int) -> tuple[Introduction, ...]:
        """The numbered things that a unit introduces."""
        return self._by_unit.get(unit, ())

    @cached_property
    def _by_unit(self) -> Mapping[int, tuple[Introduction, ...]]:
        return {each.unit: (each,) for each in self.introductions}

    def _weight(self, each: Introduction) -> int:
        return self._spoken_for.get((each.key, each.unit), 0) + (10_000 if each.name else 0)

    @cached_property
    def _spoken_for(self) -> Mapping[tuple[str, int], int]:
        """How many units in a row speak for a thing from the place that introduces it."""
        counts: dict[tuple[str, int], int] = {}
        opened: dict[str, int] = {}
        starts = {each.unit: each.key for each in self.introductions}
        for unit in self.outline.units:
            if unit.index in starts:
                opened[starts[unit.index]] = unit.index
            key = self.subjects.get(unit.index)
            if key in opened:
                place = (key, opened[key])
                counts[place] = counts.get(place, 0) + 1
        return counts


@dataclass(frozen=True)
class Place:
    """A sentence in its context, from which relations are proposed with the sentence as their quote."""

    reading: Reading
    sentence: Sentence

    @property
    def subject(self) -> str | None:
        """The key of the numbered thing that the sentence speaks for."""
        return self.reading.subject(self.sentence.unit)

    @property
    def quote(self) -> Quote:
        """The sentence as a quote."""
        return self.reading.outline.short_quote(self.sentence.start, self.sentence.end)

    def relation(self, type_: RelationType, ends: tuple[str, str], *, basis: Basis = Basis.STATED) -> ProposedRelation:
        """A relation that the sentence says."""
        return ProposedRelation(type_, *ends, self.quote, basis)


def read(document: ParsedDocument) -> Reading:
    """The reading of a parsed document."""
    outline = read_outline(document)
    headed = introductions(outline)
    found = tuple(sorted((*headed, *list_pathways(outline, headed)), key=lambda each: each.start))
    return Reading(outline, found, subjects(outline, found))
