"""What every parser hands on: blocks as they stand in the source, before their words get offsets.

Inside `Words`, a line that merely wraps ends in a newline and a line that is broken on purpose in `BREAK`.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.provenance import DocumentKind
from ingest.document import BlockKind

BREAK = "\v"


@dataclass(frozen=True)
class PageMark:
    """A page begins: `page` counts from 1, `label` is what is printed."""

    page: int
    label: str | None = None


@dataclass(frozen=True)
class Words:
    """Words that are set alike; `page`: the page that begins with the first of them.

    `link`: where they lead: an address, or '#' and the name of an anchor; '' where they are no link.
    """

    text: str
    bold: bool = False
    page: PageMark | None = None
    link: str = ""


@dataclass(frozen=True)
class Draft:
    """One block. `prefix` is printed before it and is no part of it; a table row has `cells` instead of `words`.

    `anchors`: the names by which links lead to it. `columns`: see `Block.columns`. `on`: see `Block.on`. `quoted`: how many quotes it stands in.
    """

    kind: BlockKind
    words: tuple[Words, ...] = ()
    level: int = 0
    marker: str = ""
    prefix: str = ""
    cells: tuple[tuple[Words, ...], ...] = ()
    header: bool = False
    table: int | None = None
    time: str | None = None
    speaker: str | None = None
    anchors: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    on: str = ""
    quoted: int = 0

    @property
    def said(self) -> str:
        """The words as one string, lines and breaks as in the source."""
        return "".join(words.text for words in self.words)


@dataclass(frozen=True)
class PrintedLink:
    """A link of a printed page: its words, and the heading or the address that it leads to; '' for none."""

    page: int
    label: str
    heading: str = ""
    address: str = ""


@dataclass(frozen=True)
class Drafted:
    """A whole source: its blocks in reading order, and its title where it names one.

    `kind`: what its format makes it, such as an e-mail; None to tell it from the text. `warnings`: what could not be
    read. `notes`: how the rest was read, where that is more than the words themselves. `links`: those of pages;
    elsewhere the words know where they lead. `pages_without_text`: counted from 1.
    """

    blocks: tuple[Draft, ...]
    title: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kind: DocumentKind | None = None
    pages_without_text: tuple[int, ...] = ()
    links: tuple[PrintedLink, ...] = ()
