"""Markdown: what a reader of the rendered page would see, block by block."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.document import BlockKind
from ingest.limits import Limits, beyond, bounded, check_blocks
from ingest.parsers.draft import BREAK, Draft, Drafted, PageMark, Words
from ingest.parsers.front_matter import front_matter
from ingest.parsers.page_marks import page_mark, rejoined, without_marks

_MOST_OPEN = 100
_OPENING = re.compile(r"^[ \t>]{0,40}(?:[-+*]|\d{1,9}[.)]|#{1,6}|\|)[ \t]*[^\s|-]|\n[ \t]*\n[ \t]*\w", re.MULTILINE)
"""Where a block of its own begins for certain; a list of these is told before all of it is read."""
_FOOTNOTE = re.compile(r"^ {0,3}\[\^(?P<mark>[^\]\s]{1,40})\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<\?.*?\?>|<![A-Z].*?>", re.DOTALL | re.IGNORECASE
)
_BREAKING = re.compile(r"<(?:br|/p|/div|/li|/tr|/summary|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STRUCTURED = re.compile(r"<(?:table|tr|td|ul|ol|li|dl)\b", re.IGNORECASE)


def parse_markdown(text: str, limits: Limits) -> Drafted:
    """The blocks of a Markdown document. Raises UnreadableDocument where lists or quotes nest too deep."""
    matter = front_matter(text)
    lines = text.split("\n")
    lines[: matter.lines] = [""] * matter.lines
    check_blocks(sum(1 for _ in _OPENING.finditer(text)), limits)
    marked = without_marks(_footnotes_apart(map(_unbracketed, lines)))
    tokens = _parser(limits).parse("\n".join(marked.lines))
    if any(token.level >= 2 * limits.nesting for token in tokens):
        raise beyond(f"its lists or quotes nest deeper than {limits.nesting} levels", "nesting", instead="Flatten them")
    reading = _Reading(deque(marked.marks), limits)
    drafts = rejoined(bounded(reading.blocks(tokens), limits))
    return Drafted(drafts, matter.setting("title"), notes=tuple(reading.notes))


def _parser(limits: Limits) -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 2 * limits.nesting + 10}).enable(["table", "strikethrough"])


def _unbracketed(line: str) -> str:
    """A line of brackets that nobody closes, with each of them as a plain character: each would be tried as a link."""
    return line.replace("[", "\\[") if line.count("[") > line.count("]") + _MOST_OPEN else line


def _footnotes_apart(lines: Iterable[str]) -> list[str]:
    """Footnotes as paragraphs of their own, which CommonMark would read as targets of links."""
    apart = []
    for line in lines:
        if _FOOTNOTE.match(line):
            apart += ["", line.replace("[^", "\\[^", 1)]
        else:
            apart.append(line)
    return apart


@dataclass
class _List:
    """A list that is being read: the number of its next item, None for bullets."""

    number: int | None
    mark: str


@dataclass
class _Reading:
    """Where in the document the reading is."""

    marks: deque[tuple[int, PageMark]]
    limits: Limits
    notes: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    item: str = ""
    quotes: int = 0
    heading: int = 0
    tables: int = 0
    in_table: bool = False
    header: bool = False
    cells: list[tuple[Words, ...]] = field(default_factory=list)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Draft]:
        """The blocks of a token stream; an empty last block carries a page mark at the very end."""
        for token in tokens:
            match token.type:
                case "inline":
                    yield from self._inline(token)
                case "fence" | "code_block":
                    code = self._from(token, (Words(token.content),))
                    yield Draft(BlockKind.CODE, code, len(self.lists), token.info.strip())
                case "html_block":
                    yield from self._html(token)
                case "tr_close":
                    yield from self._row()
                case _:
                    self._enter(token)

    def _enter(self, token: Token) -> None:
        match token.type:
            case "ordered_list_open":
                self.lists.append(_List(int(token.attrGet("start") or 1), token.markup))
            case "bullet_list_open":
                self.lists.append(_List(None, token.markup))
            case "ordered_list_close" | "bullet_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item = self._next_marker(token)
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "heading_close":
                self.heading = 0
            case "table_open" | "table_close":
                self.in_table = token.nesting > 0
                self.tables += self.in_table
            case "thead_open" | "thead_close":
                self.header = token.nesting > 0

    def _next_marker(self, token: Token) -> str:
        innermost = self.lists[-1]
        if innermost.number is None:
            return innermost.mark
        number = token.info or str(innermost.number)
        return number + (token.markup or ".")

    def _inline(self, token: Token) -> Iterator[Draft]:
        words = self._from(token, tuple(_words(token, self.notes)))
        if self.in_table:
            self.cells.append(words)
            return
        said = "".join(part.text for part in words)
        footnote = re.match(r"\s*\[\^([^\]\s]+)\]:\s*", said)
        if self.heading:
            plain = tuple(Words(part.text, page=part.page) for part in words)
            yield Draft(BlockKind.HEADING, plain, self.heading, anchors=(_anchor(said),))
        elif footnote:
            yield Draft(BlockKind.FOOTNOTE, _without(words, footnote.end()), 0, footnote[1], f"[{footnote[1]}] ")
        elif self.lists:
            depth, marker = len(self.lists), self.item
            self.item = ""
            prefix = "  " * (depth - 1) + (f"{marker} " if marker else "  ")
            yield Draft(BlockKind.LIST_ITEM, words, depth, marker, prefix)
        else:
            yield Draft(BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH, words)

    def _row(self) -> Iterator[Draft]:
        cells, self.cells = tuple(self.cells), []
        if self.header and not any(words.text.strip() for cell in cells for words in cell):
            self.marks.extendleft((-1, words.page) for cell in cells[::-1] for words in cell[::-1] if words.page)
            return
        yield Draft(BlockKind.TABLE_ROW, cells=cells, header=self.header, table=self.tables)

    def _html(self, token: Token) -> Iterator[Draft]:
        if _STRUCTURED.search(token.content):
            yield from self._fragment(token)
            return
        shown = _TAG.sub("", _BREAKING.sub(BREAK, _HIDDEN.sub("", token.content)))
        yield Draft(BlockKind.PARAGRAPH, self._from(token, (Words(html.unescape(shown)),)))

    def _fragment(self, token: Token) -> Iterator[Draft]:
        """The blocks of a table or list that is written as HTML; page marks stand before it."""
        from ingest.parsers.html.reading import read_fragment  # noqa: PLC0415 - loads lxml

        if marks := self._from(token, ()):
            yield Draft(BlockKind.PARAGRAPH, marks)
        read = read_fragment(token.content, self.limits, self.tables)
        self.tables = max((draft.table or 0 for draft in read.blocks), default=0) or self.tables
        self.notes += read.notes
        yield from read.blocks

    def _from(self, token: Token, words: tuple[Words, ...]) -> tuple[Words, ...]:
        """The words of a token with the page marks that stood before or inside its lines."""
        placed: list[Words] = []
        line = token.map[0] if token.map else 0
        for part in words or (Words(""),):
            while self.marks and self.marks[0][0] <= line:
                placed.append(Words("", page=self.marks.popleft()[1]))
            placed.append(part)
            line += part.text in {"\n", BREAK}
        return tuple(placed)


def _words(token: Token, notes: list[str]) -> Iterator[Words]:
    """The visible words of a line of text; a line's end is a `Words` of its own. `notes`: takes what is struck through."""
    strong, link = 0, ""
    struck: list[str] | None = None
    for child in token.children or ():
        match child.type:
            case "link_open":
                link = str(child.attrGet("href") or "")
            case "link_close":
                link = ""
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "s_open":
                struck = []
            case "s_close":
                notes += [f"struck through, and left out: “{' '.join(''.join(struck or ()).split())}”"]
                struck = None
            case _ if struck is not None:
                struck.append(child.content)
            case "softbreak":
                yield Words("\n", bold=strong > 0)
            case "hardbreak":
                yield Words(BREAK, bold=strong > 0)
            case "html_inline":
                yield _tag(child.content, strong > 0)
            case _:
                shown = _NOTE_MARK.sub("", child.content) if child.type == "text" else child.content
                yield Words(shown, strong > 0, link=link)


def _anchor(heading: str) -> str:
    """The name by which links lead to a heading, as most programs that show Markdown make it."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.strip().casefold()))


def _tag(tag: str, bold: bool) -> Words:
    """A break or a page mark; a line does not end here, so that a break is told from a `Words` that ends one."""
    if _BREAKING.fullmatch(tag):
        return Words(f" {BREAK}", bold)
    return Words("", page=page_mark(tag))


def _without(words: Sequence[Words], characters: int) -> tuple[Words, ...]:
    """The words after so many characters."""
    kept = []
    for part in words:
        kept.append(replace(part, text=part.text[characters:]))
        characters = max(0, characters - len(part.text))
    return tuple(kept)
