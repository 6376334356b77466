"""What the margins say on every page: running heads and feet, and the printed page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.parsers.pdf.lines import rows
from ingest.parsers.pdf.sheet import Run, Sheet

_NUMBER = re.compile(
    r"(?:page\s+|p\.\s*|[-–—|]\s*)?(?P<label>\d{1,4}|[ivxlc]{1,7})(?:\s*[-–—|])?(?:\s*(?:/|of)\s*\d{1,4})?",
    re.IGNORECASE,
)
_NUMBER_WITHIN = re.compile(
    r"(?:^|\bpage\s+|\|\s*|\s{2,})(?P<label>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\s*$|^(?P<first>\d{1,4})\b(?=\s*(?:\||\s{2}))",
    re.IGNORECASE,
)
Row = tuple[Run, ...]

_DEPTH = 3
_FEWEST_PAGES = 3
_APART = 1.5
_BOX = 40.0
_SHARE_OF_HEIGHT = 0.13


def without_margins(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages without what repeats at their head and foot, labelled with the numbers printed there."""
    edges = [tuple(_edges(sheet)) for sheet in sheets]
    seen: dict[tuple[int, str], set[int]] = defaultdict(set)
    for number, edge in enumerate(edges):
        for row in (row for side in edge for row in side):
            for near in (-1, 0, 1):
                seen[_height(row) + near, _pattern(row)].add(number)
    needed = min(_FEWEST_PAGES, max(2, len(sheets) // 2 + 1))

    def repeats(row: Row) -> bool:
        return len(seen[_height(row), _pattern(row)]) >= needed

    marginal = [[row for side in edge for row in takewhile(repeats, side)] for edge in edges]
    printed = _printed_numbers(marginal, sheets)
    return tuple(
        replace(sheet.without(frozenset(run for row in found for run in row)), label=sheet.label or label)
        for sheet, found, label in zip(sheets, marginal, printed, strict=True)
    )


def _height(row: Row) -> int:
    return round(row[0].y / 3)


def _edges(sheet: Sheet) -> Iterator[tuple[Row, ...]]:
    """The rows at the head of a page and those at its foot, outermost first, as far as they stand apart."""
    found = [tuple(row) for row in rows(sheet.runs)]
    middle = sheet.height / 2
    for side in ([row for row in found if row[0].y > middle], [row for row in reversed(found) if row[0].y <= middle]):
        yield tuple(
            row
            for row, inner in zip(side[:_DEPTH], [*side[1 : _DEPTH + 1], None], strict=False)
            if _is_outside(sheet, row) and (inner is None or _stands_apart(row, inner))
        )


def _is_outside(sheet: Sheet, row: Row) -> bool:
    share = row[0].y / sheet.height if sheet.height else 0.5
    boxed = [rule for rule in sheet.rules if rule.level and rule.x0 <= row[0].x0 + 1 and abs(rule.y0 - row[0].y) < _BOX]
    between = any(rule.y0 > row[0].y for rule in boxed) and any(rule.y0 < row[0].y for rule in boxed)
    return not _SHARE_OF_HEIGHT <= share <= 1 - _SHARE_OF_HEIGHT and not between


def _stands_apart(row: Row, inner: Row) -> bool:
    """Whether more than the space between two lines lies between a row and the next one, or both are marginal."""
    return abs(row[0].y - inner[0].y) > _APART * max(row[0].size, inner[0].size) or row[0].size < 0.9 * inner[0].size


def _text(row: Iterable[Run]) -> str:
    return "  ".join(run.text.strip() for run in row)


def _pattern(row: Iterable[Run]) -> str:
    """A row with its numbers left open."""
    text = _text(row)
    return "#" if _NUMBER.fullmatch(text.strip()) else re.sub(r"\d+", "#", text).casefold()


def _printed_numbers(marginal: Sequence[Sequence[Row]], sheets: Sequence[Sheet]) -> list[str | None]:
    """The printed number of each page, where most pages print one that goes up by one from page to page."""
    labels = [next((label for row in page if (label := _label(row))), None) for page in marginal]
    steps = Counter(
        int(label) - sheet.page for label, sheet in zip(labels, sheets, strict=True) if label and label.isdigit()
    )
    if not steps or steps.most_common(1)[0][1] * 2 < len(sheets):
        return [None] * len(sheets)
    return labels


def _label(row: Iterable[Run]) -> str | None:
    text = _text(row).strip()
    found = _NUMBER.fullmatch(text) or _NUMBER_WITHIN.search(text)
    return (found["label"] or found.groupdict().get("first")) if found else None
