"""The body of a Word document, in order: headings, paragraphs, list items and tables, with notes behind what they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.document import BlockKind
from ingest.parsers.docx.asides import hung
from ingest.parsers.docx.inline import Inline
from ingest.parsers.docx.story import BULLET, Story
from ingest.parsers.docx.tables import Grid, table_rows
from ingest.parsers.docx.tags import child, is_read, name
from ingest.parsers.draft import Draft, Words

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRANSPARENT = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"})
_CONTENTS = re.compile(r"toc (?:heading|\d)$|table of figures$")
_MARKER = re.compile(r"[•▪◦‣–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)]")
_QUOTES = frozenset({"quote", "intense quote"})


class Body:
    """Reads block after block; what hangs on a block waits until the block, or its table, is complete."""

    def __init__(self, story: Story, asides: Mapping[tuple[str, str], Draft]) -> None:
        """`asides`: the drafts of each footnote, endnote and comment."""
        self.story = story
        self.tally = story.inline.tally
        self.asides = asides
        self.used: set[tuple[str, str]] = set()
        self.tables = 0
        self.held: Inline | None = None

    def blocks(self, root: _Element) -> Iterator[Draft]:
        """The blocks inside an element."""
        waiting = [iter(root)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
                continue
            tag = name(element)
            if tag == "w:p":
                inline = self._inline(element)
                yield from self._paragraph(element, inline) if inline is not None else ()
                waiting.extend(iter(box) for box in reversed(inline.boxes if inline is not None else ()))
            elif tag == "w:tbl":
                yield from self._table(table_rows(element, self.story))
            elif tag == "w:altChunk":
                self.tally.embedded += 1
            elif tag in _TRANSPARENT or (tag.startswith("mc:") and is_read(element)):
                waiting.append(iter(element))

    def _inline(self, element: _Element) -> Inline | None:
        """A paragraph's words; None where it is left out, or its end is deleted so that it goes on in the next."""
        inline = self.story.inline.read(element)
        if self.held is not None:
            inline = _joined(self.held, inline)
            self.held = None
        if child(element, "w:pPr", "w:rPr", "w:del") is not None:
            self.held = inline
            return None
        if self.story.inline.running.in_contents or _CONTENTS.match(self.story.style(element)):
            self.tally.contents += any(words.text.strip() for words in inline.words)
            return None
        self.tally.boxes += len(inline.boxes)
        return inline

    def _paragraph(self, element: _Element, inline: Inline) -> Iterator[Draft]:
        if any(words.text.strip() for words in inline.words):
            yield replace(self._draft(element, tuple(inline.words)), anchors=tuple(inline.anchors))
        elif inline.anchors:
            yield Draft(BlockKind.PARAGRAPH, anchors=tuple(inline.anchors))
        yield from self._hanging(inline.hanging)

    def _draft(self, element: _Element, words: tuple[Words, ...]) -> Draft:
        printed = self.story.printed(element)
        level = self.story.heading(element)
        number = printed.number if printed else ""
        if level:
            led = (Words(f"{number} "), *words) if number not in {"", BULLET} else words
            return Draft(BlockKind.HEADING, tuple(replace(each, bold=False) for each in led), level)
        if self.story.style(element) in _QUOTES:
            return Draft(BlockKind.QUOTE, words)
        if printed is None or not number:
            return Draft(BlockKind.PARAGRAPH, words)
        if _MARKER.fullmatch(number):
            return Draft(BlockKind.LIST_ITEM, words, printed.depth, number, f"{'  ' * (printed.depth - 1)}{number} ")
        return Draft(BlockKind.PARAGRAPH, (Words(f"{number} ", bold=words[0].bold), *words))

    def _table(self, grid: Grid) -> Iterator[Draft]:
        self.tables += grid.columns > 1
        for row in grid.rows:
            if grid.columns > 1:
                yield Draft(BlockKind.TABLE_ROW, cells=row.cells, header=row.header, table=self.tables)
            else:
                yield from (Draft(BlockKind.PARAGRAPH, cell) for cell in row.cells)
        yield from self._hanging(grid.hanging)

    def _hanging(self, hanging: Sequence[tuple[str, str]]) -> Iterator[Draft]:
        for key in hanging:
            if key in self.asides and key not in self.used:
                self.used.add(key)
                yield hung(self.asides[key], self.story.inline.running.commented.get(key[1], ""))


def _joined(before: Inline, after: Inline) -> Inline:
    return Inline(
        before.words + after.words,
        before.hanging + after.hanging,
        before.boxes + after.boxes,
        before.anchors + after.anchors,
    )
