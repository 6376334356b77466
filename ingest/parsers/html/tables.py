"""Tables of a web page: rows of cells, those that span several rows said in each of them; tables that only lay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.limits import Limits
from ingest.parsers.draft import Words
from ingest.parsers.header_rows import check_cells, heads

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_SPANNED = 50
_LARGE = ("table", "h1", "h2", "article", "main")
_GROUPS = frozenset({"thead", "tbody", "tfoot"})

Cell = tuple[Words, ...]


@dataclass(frozen=True)
class Row:
    """The cells of one row, and whether it heads the table."""

    cells: tuple[Cell, ...]
    header: bool


def lays_out(table: _Element) -> bool:
    """Whether a table only places parts of the page beside each other."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if all(sum(cell.tag in {"td", "th"} for cell in row) < 2 for row in rows_of(table)):
        return True
    inside = [each for each in table.iter(*_LARGE) if each is not table]
    return bool(inside) and not (_is_titled(table) and not any(_holds_table(each) for each in inside))


def _is_titled(table: _Element) -> bool:
    """Whether a table has a row of several column titles."""
    return any(sum(cell.tag == "th" for cell in row) > 1 for row in rows_of(table))


def _holds_table(element: _Element) -> bool:
    return any(each is not element for each in element.iter("table"))


def rows_of(table: _Element) -> Iterator[_Element]:
    """The rows of a table itself, not of those inside it."""
    for each in table:
        if each.tag == "tr":
            yield each
        elif each.tag in _GROUPS:
            yield from (row for row in each if row.tag == "tr")


def table_rows(table: _Element, words: Callable[[_Element], Cell], limits: Limits) -> tuple[Row, ...]:
    """The rows with their cells; `words` reads one cell. Raises UnreadableDocument where there are too many."""
    count = 0
    grid: list[list[Cell]] = []
    headers: list[bool] = []
    below: dict[int, tuple[int, Cell]] = {}
    for row in rows_of(table):
        grid.append(_cells(row, below, words))
        count += len(grid[-1])
        check_cells(len(grid[-1]), count, limits)
        holder = row.getparent()
        cells = [each.tag for each in row if each.tag in {"td", "th"}]
        headers.append((holder is not None and holder.tag == "thead") or (bool(cells) and set(cells) == {"th"}))
    if not any(headers) and heads(grid):
        headers[0] = True
    first = headers.index(True) if True in headers else len(headers)
    return tuple(
        Row(tuple(cells), header and position - first <= 1)
        for position, (cells, header) in enumerate(zip(grid, headers, strict=True))
    )


def _cells(row: _Element, below: dict[int, tuple[int, Cell]], words: Callable[[_Element], Cell]) -> list[Cell]:
    """The cells of a row; `below`: column -> for how many rows its cell goes on."""
    found: list[Cell] = []
    for cell in (each for each in row if each.tag in {"td", "th"}):
        _carried(found, below)
        rows = _span(cell, "rowspan")
        for shown in (words(cell), *[()] * (_span(cell, "colspan") - 1)):
            if rows > 1:
                below[len(found)] = (rows - 1, shown)
            found.append(shown)
    _carried(found, below)
    return found


def _carried(found: list[Cell], below: dict[int, tuple[int, Cell]]) -> None:
    while len(found) in below:
        left, said = below.pop(len(found))
        if left > 1:
            below[len(found)] = (left - 1, said)
        found.append(said)


def _span(cell: _Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), _MOST_SPANNED) if text.isascii() and text.isdigit() and len(text) < 6 else 1
