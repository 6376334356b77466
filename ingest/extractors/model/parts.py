"""A document in parts that are read one at a time: consecutive blocks, cut where a section begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Block, BlockKind, ParsedDocument

PART_CHARACTERS = 6_000
"""How long a part is at most, unless a single block is longer. A reply on that much fits its limit easily."""


@dataclass(frozen=True)
class Part:
    """The blocks with the numbers `first` up to, not including, `end`."""

    first: int
    end: int

    @property
    def numbers(self) -> range:
        """The numbers of its blocks."""
        return range(self.first, self.end)

    def halves(self) -> tuple[Part, ...]:
        """The part cut in two; itself where it is one block."""
        middle = (self.first + self.end) // 2
        return (Part(self.first, middle), Part(middle, self.end)) if middle > self.first else (self,)


def parts(document: ParsedDocument, limit: int = PART_CHARACTERS) -> tuple[Part, ...]:
    """All blocks in parts of up to `limit` characters; a heading begins a new part once one is half full."""
    found: list[Part] = []
    first, size = 0, 0
    for number, block in enumerate(document.blocks):
        length = block.end - block.start
        if size and (size + length > limit or (block.kind is BlockKind.HEADING and size > limit // 2)):
            found.append(Part(first, number))
            first, size = number, 0
        size += length
    if size:
        found.append(Part(first, len(document.blocks)))
    return tuple(found)


def blocks_with(document: ParsedDocument, offsets: Iterable[int]) -> tuple[int, ...]:
    """The numbers of the blocks that hold these characters, with the block before and after each."""
    wanted: set[int] = set()
    starts = {block: number for number, block in enumerate(document.blocks)}
    for offset in offsets:
        block = document.block_at(offset)
        number = starts[block] if block else 0
        wanted |= {number - 1, number, number + 1}
    return tuple(sorted(wanted & set(range(len(document.blocks)))))


def outline(document: ParsedDocument) -> tuple[str, ...]:
    """All headings, each indented by its depth."""
    headings = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    return tuple(f"{'  ' * max(block.level - 1, 0)}{_line(document, block)}" for block in headings)


def _line(document: ParsedDocument, block: Block) -> str:
    return " ".join(document.said(block).split())
