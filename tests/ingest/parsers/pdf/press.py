"""Prints small PDF files whose every word and rule the test has placed."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

TOP = 780.0
LEFT = 60.0
FOX = "The valve on the outer line is closed by hand every night and the log of it is read by the shift lead on the next day"


@dataclass(frozen=True)
class Set:
    """Words at a place, in a font and size."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "Helvetica"


@dataclass(frozen=True)
class Ruled:
    """A line from one place to another."""

    x0: float
    y0: float
    x1: float
    y1: float


Mark = Set | Ruled


def printed(*pages: list[Mark], title: str = "", password: str | None = None) -> bytes:
    """The bytes of a PDF with these pages."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, encrypt=password)
    if title:
        canvas.setTitle(title)
    for page in pages:
        for mark in page:
            if isinstance(mark, Ruled):
                canvas.line(mark.x0, mark.y0, mark.x1, mark.y1)
            else:
                canvas.setFont(mark.font, mark.size)
                canvas.drawString(mark.x, mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def saved(folder: Path, *pages: list[Mark], title: str = "") -> Path:
    """A PDF file with these pages."""
    path = folder / "report.pdf"
    path.write_bytes(printed(*pages, title=title))
    return path


def paragraph(text: str, y: float, *, x: float = LEFT, width: int = 90) -> list[Mark]:
    """Text in lines 12.5 points apart, the first at height `y`."""
    return [Set(x, y - 12.5 * number, line) for number, line in enumerate(wrap(text, width))]
