"""Rows of cells -> drafted blocks: what stands above the header, the header with what its columns hold, and the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.columns import Column, columns_of
from ingest.document import BlockKind
from ingest.errors import UnreadableDocument
from ingest.limits import Limits, beyond
from ingest.parsers.draft import BREAK, Draft, Words

_SEARCHED = 20

Cells = Sequence[str]


@dataclass
class Register:
    """Sheets as they are read one after the other: how many tables, and what is told of their columns."""

    given: Mapping[Column, str]
    limits: Limits
    tables: int = 0
    rows: int = 0
    notes: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def sheet(self, name: str, rows: Sequence[Cells]) -> Iterator[Draft]:
        """The blocks of one sheet; `name` '' for a file that has only one."""
        if name:
            yield Draft(BlockKind.HEADING, (Words(name),), 1)
        head = self._head(rows)
        for row in rows[: head or 0]:
            yield Draft(BlockKind.PARAGRAPH, _words("  ".join(filter(None, row))))
        if head is None:
            yield from (Draft(BlockKind.PARAGRAPH, _words("  ".join(filter(None, row)))) for row in rows)
            return
        width = max(at + 1 for row in rows[head:] for at, cell in enumerate(row) if cell)
        titles = _padded(rows[head], width)
        columns = columns_of(titles, self.given)
        self.tables += 1
        self.titles += [title for title in titles if title]
        self.notes.append(_told(name, titles, columns))
        for at, row in enumerate(rows[head:]):
            cells = tuple(_words(cell) for cell in _padded(row, width))
            yield Draft(
                BlockKind.TABLE_ROW, cells=cells, header=at == 0, table=self.tables, columns=() if at else columns
            )

    def check_mapping(self) -> None:
        """Refuse sheets none of which has a column that the mapping names."""
        titles = {" ".join(title.split()).casefold() for title in self.titles}
        missing = [title for title in self.given.values() if " ".join(title.split()).casefold() not in titles]
        if missing:
            raise UnreadableDocument(
                f"it has no column {' or '.join(f'“{title}”' for title in missing)}",
                f"Its columns are: {', '.join(self.titles) or 'none'}.",
            )

    def count(self, cells: int) -> None:
        """Count a row; refuse more rows, or more cells in it, than the limits allow."""
        self.rows += 1
        if self.rows > self.limits.rows:
            raise beyond(f"it has more than {self.limits.rows} rows", "rows")
        if cells > self.limits.columns:
            raise beyond(f"a row of it has {cells} cells, more than {self.limits.columns}", "columns")

    def _head(self, rows: Sequence[Cells]) -> int | None:
        """The row that names the columns: the first of several cells, or a later one of which more titles are understood.

        One that is understood may be chance: a row of the table can name a "gate monitor".
        """
        best, most = None, 0
        for at, row in enumerate(rows[:_SEARCHED]):
            filled = [cell for cell in row if cell]
            if len(filled) < 2:
                continue
            known = sum(column is not Column.OTHER for column in columns_of(filled, self.given))
            if best is None or known > max(most, 1):
                best, most = at, known
        return best


def _padded(row: Cells, width: int) -> tuple[str, ...]:
    return (*row[:width], *("" for _ in range(width - len(row))))


def _words(cell: str) -> tuple[Words, ...]:
    return (Words(cell.replace("\n", BREAK)),) if cell else ()


def _told(name: str, titles: Sequence[str], columns: Sequence[Column]) -> str:
    """Which columns are read as what, in one sentence."""
    read = [
        f"“{title}” as {column}" for title, column in zip(titles, columns, strict=True) if column is not Column.OTHER
    ]
    rest = [f"“{title}”" for title, column in zip(titles, columns, strict=True) if title and column is Column.OTHER]
    sheet = f"sheet “{name}”: " if name else ""
    left = f"; not mapped: {', '.join(rest)}" if rest else ""
    return f"{sheet}columns read: {', '.join(read) or 'none'}{left}"
