"""What the margins say on every page: running heads and feet, and the printed page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
_DEPTH = 3
_SHARE_OF_HEIGHT = 0.13


def without_margins(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages without what repeats at their head and foot, labelled with the numbers printed there."""
    edges = [tuple(_edge_rows(sheet)) for sheet in sheets]
    seen: dict[tuple[int, str], set[int]] = defaultdict(set)
    for number, rows_of_page in enumerate(edges):
        for height, row in rows_of_page:
            for near in (height - 1, height, height + 1):
                seen[near, _pattern(row)].add(number)
    needed = max(2, min(3, len(sheets) // 2 + 1)) if len(sheets) > 1 else 2
    marginal = [[row for height, row in page if len(seen[height, _pattern(row)]) >= needed] for page in edges]
    printed = _printed_numbers(marginal, sheets)
    return tuple(
        replace(sheet.without(frozenset(run for row in found for run in row)), label=sheet.label or label)
        for sheet, found, label in zip(sheets, marginal, printed, strict=True)
    )


def _edge_rows(sheet: Sheet) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """The outermost rows of a page, each with its height on the page in steps of three points."""
    found = rows(sheet.runs)
    for row in {id(row): row for row in (*found[:_DEPTH], *found[-_DEPTH:])}.values():
        share = row[0].y / sheet.height if sheet.height else 0.5
        if share < _SHARE_OF_HEIGHT or share > 1 - _SHARE_OF_HEIGHT:
            yield round(row[0].y / 3), tuple(row)


def _text(row: Iterable[Run]) -> str:
    return "  ".join(run.text.strip() for run in row)


def _pattern(row: Iterable[Run]) -> str:
    """A row with its numbers left open."""
    text = _text(row)
    return "#" if _NUMBER.fullmatch(text.strip()) else re.sub(r"\d+", "#", text).casefold()


def _printed_numbers(marginal: Sequence[Sequence[tuple[Run, ...]]], sheets: Sequence[Sheet]) -> list[str | None]:
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
