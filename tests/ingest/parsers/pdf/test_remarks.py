"""Remarks on the pages of a PDF: read in their authors' names, with the words that they are about."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from ingest.document import BlockKind, ParsedDocument
from ingest.extractors.rules import RulesExtractor
from ingest.parsers import parse
from tests.ingest.rules.written import elements, relations


def remarked(folder: Path) -> ParsedDocument:
    content = BytesIO()
    canvas = Canvas(content)
    canvas.drawString(72, 700, "The crane limiter stops the hoist at twelve tonnes.")
    canvas.drawString(72, 650, "Claim 2: The pier holds in every weather.")
    mark = [72, 697, 72 + canvas.stringWidth("The crane limiter"), 710]
    canvas.highlightAnnotation("On site we saw it stop at fifteen.", Rect=mark, T=PDFString("Ada Roe"))
    canvas.textAnnotation(
        "We doubt this: nobody tried it in winter.", Rect=[500, 645, 518, 663], T=PDFString("Tom Osei")
    )
    canvas.textAnnotation("", Rect=[500, 545, 518, 563], T=PDFString("Tom Osei"))
    canvas.showPage()
    canvas.drawString(72, 700, "The pump stands idle on the second page.")
    canvas.showPage()
    canvas.save()
    (folder / "report.pdf").write_bytes(content.getvalue())
    return parse(folder / "report.pdf")


def test_remarks_stand_behind_their_page_with_author_and_words_beneath(tmp_path: Path) -> None:
    document = remarked(tmp_path)

    comments = [(block.speaker, document.said(block), block.on) for block in document.blocks if block.on]
    assert comments == [
        ("Ada Roe", "On site we saw it stop at fifteen.", "The crane limiter"),
        ("Tom Osei", "We doubt this: nobody tried it in winter.", "Claim 2: The pier holds in every weather."),
    ]
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH
    assert [page.page for page in document.pages] == [1, 2]


def test_remarks_are_findings_of_who_wrote_them(tmp_path: Path) -> None:
    found = RulesExtractor().extract(remarked(tmp_path))

    assert len(elements(found, "finding")) == 2
    assert [each.target for each in relations(found, "RAISED_BY")] == ["person:ada roe", "person:tom osei"]
    assert [each.target for each in relations(found, "DISPUTES")] == ["claim:2"]
    assert [each.target for each in relations(found, "QUALIFIES")] == ["control:crane limiter"]
