"""Pieces -> drafted blocks: lines become words, headings get their levels, tables their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.parsers.draft import Draft, PageMark, Words
from ingest.parsers.pdf.hyphens import Spelling
from ingest.parsers.pdf.outline import levels
from ingest.parsers.pdf.pieces import Piece
from ingest.parsers.pdf.sheet import Line
from ingest.parsers.pdf.spread import Part, Whole
from ingest.parsers.pdf.tables import Cell, Table


def drafts(found: Sequence[Whole], spelling: Spelling, labels: Mapping[int, str | None]) -> tuple[Draft, ...]:
    """The blocks in reading order; the first words of every page carry its mark."""
    headings = [piece for whole in found if isinstance(piece := whole.parts[0].piece, Piece) and _heads(piece)]
    writer = _Writer(spelling, labels, iter(levels(headings)))
    return tuple(draft for whole in found for draft in writer.drafts(whole))


def _heads(piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING


class _Writer:
    """What is needed to put pieces into words."""

    def __init__(self, spelling: Spelling, labels: Mapping[int, str | None], heading_levels: Iterator[int]) -> None:
        self.spelling = spelling
        self.labels = labels
        self.levels = heading_levels
        self.page = 0

    def drafts(self, whole: Whole) -> Iterator[Draft]:
        """The block of a piece, or the rows of a table."""
        part = whole.parts[0]
        if isinstance(part.piece, Table):
            yield from self._rows(part, part.piece)
            return
        piece = part.piece
        words: list[Words] = []
        for page, lines in _pages(whole):
            mark = self._mark(page)
            words += [mark] if mark else []
            self._append(words, lines)
        match piece.kind:
            case BlockKind.HEADING:
                yield Draft(piece.kind, tuple(replace(part, bold=False) for part in words), next(self.levels))
            case BlockKind.LIST_ITEM:
                prefix = "  " * (piece.level - 1) + (f"{piece.marker} " if piece.marker else "  ")
                yield Draft(piece.kind, tuple(words), piece.level, piece.marker, prefix)
            case BlockKind.FOOTNOTE:
                yield Draft(piece.kind, tuple(words), 0, piece.marker, f"[{piece.marker}] ")
            case _:
                yield Draft(piece.kind, tuple(words))

    def _mark(self, page: int) -> Words | None:
        if page == self.page:
            return None
        self.page = page
        return Words("", page=PageMark(page, self.labels.get(page)))

    def _rows(self, part: Part, table: Table) -> Iterator[Draft]:
        for number, row in enumerate(table.rows):
            cells = [self._cell(cell) for cell in row]
            mark = self._mark(part.page)
            if mark:
                cells[0] = (mark, *cells[0])
            header = table.header and number == 0
            yield Draft(BlockKind.TABLE_ROW, cells=tuple(cells), header=header, table=part.table)

    def _cell(self, lines: Cell) -> tuple[Words, ...]:
        words: list[Words] = []
        self._append(words, lines)
        return tuple(words)

    def _append(self, words: list[Words], lines: Cell) -> None:
        """Add the words of lines, each line's hyphen mended or kept."""
        for line in lines:
            last = next((at for at in range(len(words) - 1, -1, -1) if words[at].text), None)
            if last is not None:
                self._end_line(words, last, line)
            words += [Words(run.text, run.bold) for run in line.runs]

    def _end_line(self, words: list[Words], last: int, line: Line) -> None:
        joint = self.spelling.joins(words[last].text, line.text)
        if joint == "":
            words[last] = replace(words[last], text=words[last].text.rstrip()[:-1])
        elif joint is None:
            words.append(Words("\n", bold=words[last].bold and line.runs[0].bold))


def _pages(whole: Whole) -> Iterator[tuple[int, tuple[Line, ...]]]:
    for part in whole.parts:
        if isinstance(part.piece, Piece):
            yield part.page, part.piece.lines
