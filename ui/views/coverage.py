"""Which sections of a document gave something to the graph, and which gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.wording import capital, counted
from graph.coverage import Section
from graph.provenance import Document
from ui.views.shapes import Json
from ui.views.sheet import Act, ActKind, Node, box, button


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
        yield f"{document.title}: {_summary(sections)}"
        for section in sections:
            mark = "nothing" if section.gave_nothing else _given(section)
            page = f"p. {section.page}" if section.page else ""
            yield f"  {'!' if section.gave_nothing else ' '} {page:<7}{_called(section)}: {mark}"


def coverage_sheet(found: Iterable[tuple[Document, Sequence[Section]]]) -> Node:
    """The sections of each document that gave nothing, each to be opened, and what the others gave."""
    return box("article", *(_document(document, sections) for document, sections in found))


def _document(document: Document, sections: Sequence[Section]) -> Node:
    silent = [section for section in sections if section.gave_nothing]
    others = [box("li", Node("span", f"{_called(s)}: {_given(s)}")) for s in sections if not s.gave_nothing]
    head = Node("summary", f"{capital(counted(len(others), 'section'))} gave something")
    return box(
        "section",
        Node("h2", document.title),
        Node("p", f"{capital(_summary(sections))}."),
        box("ul", *(box("li", _opening(section)) for section in silent), style="found") if silent else None,
        box("details", head, box("ul", *others)) if others else None,
    )


def _opening(section: Section) -> Node:
    words = f"{_called(section)}{f', p. {section.page}' if section.page else ''}"
    return button(words, Act(kind=ActKind.CITE, value=section.begins), spoken=f"Open the text: {words}")


def _summary(sections: Sequence[Section]) -> str:
    silent = [section for section in sections if section.gave_nothing]
    if not silent:
        return f"every section gave something ({len(sections)})"
    share = sum(section.characters for section in silent) / (sum(s.characters for s in sections) or 1)
    return f"{len(silent)} of {counted(len(sections), 'section')} gave nothing, {share:.0%} of the text"


def _called(section: Section) -> str:
    return section.heading or "before the first heading"


def _given(section: Section) -> str:
    return f"{counted(section.elements, 'element')}, {counted(section.relations, 'relation')}"
