"""What reading gave, section by section: so that a person sees which parts of a document nothing was taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.case import Case
from graph.elements import Element, Relation
from graph.provenance import Passage


@dataclass(frozen=True)
class Section:
    """One section of a document: its heading (None before the first), its first passage, the page it starts on, its
    length, and how many of the elements and relations that count are stated in it.
    """

    heading: str | None
    begins: str
    page: int | None
    characters: int
    elements: int
    relations: int

    @property
    def gave_nothing(self) -> bool:
        """Is nothing that counts stated in it?"""
        return not self.elements and not self.relations


def coverage(case: Case, document: str) -> tuple[Section, ...]:
    """The sections of a document, by its id, in the order of the text; one heading that comes twice is one section.

    A heading with nothing beneath it but other headings is none.
    """
    places = sorted((p for p in case.passages.values() if p.document == document), key=lambda p: (p.start, -p.end))
    sections: defaultdict[str | None, list[Passage]] = defaultdict(list)
    for passage in places:
        sections[passage.section].append(passage)
    elements = _stated_in(case.standing.values())
    relations = _stated_in(case.standing_relations)
    return tuple(
        Section(
            heading=heading,
            begins=found[0].id,
            page=found[0].page,
            characters=_length(found),
            elements=len({thing for passage in found for thing in elements.get(passage.id, ())}),
            relations=len({thing for passage in found for thing in relations.get(passage.id, ())}),
        )
        for heading, found in sections.items()
        if any(passage.text.strip() != heading for passage in found)
    )


def _stated_in(things: Iterable[Element | Relation]) -> Mapping[str, set[str]]:
    """Passage -> the things that it states."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for thing in things:
        for passage in thing.passages:
            found[passage].add(thing.id)
    return found


def _length(passages: Iterable[Passage]) -> int:
    """How many characters passages in the order of their starts cover, each counted once."""
    length = reached = 0
    for passage in passages:
        length += max(0, passage.end - max(passage.start, reached))
        reached = max(reached, passage.end)
    return length
