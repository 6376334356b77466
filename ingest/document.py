"""A document as it was read: one canonical text whose offsets never move, and blocks that say where things are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from graph.provenance import Document, Passage


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    TURN = "turn"
    QUOTE = "quote"
    CODE = "code"
    FOOTNOTE = "footnote"
    COMMENT = "comment"


@dataclass(frozen=True)
class Block:
    """Characters `start` to `end` of the text, and where they stand.

    `level`: depth of a heading (1 is the title) or list item (1 is outermost). `marker`: what a list item is
    numbered or bulleted with ("3.", "a)", "-"). `bold`: spans of the text that are set in bold. `cells`: spans of
    a table row's cells, `header` whether it heads its table, `table` which table of the document it is in.
    `columns`: of a sheet's header row, what each column holds (see `ingest.columns.Column`).
    `on`: the words that a comment hangs on. `section`: the heading above, whole; `headings`: all headings above, outermost first. `time`: "00:14:32".
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    bold: tuple[tuple[int, int], ...] = ()
    cells: tuple[tuple[int, int], ...] = ()
    header: bool = False
    table: int | None = None
    columns: tuple[str, ...] = ()
    section: str | None = None
    headings: tuple[str, ...] = ()
    time: str | None = None
    speaker: str | None = None
    on: str = ""


@dataclass(frozen=True)
class PageStart:
    """Where a page begins in the text: `page` counts from 1, `label` is what is printed."""

    offset: int
    page: int
    label: str | None = None


@dataclass(frozen=True)
class Link:
    """Characters `start` to `end` of the text are a link that leads to this heading of the same document."""

    start: int
    end: int
    heading: str


@dataclass(frozen=True)
class ParsedDocument:
    """A document with its blocks in reading order.

    `warnings`: what could not be read, for people. `notes`: how the rest was read, where that was a choice, such as
    tracked changes taken as accepted. `pages_without_text`: pages that are pictures only, counted from 1. `links`: in
    the order of the text. `present`: paths of other files of this kind and title that are still there, so that this is none of them
    under a new name.
    """

    source: Document
    blocks: tuple[Block, ...]
    pages: tuple[PageStart, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())
    pages_without_text: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()
    present: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The canonical text; every offset counts in it."""
        return self.source.text or ""

    def said(self, block: Block) -> str:
        """The characters of a block."""
        return self.text[block.start : block.end]

    def link_at(self, offset: int) -> Link | None:
        """The link that this character is part of; None where it is no link."""
        position = bisect_right(self.links, offset, key=lambda link: link.start) - 1
        return self.links[position] if position >= 0 and offset < self.links[position].end else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this character, or the one before it; None before the first block."""
        position = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[position] if position >= 0 else None

    def page_at(self, offset: int) -> PageStart | None:
        """The page that this character is on; None where the document has no pages."""
        position = bisect_right(self.pages, offset, key=lambda page: page.offset) - 1
        return self.pages[position] if position >= 0 else None

    def passage(self, start: int, end: int) -> Passage:
        """The passage of these characters, with page, section, time and speaker."""
        page, block = self.page_at(start), self.block_at(start)
        return Passage(
            id=f"{self.source.id}:{start}-{end}",
            document=self.source.id,
            page=page.page if page else None,
            page_label=page.label if page else None,
            section=block.section if block else None,
            time=block.time if block else None,
            speaker=block.speaker if block else None,
            start=start,
            end=end,
            text=self.text[start:end],
        )
