"""Pieces over page breaks: sentences that go on, tables that are continued, footnotes that must not interrupt them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.parsers.pdf.pieces import Piece
from ingest.parsers.pdf.style import Style
from ingest.parsers.pdf.tables import Table

_FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True)
class Spread:
    """What one page holds, its footnotes apart."""

    page: int
    pieces: tuple[Piece | Table, ...]
    footnotes: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Part:
    """What stands on one page of a piece, or a table; `table` numbers tables through the document."""

    page: int
    piece: Piece | Table
    table: int = 0


@dataclass(frozen=True)
class Whole:
    """A piece with all its parts, first page first."""

    parts: tuple[Part, ...]


def joined(spreads: Iterable[Spread], style: Style) -> list[Whole]:
    """All pieces in reading order, those cut by a page or column break made one.

    Footnotes stand after the last piece of their page that is whole: before the one that may go on overleaf.
    """
    found: list[Whole] = []
    tables = 0
    for spread in spreads:
        for at, piece in enumerate(spread.pieces):
            before = _before(found)
            last = found[before].parts[-1].piece if found else None
            if isinstance(piece, Table):
                tables += not (at == 0 and isinstance(last, Table) and _continues(last, piece))
                found.append(Whole((Part(spread.page, piece, tables),)))
            elif isinstance(last, Piece) and _goes_on(last, piece, style, overleaf=at == 0):
                found[before] = Whole((*found[before].parts, Part(spread.page, piece)))
            else:
                found.append(Whole((Part(spread.page, piece),)))
        notes = [Whole((Part(spread.page, note),)) for note in spread.footnotes]
        open_end = bool(found) and _is_open(found[-1]) and found[-1].parts[0].page == spread.page
        found[len(found) - open_end : len(found) - open_end] = notes
    return found


def _before(found: Sequence[Whole]) -> int:
    """Where the last piece is that is no footnote; footnotes never go on overleaf."""
    at = len(found) - 1
    while at > 0 and isinstance(piece := found[at].parts[0].piece, Piece) and piece.kind is BlockKind.FOOTNOTE:
        at -= 1
    return at


def _is_open(whole: Whole) -> bool:
    piece = whole.parts[-1].piece
    return isinstance(piece, Piece) and piece.kind in _FLOWING


def _continues(before: Table, after: Table) -> bool:
    return len(before.rows[0]) == len(after.rows[0]) and abs(before.x0 - after.x0) < 12


def _goes_on(before: Piece, after: Piece, style: Style, *, overleaf: bool) -> bool:
    """Whether a piece at the head of a page or column is the rest of the one before it."""
    if before.kind not in _FLOWING or after.kind not in _FLOWING or after.marker:
        return False
    first, last = after.lines[0], before.lines[-1]
    turned = overleaf or first.y > last.y
    if not turned or abs(first.size - last.size) > 0.06 * style.body:
        return False
    if before.kind is BlockKind.LIST_ITEM and abs(first.x0 - before.text_x0) < 4 and first.text[:1].islower():
        return True
    return not before.ends_sentence and not first.bold
