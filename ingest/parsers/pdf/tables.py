"""Tables: grids of ruled lines, and rows of words that stand in the same columns without any."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.columns import are_titles
from ingest.parsers.pdf.figures import TOUCHING, figures
from ingest.parsers.pdf.lines import line, lines, rows
from ingest.parsers.pdf.sheet import Line, Rule, Run

_ALIGNED = 3.0
_FEWEST_ROWS = 3
_LONGEST_NAME = 40
_MARKER = re.compile(r"(?:[-–•‣▪◦●○■*]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])")

Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells, each the lines in it, and the place that the table takes up on its page."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    x0: float
    x1: float
    y: float
    foot: float


Placed = Line | Table


def ruled_tables(runs: Sequence[Run], rules: Sequence[Rule]) -> tuple[list[Table], frozenset[Run]]:
    """The tables whose cells are drawn as boxes, and the runs in them."""
    found, used = [], set()
    for group in figures(rules):
        xs = _distinct(rule.x0 for rule in group if not rule.level)
        ys = _distinct(rule.y0 for rule in group if rule.level)
        if len(xs) < 3 or len(ys) < 2:
            continue
        inside = [run for run in runs if xs[0] - 1 <= run.x0 <= xs[-1] and ys[0] - 1 <= run.y <= ys[-1]]
        table = _gridded(inside, xs, ys)
        if table.rows:
            found.append(table)
            used.update(inside)
    return found, frozenset(used)


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > TOUCHING:
            kept.append(value)
    return kept


def _gridded(runs: Iterable[Run], xs: Sequence[float], ys: Sequence[float]) -> Table:
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        column = min(max(bisect_right(xs, run.x0 + 1) - 1, 0), len(xs) - 2)
        row = min(max(bisect_right(ys, run.y + 0.3 * run.size) - 1, 0), len(ys) - 2)
        cells.setdefault((row, column), []).append(run)
    grid = [
        tuple(tuple(_whole_lines(cells.get((row, column), ()))) for column in range(len(xs) - 1))
        for row in range(len(ys) - 2, -1, -1)
    ]
    kept = tuple(row for row in grid if any(row))
    return Table(kept, _has_header(kept), xs[0], xs[-1], ys[-1], ys[0])


def _whole_lines(runs: Iterable[Run]) -> Iterator[Line]:
    return (line(row) for row in rows(runs))


def _has_header(grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row heads the table; see `header_rows.heads`."""
    if len(grid) < 2:
        return False
    if are_titles([_text(cell) for cell in grid[0]]):
        return True
    if len(grid) > 2 and len(grid[0]) > 2 and all(_is_name(cell) for cell in grid[0][1:]):
        return True
    first, *below = [[line.bold for cell in row for line in cell] for row in grid]
    return len([cell for cell in grid[0] if cell]) > 1 and all(first) and not all(all(row) for row in below)


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell).strip()


def _is_name(cell: Cell) -> bool:
    text = _text(cell)
    return 0 < len(text) <= _LONGEST_NAME and not any(letter.isdigit() for letter in text) and text[-1] not in ".;"


def aligned_tables(found: Sequence[Sequence[Line]]) -> list[tuple[int, int, Table]]:
    """Tables without rules among rows of lines: (first row, one past the last row, table).

    At the head and the foot of a page a single row of three cells is enough: the rest may stand overleaf.
    """
    tables = []
    at = 0
    while at < len(found):
        end = _reach(found, at) if len(found[at]) > 1 and not _is_listed(found[at]) else at
        several = sum(len(row) > 1 for row in found[at:end])
        cut = several > 0 and len(found[at]) > 2 and (at == 0 or end == len(found))
        if several >= _FEWEST_ROWS or cut:
            tables.append((at, end, _columned(found[at:end])))
            at = end
        else:
            at += 1
    return tables


def _is_listed(row: Sequence[Line]) -> bool:
    return _MARKER.fullmatch(row[0].text.strip()) is not None


def _reach(found: Sequence[Sequence[Line]], at: int) -> int:
    """One past the last row that keeps to the columns of the first."""
    starts = [line.x0 for line in found[at]]
    end = at + 1
    last = end
    while end < len(found):
        row = found[end]
        if found[end - 1][0].y - row[0].y > 4 * row[0].size or not all(_in_column(line, starts) for line in row):
            break
        if len(row) == 1 and abs(row[0].x0 - starts[0]) <= _ALIGNED and row[0].x1 > starts[1]:
            break
        end += 1
        if len(row) > 1:
            last = end
        elif end - last > 3:
            break
    while last < end and abs(found[last][0].x0 - starts[0]) > _ALIGNED:
        last += 1
    return last


def _in_column(line: Line, starts: Sequence[float]) -> bool:
    return any(abs(line.x0 - start) <= _ALIGNED for start in starts)


def _columned(found: Sequence[Sequence[Line]]) -> Table:
    starts = sorted(line.x0 for line in found[0])
    steps = [before[0].y - after[0].y for before, after in pairwise(found)]
    tight = min(steps, default=0.0)
    spaced = max(steps, default=0.0) > 1.25 * tight
    grid: list[list[list[Line]]] = []
    for number, row in enumerate(found):
        first = min(line.x0 for line in row) <= starts[0] + _ALIGNED
        opens = number == 0 or (steps[number - 1] > 1.15 * tight if spaced else first)
        if opens:
            grid.append([[] for _ in starts])
        for part in row:
            grid[-1][max(bisect_right(starts, part.x0 + _ALIGNED) - 1, 0)].append(part)
    whole = tuple(tuple(tuple(cell) for cell in row) for row in grid)
    every = [line for row in found for line in row]
    return Table(
        whole, _has_header(whole), starts[0], max(line.x1 for line in every), every[0].y + every[0].size, every[-1].y
    )


def rows_of_lines(runs: Iterable[Run]) -> list[list[Line]]:
    """Rows from top to bottom, each cut into lines where gaps are wide."""
    return [lines(row) for row in rows(runs)]
