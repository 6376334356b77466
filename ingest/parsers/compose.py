"""Blocks as drafted -> the canonical text, and the blocks and pages as offsets in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, PageStart
from ingest.limits import DEFAULT, Limits, beyond, check_blocks
from ingest.parsers.draft import Draft, PageMark, Words
from ingest.parsers.flow import Flow, Linked, flow

BETWEEN_BLOCKS = "\n\n"
BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class Composed:
    """The canonical text with what stands where. `links`: spans that lead somewhere (see `Words.link`)."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[PageStart, ...]
    links: tuple[Linked, ...] = ()


def compose(drafts: Iterable[Draft], limits: Limits = DEFAULT) -> Composed:
    """Lay the drafted blocks out in one text. A block without words leaves nothing but the pages that it starts.

    UnreadableDocument where the text becomes longer than the limit.
    """
    page = _Layout()
    for draft in drafts:
        page.add(draft)
        check_blocks(len(page.blocks), limits)
        if page.length > limits.characters:
            raise beyond(f"it has more than {limits.characters} characters", "characters")
    return Composed("".join(page.parts), tuple(page.blocks), tuple(page.pages), tuple(page.links))


class _Layout:
    """The text so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.pages: list[PageStart] = []
        self.links: list[Linked] = []
        self.waiting: PageMark | None = None
        self.outline: list[tuple[int, str]] = []

    def add(self, draft: Draft) -> None:
        """Append one block."""
        cells = [flow(cell) for cell in draft.cells] if draft.kind is BlockKind.TABLE_ROW else []
        row = _row(cells) if cells else flow(draft.words, code=draft.kind is BlockKind.CODE)
        if not row.text.strip():
            for mark in row.waiting:
                self.waiting = mark
            return
        self._write(BETWEEN_BLOCKS if self.parts else "")
        if self.waiting is not None:
            self._page(self.waiting, self.length)
            self.waiting = None
        elif draft.prefix and row.pages and row.pages[0][0] == 0:
            self._page(row.pages[0][1], self.length)
        self._write(draft.prefix)
        start = self.length
        self._write(row.text)
        for offset, mark in row.pages:
            self._page(mark, start + offset)
        self._place(draft, row, start)
        self.links += ((first + start, last + start, to) for first, last, to in row.links)
        for mark in row.waiting:
            self.waiting = mark

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def _page(self, mark: PageMark, offset: int) -> None:
        if self.pages and self.pages[-1].page == mark.page:
            return
        if self.pages and self.pages[-1].offset == offset:
            self.pages.pop()
        self.pages.append(PageStart(offset, mark.page, mark.label))

    def _place(self, draft: Draft, row: Flow, start: int) -> None:
        heading = draft.kind is BlockKind.HEADING
        if heading:
            while self.outline and self.outline[-1][0] >= draft.level:
                self.outline.pop()
        headings = tuple(name for _, name in self.outline)
        if heading:
            self.outline.append((draft.level, row.text))
        self.blocks.append(
            Block(
                kind=draft.kind,
                start=start,
                end=start + len(row.text),
                level=draft.level,
                marker=draft.marker,
                bold=_moved(row.bold, start),
                cells=_moved(row.cells, start),
                header=draft.header,
                table=draft.table,
                columns=draft.columns,
                section=self.outline[-1][1] if self.outline else None,
                headings=headings,
                time=draft.time,
                speaker=draft.speaker,
                on=draft.on,
            )
        )


def _moved(spans: Sequence[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _row(cells: Sequence[Flow]) -> Flow:
    """The cells of a table row in one line."""
    text = ""
    spans: list[tuple[int, int]] = []
    bold: list[tuple[int, int]] = []
    pages: list[tuple[int, PageMark]] = []
    waiting: list[PageMark] = []
    links: list[Linked] = []
    for number, cell in enumerate(cells):
        if number:
            text = text + BETWEEN_CELLS if text else BETWEEN_CELLS.lstrip()
        at = len(text)
        text += cell.text.replace("\n", " ")
        spans.append((at, at + len(cell.text)))
        bold.extend(_moved(cell.bold, at))
        pages.extend((at + offset, mark) for offset, mark in cell.pages)
        waiting.extend(cell.waiting)
        links.extend((start + at, end + at, to) for start, end, to in cell.links)
    if not any(cell.text for cell in cells):
        text = ""
    return Flow(text, tuple(bold), tuple(pages), tuple(waiting), tuple(spans), tuple(links))


def plain(text: str, *, bold: bool = False) -> tuple[Words, ...]:
    """Text that is all set alike, as the words of a block."""
    return (Words(text, bold=bold),)
