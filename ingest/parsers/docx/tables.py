"""Tables of a Word document: rows of cells as they are shown, with cells that span several rows said in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from ingest.parsers.docx.story import BULLET, Story
from ingest.parsers.docx.styles import number
from ingest.parsers.docx.tags import attribute, child, is_on, is_read, name, value
from ingest.parsers.draft import BREAK, Words
from ingest.parsers.header_rows import check_cells, heads

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_SPANNED = 50
_TRANSPARENT = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})

Cell = tuple[Words, ...]


@dataclass(frozen=True)
class Row:
    """The cells of one row, and whether it heads the table."""

    cells: tuple[Cell, ...]
    header: bool


@dataclass(frozen=True)
class Grid:
    """A table, and the notes and comments that hang on it as (sort, id)."""

    rows: tuple[Row, ...]
    columns: int
    hanging: tuple[tuple[str, str], ...]


def table_rows(table: _Element, story: Story) -> Grid:
    """The rows of a table that no tracked change deleted."""
    reading, tally = _Reading(story), story.inline.tally
    found: list[tuple[list[Cell], bool]] = []
    for row in _inside(table, "w:tr"):
        deleted = child(row, "w:trPr", "w:del")
        if deleted is not None:
            words = " ".join("".join(each.text for each in cell) for cell in reading.cells(row))
            tally.deletion(attribute(deleted, "author") or "", words)
            continue
        if (inserted := child(row, "w:trPr", "w:ins")) is not None:
            tally.insertion(attribute(inserted, "author") or "")
        found.append((reading.cells(row), bool(is_on(row, "w:trPr", "w:tblHeader"))))
    marked = any(header for _, header in found)
    first = marked or heads([cells for cells, _ in found])
    rows = (
        Row(tuple(cells), header or (first and not marked and position == 0))
        for position, (cells, header) in enumerate(found)
    )
    return Grid(tuple(rows), max((len(cells) for cells, _ in found), default=0), tuple(reading.hanging))


class _Reading:
    """The cells so far of each column, for those that go on below."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.above: dict[int, Cell] = {}
        self.hanging: list[tuple[str, str]] = []

    def cells(self, row: _Element) -> list[Cell]:
        """The cells of a row, an empty one for each further column that a cell spans."""
        found: list[Cell] = [()] * min(number(value(row, "w:trPr", "w:gridBefore")) or 0, _MOST_SPANNED)
        for cell in _inside(row, "w:tc"):
            setting = child(cell, "w:tcPr")
            merged = child(setting, "w:vMerge")
            goes_on = merged is not None and attribute(merged, "val") != "restart"
            words = self.above.get(len(found), ()) if goes_on else tuple(self._words(cell))
            self.above[len(found)] = words
            span = min(number(value(setting, "w:gridSpan")) or 1, _MOST_SPANNED)
            found += [words] + [()] * (span - 1)
        self.story.inline.tally.cells += len(found)
        check_cells(len(found), self.story.inline.tally.cells, self.story.limits)
        return found

    def _words(self, cell: _Element) -> Iterator[Words]:
        for position, paragraph in enumerate(_paragraphs(cell)):
            inline = self.story.inline.read(paragraph)
            printed = self.story.printed(paragraph)
            self.hanging += inline.hanging
            if position:
                yield Words(BREAK)
            if printed and printed.number not in {"", BULLET}:
                yield Words(f"{printed.number} ")
            yield from inline.words


def _paragraphs(cell: _Element) -> Iterator[_Element]:
    """The paragraphs of a cell and of what stands in it, in order."""
    walk = etree.iterwalk(cell, events=("start",))
    for _, element in walk:
        if name(element) == "w:p":
            yield element
        elif not is_read(element):
            walk.skip_subtree()


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """The elements of that tag directly inside, or inside what only wraps them."""
    waiting = [iter(element)]
    while waiting:
        each = next(waiting[-1], None)
        if each is None:
            waiting.pop()
        elif name(each) == tag:
            yield each
        elif name(each) in _TRANSPARENT:
            waiting.append(iter(each))
