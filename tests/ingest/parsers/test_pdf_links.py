"""Where the words of a PDF lead, what its outline names, and which of its pages are pictures only."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse

BODY = "The gate of the harbour is closed by hand in the evening, and one of the crew writes it down."


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> ParsedDocument:
    path = tmp_path_factory.mktemp("pdf") / "case.pdf"
    canvas = Canvas(str(path))
    for line in range(8):
        canvas.drawString(72, 760 - 14 * line, BODY)
    canvas.drawString(72, 634, "gypsy")
    for height, words, place in ((620, "Section 5.3", "gates"), (600, "Section 5.4", "gates")):
        canvas.drawString(72, height, words)
        canvas.linkAbsolute("", place, Rect=(70, height - 3, 150, height + 12))
    canvas.drawString(72, 580, "https://a.example")
    canvas.linkURL("https://b.example/x", (70, 577, 300, 592))
    canvas.showPage()
    canvas.setFont("Helvetica-Bold", 16)
    canvas.bookmarkHorizontal("gates", 0, 716)
    canvas.drawString(72, 700, "5.4 Gates")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 660, "Plain words")
    canvas.addOutlineEntry("Plain words", "gates", 0)
    for line in range(8):
        canvas.drawString(72, 630 - 14 * line, BODY)
    canvas.showPage()
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    return parse(path)


def test_link_that_reads_otherwise_than_it_leads_is_reported(document: ParsedDocument) -> None:
    assert document.notes == (
        "a link that reads “Section 5.3” leads to “5.4 Gates”",
        "a link that reads “https://a.example” leads to https://b.example/x",
    )


def test_link_is_placed_where_its_words_stand_on_the_page(document: ParsedDocument) -> None:
    assert [(document.text[link.start : link.end], link.heading) for link in document.links] == [
        ("Section 5.3", "5.4 Gates"),
        ("Section 5.4", "5.4 Gates"),
    ]


def test_line_that_the_outline_names_is_a_heading(document: ParsedDocument) -> None:
    headings = [document.said(block) for block in document.blocks if block.kind is BlockKind.HEADING]

    assert headings == ["5.4 Gates", "Plain words"]


def test_page_that_is_only_a_picture_is_named_by_its_number(document: ParsedDocument) -> None:
    assert document.pages_without_text == (3,)
    assert document.warnings == ("page 3 holds no text and could not be read",)
