"""A passage in its context: where it stands, and the quote with the text of its document around it."""

from __future__ import annotations

from graph.case import Case
from graph.provenance import Passage
from ui.views.sheet import Node, box

AROUND = 600


def passage_place(case: Case, passage: Passage) -> str:
    """Document, speaker, time code, page and section of a passage, as far as they are known."""
    page = passage.page_label or (str(passage.page) if passage.page else None)
    parts = (
        case.documents[passage.document].title,
        passage.speaker,
        passage.time,
        f"p. {page}" if page else None,
        passage.section,
    )
    return " · ".join(part for part in parts if part)


def passage_sheet(case: Case, passage: Passage) -> Node:
    """The passage with up to `AROUND` characters of its document on either side, and how much more there is."""
    document = case.documents[passage.document]
    return box(
        "article",
        Node("p", str(document.kind).capitalize(), "overline"),
        Node("h2", document.title),
        _places(passage),
        _context(passage, document.text),
        Node("p", f"From {document.path}" if document.path else "", "fine") if document.path else None,
        style="passage",
    )


def _places(passage: Passage) -> Node | None:
    page = passage.page_label or (str(passage.page) if passage.page else None)
    known = (("Page", page), ("Section", passage.section), ("Time", passage.time), ("Speaker", passage.speaker))
    facts = [box("div", Node("dt", term), Node("dd", value)) for term, value in known if value]
    return box("dl", *facts, style="facts") if facts else None


def _context(passage: Passage, text: str | None) -> Node:
    if text is None:
        return box(
            "div",
            box("p", Node("mark", passage.text), style="text"),
            Node("p", "This case was imported without the document's text, so only the quote can be shown.", "fine"),
        )
    start, end = _start(text, passage.start), _end(text, passage.end)
    return box(
        "div",
        _left_out(start, "before"),
        box(
            "p",
            Node("span", text[start : passage.start]),
            Node("mark", passage.text),
            Node("span", text[passage.end : end]),
            style="text",
        ),
        _left_out(len(text) - end, "after"),
    )


def _start(text: str, quote: int) -> int:
    """Where the context starts: at a line or a word, at most `AROUND` characters before the quote."""
    earliest = max(quote - AROUND, 0)
    if earliest == 0:
        return 0
    after = min(
        (place for place in (text.find("\n", earliest, quote), text.find(" ", earliest, quote)) if place >= 0),
        default=earliest - 1,
    )
    return after + 1


def _end(text: str, quote: int) -> int:
    """Where the context ends: at a word, at most `AROUND` characters after the quote."""
    latest = min(quote + AROUND, len(text))
    if latest == len(text):
        return latest
    space = max(text.rfind(" ", quote, latest), text.rfind("\n", quote, latest))
    return space if space >= 0 else latest


def _left_out(characters: int, where: str) -> Node | None:
    return Node("p", f"… {characters:,} more characters {where}", "fine") if characters > 0 else None
