"""Runs -> lines: what stands on one baseline and close together, with note marks told from words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.parsers.pdf.sheet import Line, Run

SPACE = 0.13
COLUMN_GAP = 1.4
_SAME_BASELINE = 0.35
_RAISED_BY = 0.6
_SMALL = 0.85
_NOTE_MARK = re.compile(r"(?:\d{1,3}(?:,\s?\d{1,3})*|[*†‡§¶]+)")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")


def lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of a column from top to bottom; runs far apart on one baseline are lines of their own."""
    return [line for row in rows(runs) for line in _split(row)]


def rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by baseline, from top to bottom, each row from left to right."""
    ordered = sorted(runs, key=lambda run: (-run.y, run.x0))
    found: list[list[Run]] = []
    base, size = 0.0, 0.0
    for run in ordered:
        if found and base - run.y <= _SAME_BASELINE * max(size, run.size):
            found[-1].append(run)
            if run.size > size:
                base, size = run.y, run.size
        else:
            found.append([run])
            base, size = run.y, run.size
    return [sorted(row, key=lambda run: (run.x0, run.x1)) for row in _with_marks(found)]


def _with_marks(found: Sequence[list[Run]]) -> list[list[Run]]:
    """Rows with those of small raised or lowered characters put into the row that they belong to."""
    kept: list[list[Run]] = []
    for row in found:
        above = kept[-1] if kept else None
        if above is None:
            kept.append(row)
            continue
        size, size_above = max(run.size for run in row), max(run.size for run in above)
        step = above[0].y - row[0].y
        raised = size_above <= _SMALL * size and step <= _RAISED_BY * size
        lowered = size <= _SMALL * size_above and step <= _SAME_BASELINE * size_above
        if (raised or lowered) and _beside(above, row):
            above += row
        else:
            kept.append(row)
    return kept


def _beside(one: Sequence[Run], other: Sequence[Run]) -> bool:
    """Whether some run of one row touches the end or the beginning of a run of the other."""
    return any(
        min(abs(a.x0 - b.x1), abs(b.x0 - a.x1)) <= 0.6 * max(a.size, b.size) or a.x0 < b.x0 < a.x1 or b.x0 < a.x0 < b.x1
        for a in one
        for b in other
    )


def _split(row: Sequence[Run]) -> Iterator[Line]:
    begin = 0
    for at, (before, after) in enumerate(pairwise(row), start=1):
        if after.x0 - before.x1 > COLUMN_GAP * max(before.size, after.size):
            yield line(row[begin:at])
            begin = at
    yield line(row[begin:])


def line(row: Sequence[Run]) -> Line:
    """Runs of one baseline as a line, spaces between words set where there is a gap."""
    sizes: Counter[float] = Counter()
    for run in row:
        sizes[run.size] += len(run.text.strip())
    size = max(sizes, key=lambda key: (sizes[key], key))
    base = next(run.y for run in row if run.size == size)
    spaced: list[Run] = []
    for run in row:
        kept = _noted(run, spaced, raised=_is_raised(run, size, base))
        if kept is None:
            continue
        if spaced and kept.x0 - spaced[-1].x1 > SPACE * size and not spaced[-1].text.endswith(" "):
            spaced[-1] = replace(spaced[-1], text=spaced[-1].text + " ")
        spaced.append(kept)
    whole = spaced or list(row)
    return Line(tuple(whole), row[0].x0, max(run.x1 for run in row), base, size)


def _is_raised(run: Run, size: float, base: float) -> bool:
    return run.size <= _SMALL * size and run.y > base + 0.12 * size


def _noted(run: Run, before: Sequence[Run], *, raised: bool) -> Run | None:
    """A raised number as an exponent, or None where it is the mark of a note; any other run as it is."""
    if not raised or not before or not _NOTE_MARK.fullmatch(run.text.strip()):
        return run
    last = before[-1].text.rstrip()[-1:]
    if last.isdigit() or last in {"−", "-", "×"}:
        return replace(run, text=run.text.translate(_RAISED))
    return None
