"""What every paragraph of a Word document is read with: its styles, the running numbers, and the reader of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.limits import DEFAULT, Limits
from ingest.parsers.docx.inline import InlineReader
from ingest.parsers.docx.numbering import Numbers
from ingest.parsers.docx.styles import Numbering, Styles, number
from ingest.parsers.docx.tags import value

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
DEEPEST_HEADING = 9
DEEPEST_LIST = 8
_TITLE = "title"
_NO_LIST = "0"


@dataclass(frozen=True)
class Printed:
    """What stands before a paragraph without being typed: a number or bullet, and the depth in its list from 1."""

    number: str
    depth: int


@dataclass(frozen=True)
class Story:
    """`has_title`: whether a paragraph is set as the title, so that all headings are one level further down."""

    styles: Styles
    numbers: Numbers
    inline: InlineReader
    limits: Limits = DEFAULT
    has_title: bool = False

    def style(self, paragraph: _Element) -> str:
        """What a paragraph's style is called, in lower case."""
        return self.styles.name(_style(paragraph))

    def heading(self, paragraph: _Element) -> int:
        """The level of a heading, 1 for the title; 0 for a paragraph of the body."""
        if self.style(paragraph) == _TITLE:
            return 1
        own = number(value(paragraph, "w:pPr", "w:outlineLvl"))
        level = self.styles.heading(_style(paragraph)) if own is None else (own + 1) * (own < DEEPEST_HEADING)
        return min(level + self.has_title, DEEPEST_HEADING) if level else 0

    def printed(self, paragraph: _Element) -> Printed | None:
        """The next number of the list that a paragraph stands in; None where it stands in none."""
        numbering = self._numbering(paragraph)
        if numbering is None or numbering.list_id == _NO_LIST:
            return None
        return Printed(self.numbers.next_number(numbering), numbering.depth + 1)

    def _numbering(self, paragraph: _Element) -> Numbering | None:
        list_id = value(paragraph, "w:pPr", "w:numPr", "w:numId")
        depth = number(value(paragraph, "w:pPr", "w:numPr", "w:ilvl"))
        styled = self.styles.numbering(_style(paragraph))
        if list_id is not None:
            return Numbering(list_id, min(depth or 0, DEEPEST_LIST))
        if styled is None or depth is None:
            return styled
        return Numbering(styled.list_id, min(depth, DEEPEST_LIST))


def _style(paragraph: _Element) -> str | None:
    return value(paragraph, "w:pPr", "w:pStyle")


def has_title(root: _Element, styles: Styles) -> bool:
    """Whether some paragraph is set as the document's title."""
    return any(styles.name(style) == _TITLE for style in _styles_used(root))


def _styles_used(root: _Element) -> set[str]:
    return {style for each in root.iter("{*}p") if (style := _style(each)) is not None}
