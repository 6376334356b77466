"""Points of a critique in tables: a row that repeats a statement or names a thing, and says in another cell what is held of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.point_names import numbers_of
from ingest.extractors.rules.points import Point, clipped
from ingest.extractors.rules.quoted_claims import quoted_claims
from ingest.extractors.rules.views import views_in

_FEW = 3


def row_points(outline: Outline) -> Iterator[Point]:
    """A point for each row that quotes a statement of the judged document and takes a view in another cell.

    Nothing outside critiques.
    """
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return
    numbers = numbers_of(outline)
    for unit in outline.units:
        point = _of_row(outline, unit, numbers.get(unit.index)) if unit.kind is BlockKind.TABLE_ROW else None
        if point is not None:
            yield point


def _of_row(outline: Outline, unit: Unit, number: str | None) -> Point | None:
    cells = [_cell(outline, unit, span) for span in unit.block.cells]
    told = next((cell for cell in reversed(cells) if views_in(cell.text) and len(cell.text.split()) >= _FEW), None)
    claimed = tuple(cell for cell in cells if cell is not told and any(quoted_claims(cell.text)))
    if told is None or not claimed:
        return None
    name = re.sub(r"\s+", " ", told.text)
    key = f"{ElementKind.FINDING}:{unit.index}"
    return Point(key, clipped(name), (told,), before=claimed, shown=number)


def _cell(outline: Outline, unit: Unit, span: tuple[int, int]) -> Sentence:
    start, end = span
    return Sentence(start, end, outline.document.text[start:end], unit.index)
