"""Print the risk report's Markdown source as a PDF.

Handles just what the source uses: headings, paragraphs with bold and italic, numbered and bulleted
lists, ruled tables, block quotes, one kind of footnote. The cover carries no number; the page after
it prints "1", so a printed number is one less than the page's place in the file.
"""

import argparse
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

RUNNING_HEADER = "Quillmere - Corvane-2 Risk Report"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=7)
QUOTE = ParagraphStyle("quote", BODY, leftIndent=9 * mm, rightIndent=9 * mm, fontName="Helvetica-Oblique")
CELL = ParagraphStyle("cell", BODY, fontSize=8.5, leading=11, spaceAfter=0)
NOTE = ParagraphStyle("note", BODY, fontSize=8, leading=10, spaceAfter=0)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", keepWithNext=1)
HEADINGS = {
    1: ParagraphStyle("h1", HEAD, fontSize=24, leading=30, alignment=TA_CENTER, spaceAfter=8 * mm),
    2: ParagraphStyle("h2", HEAD, fontSize=16, leading=20, spaceBefore=16, spaceAfter=8),
    3: ParagraphStyle("h3", HEAD, fontSize=12.5, leading=16, spaceBefore=12, spaceAfter=5),
    4: ParagraphStyle("h4", HEAD, fontSize=11, leading=14, spaceBefore=9, spaceAfter=4),
}
RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E4E7EC")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)
ITEM = re.compile(r"(?:-|\d+\.)\s+(?P<text>.*)")
NOTE_LINE = re.compile(r"\[\^(\w+)\]:\s+(.*)")


class Footnote(Flowable):
    """Takes no room where it stands; once placed, its text waits in `pending` for the end of the page."""

    def __init__(self, text: str, pending: list[str]) -> None:
        """Keep the text until the page is known."""
        super().__init__()
        self.text = text
        self.pending = pending

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no width and no height."""
        return 0, 0

    def draw(self) -> None:
        """Leave the text for the page that this stands on."""
        self.pending.append(self.text)


def inline(text: str) -> str:
    """Return reportlab's markup for bold, italic, code and footnote marks."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    text = re.sub(r"`(.+?)`", r'<font name="Courier">\1</font>', text)
    return re.sub(r"\[\^(\w+)\]", r"<super>\1</super>", text)


def blocks(source: str) -> Iterator[list[str]]:
    """Yield the runs of lines between blank lines."""
    for run in re.split(r"\n\s*\n", source.strip()):
        yield run.split("\n")


def table(lines: list[str], width: float) -> Table:
    """Return a ruled table; the second line of the source only rules it."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    del rows[1]
    cells = [[Paragraph(inline(f"**{c}**" if i == 0 and c else c), CELL) for c in row] for i, row in enumerate(rows)]
    columns = len(rows[0])
    return Table(cells, colWidths=[width / columns] * columns, style=RULED, repeatRows=1, spaceAfter=9)


def listing(lines: list[str]) -> ListFlowable:
    """Return a bulleted or numbered list; an indented line continues its item."""
    texts: list[str] = []
    for line in lines:
        if found := ITEM.match(line):
            texts.append(found["text"])
        else:
            texts[-1] += " " + line.strip()
    items: list[Flowable] = [Paragraph(inline(text), BODY) for text in texts]
    if lines[0].startswith("-"):
        return ListFlowable(items, bulletType="bullet", start="\u2022", leftIndent=7 * mm, bulletFontSize=10)
    return ListFlowable(items, bulletType="1", bulletFormat="%s.", leftIndent=7 * mm, bulletFontSize=10)


def flow(lines: list[str], width: float, pending: list[str]) -> Iterator[Flowable]:
    """Yield what one block of the source prints as."""
    first = lines[0]
    if heading := re.match(r"(#{1,4})\s+(.*)", first):
        yield Paragraph(inline(heading[2]), HEADINGS[len(heading[1])])
    elif first.strip() == "---":
        yield PageBreak()
    elif note := NOTE_LINE.match(first):
        text = inline(" ".join([note[2], *lines[1:]]))
        yield Footnote(f"<super>{note[1]}</super> {text}", pending)
    elif first.startswith("|"):
        yield table(lines, width)
        yield Spacer(1, 3 * mm)
    elif ITEM.match(first):
        yield listing(lines)
    elif first.startswith(">"):
        yield Paragraph(inline(" ".join(line.lstrip("> ") for line in lines)), QUOTE)
    else:
        yield Paragraph(inline(" ".join(lines)), BODY)


def furnish(canvas: Canvas, document: BaseDocTemplate, pending: list[str]) -> None:
    """Draw the page's footnotes, the running header and the printed page number."""
    top = 27 * mm
    if pending:
        canvas.line(25 * mm, 28 * mm, 65 * mm, 28 * mm)
    while pending:
        paragraph = Paragraph(pending.pop(0), NOTE)
        top -= paragraph.wrap(document.width, 20 * mm)[1]
        paragraph.drawOn(canvas, 25 * mm, top)
    if document.page == 1:
        return
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, A4[1] - 15 * mm, RUNNING_HEADER)
    canvas.drawCentredString(A4[0] / 2, 12 * mm, str(document.page - 1))


def build(source: Path, target: Path) -> None:
    """Print `source` (Markdown) to `target` (PDF), the same bytes every time."""
    pending: list[str] = []
    document = BaseDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=22 * mm,
        bottomMargin=31 * mm,
        title="Corvane-2 Risk Report",
        author="Quillmere",
        invariant=1,
    )
    frame = Frame(document.leftMargin, document.bottomMargin, document.width, document.height, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPageEnd=partial(furnish, pending=pending)))
    text = source.read_text(encoding="utf-8")
    document.build([part for lines in blocks(text) for part in flow(lines, document.width, pending)])


def main() -> None:
    """Print the report beside its source."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("source", type=Path, nargs="?", default=here / "source" / "risk-report.md")
    parser.add_argument("target", type=Path, nargs="?", default=here / "documents" / "risk-report.pdf")
    options = parser.parse_args()
    build(options.source, options.target)


if __name__ == "__main__":
    main()
