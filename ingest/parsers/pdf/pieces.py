"""Lines -> pieces: headings, paragraphs, list items, code and footnotes as the setting of their lines shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.document import BlockKind
from ingest.parsers.pdf.sheet import Line, Run
from ingest.parsers.pdf.style import Style
from ingest.parsers.pdf.tables import Placed, Table

_BULLET = r"[•‣▪◦●○■□▸►➢✓⁃∙·\uf0b7\uf0a7]"
_MARKER = re.compile(rf"(?P<marker>{_BULLET}|[-–—*](?=\s)|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,5}})[.)](?=\s))\s*(?=\S)")
_SECTION = re.compile(
    r"(?:(?:section|chapter|part|appendix)\s+)?(?:\d+|[A-Z])(?:\.\d+)+\.?\s+\S|(?:appendix|annex)\s+[A-Z0-9]\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?P<marker>\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\])[.)]?\s*(?=\S)")
_SENTENCE_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_LEADER = re.compile(r"(?:\.\s?){5,}\s*(?:\d+|[ivxlc]+)\s*$")
_LONGEST_HEADING = 240
_LONGEST_NAME = 80
_SMALL = 0.93


@dataclass(frozen=True)
class Piece:
    """Lines that belong together. `marker` is cut off their text; `text_x0`: where the words of a list item begin."""

    kind: BlockKind
    lines: tuple[Line, ...]
    page: int
    marker: str = ""
    level: int = 0
    text_x0: float = 0.0

    @property
    def ends_sentence(self) -> bool:
        """Whether its last line ends as sentences do."""
        return _SENTENCE_ENDS.search(self.lines[-1].text[-16:]) is not None


def pieces(items: Iterable[Placed], style: Style, page: int) -> list[Piece | Table]:
    """The pieces of one column or page, in order."""
    builder = _Builder(style, page)
    for item in items:
        if isinstance(item, Table):
            builder.found.append(item)
        else:
            builder.add(item)
    return builder.found


def footnotes_apart(items: Sequence[Placed], style: Style) -> tuple[list[Placed], list[Line]]:
    """The lines of a page without the small, numbered ones at its end, and those."""
    at = len(items)
    while at and isinstance(line := items[at - 1], Line) and line.size <= _SMALL * style.body:
        at -= 1
    while at < len(items) and not _opens_note(items[at], items[at + 1 :]):
        at += 1
    return list(items[:at]), [line for line in items[at:] if isinstance(line, Line)]


def _opens_note(item: Placed, below: Sequence[Placed]) -> bool:
    if not isinstance(item, Line) or not _NOTE.match(item.text):
        return False
    raised = item.runs[0].size < 0.85 * item.size
    listed = _MARKER.match(item.text) is not None
    return raised or (not listed and all(line.size <= item.size for line in below if isinstance(line, Line)))


def footnotes(lines: Iterable[Line], page: int) -> list[Piece]:
    """Footnotes, each from its number on."""
    found: list[Piece] = []
    for line in lines:
        marked = _NOTE.match(line.text)
        if marked and (not found or line.x0 <= found[0].lines[0].x0 + line.size):
            cut = _cut(line, marked.end())
            found.append(Piece(BlockKind.FOOTNOTE, (cut,), page, marked["marker"]))
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def _cut(line: Line, characters: int) -> Line:
    """A line without its first characters."""
    kept: list[Run] = []
    for run in line.runs:
        if characters < len(run.text):
            rest = run.text[characters:]
            kept.append(replace(run, text=rest, x0=run.x1 - (run.x1 - run.x0) * len(rest) / len(run.text)))
        characters = max(0, characters - len(run.text))
    runs = tuple(kept)
    return replace(line, runs=runs, x0=runs[0].x0 if runs else line.x1)


class _Builder:
    """The pieces so far."""

    def __init__(self, style: Style, page: int) -> None:
        self.style = style
        self.page = page
        self.found: list[Piece | Table] = []
        self.indents: list[float] = []
        self.right = 0.0

    def add(self, line: Line) -> None:
        """Append a line to the last piece, or begin a new one with it."""
        last = self.found[-1] if self.found else None
        piece = last if isinstance(last, Piece) else None
        self.right = max(self.right, line.x1)
        marked = _MARKER.match(line.text)
        if marked and self._opens_item(line, marked, piece):
            self.found.append(self._item(line, marked))
        elif piece is not None and self._goes_on(piece, line):
            self.found[-1] = replace(piece, lines=(*piece.lines, line))
        else:
            self.found.append(self._new(line, piece))

    def _opens_item(self, line: Line, marked: re.Match[str], piece: Piece | None) -> bool:
        if line.size > 1.05 * self.style.body and line.bold:
            return False
        if piece is None or re.match(_BULLET, marked["marker"]) or self.style.is_gap(piece.lines[-1], line):
            return True
        beside = piece.kind is BlockKind.LIST_ITEM and abs(line.x0 - piece.lines[0].x0) < line.size * 8
        return beside or piece.ends_sentence

    def _item(self, line: Line, marked: re.Match[str]) -> Piece:
        while self.indents and self.indents[-1] > line.x0 + 3:
            self.indents.pop()
        if not self.indents or line.x0 > self.indents[-1] + 3:
            self.indents.append(line.x0)
        words = _cut(line, marked.end())
        kept = replace(words, x0=line.x0)
        return Piece(BlockKind.LIST_ITEM, (kept,), self.page, marked["marker"], len(self.indents), words.x0)

    def _goes_on(self, piece: Piece, line: Line) -> bool:
        last = piece.lines[-1]
        if piece.kind is BlockKind.HEADING:
            alike = abs(last.size - line.size) < 0.2 and last.bold == line.bold
            return alike and 0 < last.y - line.y <= 1.45 * line.size
        if abs(last.size - line.size) > 0.06 * last.size or last.y < line.y or self.style.is_gap(last, line):
            return False
        if _LEADER.search(last.text):
            return False
        if (piece.kind is BlockKind.CODE) != line.fixed or self._is_heading(line, piece):
            return False
        if piece.kind is BlockKind.LIST_ITEM:
            return line.x0 > piece.lines[0].x0 - 3 and (line.x0 > piece.text_x0 - 4 or not piece.ends_sentence)
        return not self._begins_paragraph(piece, line)

    def _begins_paragraph(self, piece: Piece, line: Line) -> bool:
        """Whether a line that follows without a gap begins a paragraph: indented, or after a short last line."""
        if piece.kind is BlockKind.CODE:
            return False
        last = piece.lines[-1]
        if 0.8 * line.size < line.x0 - last.x0 < 4 * line.size and len(piece.lines) > 1:
            return True
        short = last.x1 < self.right - 0.25 * (self.right - last.x0)
        return short and piece.ends_sentence and line.text[:1].isupper()

    def _new(self, line: Line, before: Piece | None) -> Piece:
        if self._is_heading(line, before):
            self.indents.clear()
            return Piece(BlockKind.HEADING, (line,), self.page)
        if line.fixed:
            return Piece(BlockKind.CODE, (line,), self.page)
        inside = before is not None and before.kind is BlockKind.LIST_ITEM and line.x0 > before.lines[0].x0 + 3
        if inside and before is not None and abs(line.x0 - before.text_x0) < 4:
            return Piece(BlockKind.LIST_ITEM, (line,), self.page, "", before.level, line.x0)
        return Piece(BlockKind.PARAGRAPH, (line,), self.page)

    def _is_heading(self, line: Line, before: Piece | None) -> bool:
        """Whether a line is set apart as a heading: larger, or bold with a number or alone."""
        text = line.text.strip()
        if len(text) > _LONGEST_HEADING or not any(letter.isalpha() for letter in text) or _LEADER.search(text):
            return False
        apart = before is None or self.style.is_gap(before.lines[-1], line)
        named = apart and len(text) <= _LONGEST_NAME and text[-1] not in ".,;:!" and not text[0].islower()
        if line.size >= 1.06 * self.style.body:
            return line.bold or named or line.size >= 1.15 * self.style.body
        if not line.bold or line.size < _SMALL * self.style.body:
            return False
        return apart and (_SECTION.match(text) is not None or (named and ":" not in text))
