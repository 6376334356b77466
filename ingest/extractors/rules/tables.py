"""Tables: what their columns hold, and what each row says of controls, evaluations, owners and needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.naming import singular
from ingest.columns import Column, column_of
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.lexicon import EVIDENCE_HEADS
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.table_columns import told_by_content

_TESTED = Cue(
    r"(?:(?:ever|last|how|when|most\s+recently|has\s+it\s+been|been)\s+)*(?:tested|exercised|tried|drilled|verified|checked|evaluated)(?:\s+(?:by|in|how|with|last))?",
    re.IGNORECASE,
)
_OUTCOME = Cue(r"[:;(,–—]|\.\s|\s-\s|\s(?:in|on|of|by|from|with)\s")
_NO_TEST = Cue(r"\W*(?:no|none|never|not|planned|due|next|to\s+be|untested)\b", re.IGNORECASE)
_TESTS = EVIDENCE_HEADS | {"check", "attempt", "inspection", "rehearsal", "walk-through", "run", "replay", "comparison"}
_LONGEST = 60
_TOLD = Cue(r"\d")
_UNTOLD = frozenset({Column.RESULT, Column.OTHER, Column.STATUS, Column.DESCRIPTION})
_CAPTION = Cue(r"^\W*\[?(?:Table|Tab\.)\s+[\w.]*\d[\w.]*\]?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A cell with its text and place."""

    column: Column
    text: str
    start: int
    end: int

    @property
    def untested(self) -> bool:
        """Does a cell of tests say that there was none, or that one is still to come?"""
        return _NO_TEST.match(self.text) is not None

    @property
    def test(self) -> str | None:
        """The test that a cell names before its outcome: "August drill: 20 of 20 cut"; None for "Never" or a date."""
        name = _OUTCOME.split(self.text, maxsplit=1)[0].strip()
        head = name.split()[-1].casefold() if name else ""
        named = {head, singular(head)} & _TESTS and not _NO_TEST.match(name)
        return name if not name.casefold().startswith("see ") and named and len(name) <= _LONGEST else None


@dataclass(frozen=True)
class Row:
    """A row of a table below its header."""

    unit: Unit
    cells: tuple[Cell, ...]

    def first(self, column: Column) -> Cell | None:
        """The first cell with words in a column of this sort."""
        return next((cell for cell in self.cells if cell.column is column and cell.text), None)


@dataclass(frozen=True)
class Table:
    """A table: its columns with their titles, rows, and the units that head and caption it, if any."""

    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    header: Unit | None
    rows: tuple[Row, ...]
    caption: Unit | None
    caption_text: str
    before: Unit | None

    @property
    def counts(self) -> bool:
        """Is it one of figures: several columns of results for each row?"""
        return self.columns.count(Column.RESULT) > 1 and Column.CONTROL not in self.columns


@once
def read_tables(outline: Outline) -> tuple[Table, ...]:
    """The tables of a document; a headless continuation goes on with the columns of the table before it."""
    found: list[Table] = []
    columns: tuple[Column, ...] = ()
    titles: tuple[str, ...] = ()
    for units in _grouped(outline):
        header = units[0] if units[0].block.header else None
        named = tuple(_cell_text(outline, span) for span in header.block.cells) if header else ()
        if header is not None and any(named):
            sorts = (Column.EVIDENCE if _TESTED.fullmatch(title) else column_of(title) for title in named)
            bodies = [
                [_cell_text(outline, span) for span in unit.block.cells] for unit in units if not unit.block.header
            ]
            titles, columns = named, told_by_content(tuple(sorts), named, bodies)
        elif len(units[0].block.cells) != len(columns):
            titles, columns = (), ()
        rows = tuple(_row(outline, unit, columns) for unit in units if not unit.block.header)
        columns, rows = _with_tests(columns, rows)
        caption, text = _caption(outline, units)
        before = outline.units[units[0].index - 1] if units[0].index else None
        found.append(Table(columns, titles, header, rows, caption, text, before))
    return tuple(found)


def _grouped(outline: Outline) -> Iterator[list[Unit]]:
    group: list[Unit] = []
    for unit in outline.units:
        same = group and unit.kind is BlockKind.TABLE_ROW and unit.block.table == group[-1].block.table
        if group and not same:
            yield group
            group = []
        if unit.kind is BlockKind.TABLE_ROW:
            group.append(unit)
    if group:
        yield group


def _row(outline: Outline, unit: Unit, columns: tuple[Column, ...]) -> Row:
    sorts = (*columns, *(Column.OTHER for _ in unit.block.cells))
    cells = tuple(
        Cell(sort, _cell_text(outline, span), *span) for sort, span in zip(sorts, unit.block.cells, strict=False)
    )
    return Row(unit, cells)


def _with_tests(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """A column beside controls that names tests with their outcome holds evidence, whatever its title: "What we know"."""
    if Column.CONTROL not in columns or {Column.EVALUATION, Column.EVIDENCE} & {*columns}:
        return columns, rows
    told = {
        at
        for row in rows
        for at, cell in enumerate(row.cells)
        if cell.column in _UNTOLD and _TOLD.search(cell.text) and cell.test
    }
    if not told:
        return columns, rows
    sorts = tuple(Column.EVIDENCE if at in told else column for at, column in enumerate(columns))
    new = (
        tuple(replace(c, column=Column.EVIDENCE if at in told else c.column) for at, c in enumerate(r.cells))
        for r in rows
    )
    return sorts, tuple(Row(row.unit, cells) for row, cells in zip(rows, new, strict=True))


def _cell_text(outline: Outline, span: tuple[int, int]) -> str:
    return cleaned(outline.document.text[span[0] : span[1]])


def _caption(outline: Outline, units: list[Unit]) -> tuple[Unit | None, str]:
    """The caption stands right behind the table or right above it, and opens with "Table"."""
    for position in (units[-1].index + 1, units[0].index - 1):
        unit = outline.units[position] if 0 <= position < len(outline.units) else None
        found = _CAPTION.match(unit.text) if unit and unit.kind is not BlockKind.TABLE_ROW else None
        if unit and found and unit.sentences:
            rest = unit.text[found.end() :]
            return unit, cleaned(re.split(r"(?<=[.:])\s", rest, maxsplit=1)[0])
    return None, ""
