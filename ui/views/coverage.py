"""Which sections of a document gave something to the graph, and which gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.wording import counted
from graph.coverage import Section
from graph.provenance import Document
from ui.views.shapes import Json


def coverage_json(found: Iterable[tuple[Document, Sequence[Section]]]) -> dict[str, Json]:
    """The shape that `coverage --json` prints."""
    return {
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "path": document.path,
                "sections": [
                    {
                        "section": section.heading,
                        "page": section.page,
                        "characters": section.characters,
                        "elements": section.elements,
                        "relations": section.relations,
                    }
                    for section in sections
                ],
                "nothing": [section.heading for section in sections if section.gave_nothing],
            }
            for document, sections in found
        ]
    }


def coverage_lines(found: Iterable[tuple[Document, Sequence[Section]]]) -> Iterator[str]:
    """The sections of each document with what they gave; those that gave nothing are marked."""
    for document, sections in found:
        silent = [section for section in sections if section.gave_nothing]
        share = sum(section.characters for section in silent) / (sum(s.characters for s in sections) or 1)
        yield f"{document.title}: {len(silent)} of {counted(len(sections), 'section')} gave nothing, {share:.0%} of the text"
        for section in sections:
            mark = "nothing" if section.gave_nothing else _given(section)
            page = f"p. {section.page}" if section.page else ""
            yield f"  {'!' if section.gave_nothing else ' '} {page:<7}{section.heading or 'before the first heading'}: {mark}"


def _given(section: Section) -> str:
    return f"{counted(section.elements, 'element')}, {counted(section.relations, 'relation')}"
