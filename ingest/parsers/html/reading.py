"""A saved page -> drafted blocks: no script is run, nothing that the page names is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from ingest.document import BlockKind
from ingest.errors import UnreadableDocument
from ingest.limits import Limits, beyond, bounded
from ingest.parsers.draft import BREAK, Draft, Drafted, Words
from ingest.parsers.html.footnotes import Footnotes, footnotes
from ingest.parsers.html.lists import Listing, listing
from ingest.parsers.html.pruning import Pruned, is_sign, parse_page, prune
from ingest.parsers.html.signs import decode_html
from ingest.parsers.html.style_sheets import StyleSheet, style_sheet
from ingest.parsers.html.tables import lays_out, table_rows
from ingest.parsers.raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"h[1-6]")
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "details",
        "summary",
        "address",
        "fieldset",
        "legend",
        "form",
        "center",
        "hr",
        "hgroup",
    ]
)
_TITLES = frozenset({"MsoTitle", "title"})
_BOLD = frozenset({"b", "strong", "th", "dt"})
_LISTS = frozenset({"ul", "ol", "menu"})
_SPACE = re.compile(r"\s+")


def parse_html(content: bytes, limits: Limits) -> Drafted:
    """The blocks of a web page. Raises UnreadableDocument where it is too large or nests too deep."""
    decoded = decode_html(content, limits)
    if decoded.text.count("<") > 2 * limits.tags:
        raise beyond(f"it has more than {limits.tags} tags", "tags")
    root, whole = parse_page(decoded.text)
    if root is None:
        raise UnreadableDocument("it holds no words", "Check that it is the right file.")
    if not whole:
        raise UnreadableDocument("its tags nest deeper than any page needs", "Save its words as text.")
    styles = style_sheet(root)
    pruned = prune(root, styles)
    drafts = tuple(bounded(_Page(_Source(pruned, footnotes(root), styles, limits)).drafts(root), limits))
    headings = [draft for draft in drafts if draft.kind is BlockKind.HEADING and draft.level == 1]
    title = headings[0].said if len(headings) == 1 else "".join(root.xpath("string(.//title)") or "")
    warnings = (decoded.warning,) if decoded.warning else ()
    return Drafted(drafts, title, warnings, tuple(pruned.notes()))


def read_fragment(text: str, limits: Limits, tables: int = 0) -> Drafted:
    """The blocks of a piece of a page inside another text; `tables`: how many that text has before it."""
    root, whole = parse_page(text)
    if root is None or not whole:
        raise UnreadableDocument("a piece of HTML in it cannot be read", "Write it as Markdown.")
    styles = style_sheet(root)
    pruned = prune(root, styles)
    reading = _Page(_Source(pruned, footnotes(root), styles, limits))
    reading.tables = tables
    return Drafted(tuple(reading.drafts(root)), notes=tuple(pruned.notes()))


@dataclass(frozen=True)
class _Source:
    """What is known of a page before it is read."""

    pruned: Pruned
    notes: Footnotes
    styles: StyleSheet
    limits: Limits


@dataclass
class _State:
    """What surrounds the words that are being read."""

    lists: list[Listing] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    quotes: int = 0
    code: int = 0
    bold: int = 0
    raised: int = 0
    links: list[str] = field(default_factory=list)
    notes: list[tuple[_Element, str]] = field(default_factory=list)


class _Page:
    """Reads a page element by element."""

    def __init__(self, source: _Source) -> None:
        self.source = source
        self.pruned = source.pruned
        self.notes = source.notes
        self.limits = source.limits
        self.state = _State()
        self.words: list[Words] = []
        self.anchors: list[str] = []
        self.tables = 0

    def drafts(self, root: _Element) -> Iterator[Draft]:
        """The blocks of an element."""
        walk = etree.iterwalk(root, events=("start", "end"))
        passed: _Element | None = None
        for event, element in walk:
            tag = str(element.tag)
            if event == "start":
                yield from self._flushed() if tag in _BLOCKS or _HEADING.fullmatch(tag) else ()
                if self._is_passed(element):
                    yield from self._table(element) if tag == "table" else ()
                    passed = element
                    walk.skip_subtree()
                else:
                    self._enter(tag, element)
                    self._say(element.text)
                continue
            if element is not passed:
                yield from self._flushed() if tag in _BLOCKS or _HEADING.fullmatch(tag) else ()
                self._leave(tag, element)
            self._say(element.tail if element is not root else None)
        yield from self._flushed()

    def _is_passed(self, element: _Element) -> bool:
        """Whether the walk goes around an element: it is no text, the mark of a note, or a table of data."""
        if element in self.pruned.skipped or element in self.notes.marks:
            return True
        return element.tag == "table" and not lays_out(element)

    def _enter(self, tag: str, element: _Element) -> None:
        state = self.state
        self.anchors += [name for name in (element.get("id"), element.get("name")) if name in self.notes.linked]
        if element in self.notes.notes:
            state.notes.append((element, self.notes.notes[element]))
        state.bold += self._is_bold(tag, element)
        state.raised += tag == "sup"
        state.quotes += tag == "blockquote"
        state.code += tag == "pre"
        if tag == "a":
            state.links.append(element.get("href", ""))
        elif tag == "br":
            self.words.append(Words(BREAK))
        elif tag == "img" and is_sign(element):
            self._say(element.get("alt"))
        elif tag == "q":
            self._say("“")
        elif level := _level(tag, element):
            state.heading = level
        elif tag in _LISTS:
            state.lists.append(listing(element))
        elif tag == "li":
            state.marker = (state.lists[-1] if state.lists else Listing(None)).next_marker(element)
        if max(len(state.lists), state.quotes) > self.limits.nesting:
            raise beyond(
                f"its lists or quotes nest deeper than {self.limits.nesting} levels", "nesting", instead="Flatten them"
            )

    def _leave(self, tag: str, element: _Element) -> None:
        state = self.state
        state.bold -= self._is_bold(tag, element)
        state.raised -= tag == "sup"
        state.quotes -= tag == "blockquote"
        state.code -= tag == "pre"
        if tag == "a":
            state.links.pop()
        elif tag == "q":
            self._say("”")
        elif _level(tag, element):
            state.heading = 0
        elif tag in _LISTS:
            state.lists.pop()
        elif tag == "li":
            state.marker = ""
        if state.notes and state.notes[-1][0] is element:
            state.notes.pop()

    def _is_bold(self, tag: str, element: _Element) -> bool:
        return tag in _BOLD or self.source.styles.emboldens(element)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        state = self.state
        shown = text if state.code else _SPACE.sub(" ", text)
        self.words.append(
            Words(
                raised(shown) if state.raised else shown,
                bold=state.bold > 0 and not state.heading,
                link=state.links[-1] if state.links else "",
            )
        )

    def _flushed(self) -> Iterator[Draft]:
        """The block of the words since the last one ended; none where there are no words."""
        words, self.words = tuple(self.words), []
        if not any(part.text.strip() for part in words):
            return
        anchors, self.anchors = tuple(self.anchors), []
        yield replace(self._draft(words), anchors=anchors, quoted=self.state.quotes)

    def _draft(self, words: tuple[Words, ...]) -> Draft:
        state = self.state
        if state.heading:
            return Draft(BlockKind.HEADING, words, state.heading)
        if state.notes:
            holder, mark = state.notes[-1]
            state.notes[-1] = (holder, "")
            state.marker = ""
            return Draft(BlockKind.FOOTNOTE, words, 0, mark, f"[{mark}] " if mark else "")
        if state.code:
            return Draft(BlockKind.CODE, words, len(state.lists))
        if state.lists:
            depth, marker, state.marker = len(state.lists) + state.lists[-1].deeper, state.marker, ""
            return Draft(
                BlockKind.LIST_ITEM, words, depth, marker, "  " * (depth - 1) + (f"{marker} " if marker else "  ")
            )
        return Draft(BlockKind.QUOTE if state.quotes else BlockKind.PARAGRAPH, words)

    def _table(self, element: _Element) -> Iterator[Draft]:
        """The caption and rows of a table."""
        for caption in element.iterchildren("caption"):
            yield Draft(BlockKind.PARAGRAPH, self._cell(caption))
        self.tables += 1
        for row in table_rows(element, self._cell, self.limits):
            yield Draft(BlockKind.TABLE_ROW, cells=row.cells, header=row.header, table=self.tables)

    def _cell(self, element: _Element) -> tuple[Words, ...]:
        """The words of one cell, its parts on lines of their own."""
        inside = _Page(self.source)
        found: list[Words] = []
        for draft in inside.drafts(element):
            found += [Words(BREAK)] if found else []
            found += [Words(draft.prefix.strip() + " ")] if draft.marker not in {"", "•"} else []
            found += draft.words or _beside(draft.cells)
        self.anchors += inside.anchors
        return tuple(found)


def _level(tag: str, element: _Element) -> int:
    """The level of a heading, or of a paragraph that an office program exports as the title; 0 for any other element."""
    if tag == "p" and not _TITLES.isdisjoint((element.get("class") or "").split()):
        return 1
    return int(tag[1]) if _HEADING.fullmatch(tag) else 0


def _beside(cells: Iterable[tuple[Words, ...]]) -> list[Words]:
    """The cells of a row inside a cell, one after the other."""
    found: list[Words] = []
    for cell in cells:
        found += [Words(", ")] if found and cell else []
        found += cell
    return found
