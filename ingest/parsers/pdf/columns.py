"""Reading order: pages set in two columns are read one column after the other, between what spans both."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parsers.pdf.sheet import Line
from ingest.parsers.pdf.tables import Placed, Table

_FEWEST_LINES = 8
_FULL = 0.6
_NARROWEST = 0.25
_FEWEST_LETTERS = 20


def columns(found: Sequence[Line], tables: Sequence[Table] = ()) -> list[list[Placed]]:
    """The lines and ruled tables in groups that are read one after the other; one group where there are no two columns."""
    placed: list[Placed] = [*found, *tables]
    placed.sort(key=lambda item: -item.y)
    gutter = _gutter(found)
    if gutter is None:
        return [placed]
    groups: list[list[Placed]] = []
    left: list[Placed] = []
    right: list[Placed] = []
    for item in placed:
        if item.x0 < gutter < item.x1:
            groups += [left, right, [item]]
            left, right = [], []
        else:
            (left if item.x1 <= gutter else right).append(item)
    groups += [left, right]
    return [group for group in groups if group]


def _gutter(found: Sequence[Line]) -> float | None:
    """Where the white strip between two columns of prose runs, crossed by the fewest lines; None where there is none.

    A note mark that stands high at a line's end begins a line of its own, yet no column: other lines cross its edge.
    """
    if len(found) < 2 * _FEWEST_LINES:
        return None
    x0, x1 = min(line.x0 for line in found), max(line.x1 for line in found)
    starts = sorted({round(line.x0) - 1.0 for line in found if x0 + 0.3 * (x1 - x0) < line.x0 < x0 + 0.7 * (x1 - x0)})
    best, most = None, 0.75 * len(found)
    for at in starts:
        left = [line for line in found if line.x1 <= at]
        right = [line for line in found if line.x0 >= at]
        beside = len(left) + len(right)
        if beside >= most and _is_prose(left, x1 - x0) and _is_prose(right, x1 - x0):
            best, most = at, beside + 1
    return best


def _is_prose(column: Sequence[Line], page: float) -> bool:
    """Whether most lines fill a column of a page as wide as this, as the cells of a table do not."""
    if len(column) < _FEWEST_LINES:
        return False
    width = max(line.x1 for line in column) - min(line.x0 for line in column)
    filled = sum(line.x1 - line.x0 > _FULL * width and len(line.text) >= _FEWEST_LETTERS for line in column)
    return width > _NARROWEST * page and filled > _FULL * len(column)
