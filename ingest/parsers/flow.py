"""The words of one block as running text: wrapped lines joined, hyphens at line ends mended, spaces single."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.parsers.directions import DIRECTION_MARKS
from ingest.parsers.draft import BREAK, PageMark, Words

Spans = tuple[tuple[int, int], ...]

_WORD = re.compile(r"\S+")
_UNSEEN = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\xad": "",
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
        "\x00": "",
        **dict.fromkeys(DIRECTION_MARKS, ""),
    }
)


@dataclass(frozen=True)
class Flow:
    """Running text with the spans set in bold and the offsets where pages begin.

    `waiting`: pages that begin after the last word. `cells`: the spans of a table row's cells.
    """

    text: str
    bold: Spans = ()
    pages: tuple[tuple[int, PageMark], ...] = ()
    waiting: tuple[PageMark, ...] = ()
    cells: Spans = ()


def flow(words: Sequence[Words], *, code: bool = False) -> Flow:
    """Join words into running text; `code` keeps lines and spaces as they are."""
    raw, bold, marks = _joined(words)
    if code:
        text = raw.rstrip().lstrip("\n")
        return Flow(text, (), tuple((0, mark) for _, mark in marks[:1]) if text else (), ())
    pieces, starts, ends = _settled(raw)
    text = "".join(pieces)
    pages, waiting = [], []
    for at, mark in marks:
        position = bisect_right(ends, at, key=lambda place: place[0])
        if position == len(starts):
            waiting.append(mark)
        else:
            start, out = starts[position]
            pages.append((out + max(0, at - start), mark))
    return Flow(text, _bold_spans(bold, starts, ends), tuple(pages), tuple(waiting))


def _joined(words: Iterable[Words]) -> tuple[str, list[tuple[int, int]], list[tuple[int, PageMark]]]:
    """All words as one string, with the spans in bold and where pages begin in it."""
    parts, length = [], 0
    bold: list[tuple[int, int]] = []
    marks = []
    for piece in words:
        text = piece.text.translate(_UNSEEN)
        if piece.page is not None:
            marks.append((length, piece.page))
        if piece.bold and text:
            if bold and bold[-1][1] == length:
                bold[-1] = (bold[-1][0], length + len(text))
            else:
                bold.append((length, length + len(text)))
        parts.append(text)
        length += len(text)
    return "".join(parts), bold, marks


def _settled(raw: str) -> tuple[list[str], list[tuple[int, int]], list[tuple[int, int]]]:
    """Pieces of running text, and for each word where it starts and ends: (in `raw`, in the running text)."""
    pieces: list[str] = []
    starts, ends = [], []
    length = last = 0
    for found in _WORD.finditer(raw):
        word = found[0]
        if pieces:
            gap = "\n" if BREAK in raw[last : found.start()] else " "
            if "\n" in raw[last : found.start()] and gap == " " and _wraps_inside(pieces[-1], word):
                gap = ""
            pieces.append(gap)
            length += len(gap)
        starts.append((found.start(), length))
        pieces.append(word)
        length += len(word)
        last = found.end()
        ends.append((last, length))
    return pieces, starts, ends


def _wraps_inside(before: str, after: str) -> bool:
    """Whether a line ends inside a hyphenated word, whose hyphen stays."""
    return len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[0].islower()


def _bold_spans(
    bold: Sequence[tuple[int, int]], starts: Sequence[tuple[int, int]], ends: Sequence[tuple[int, int]]
) -> Spans:
    spans = []
    for begin, end in bold:
        first = bisect_right(ends, begin, key=lambda place: place[0])
        last = bisect_left(starts, end, key=lambda place: place[0]) - 1
        if first > last:
            continue
        from_raw, from_out = starts[first]
        to_raw, to_out = ends[last]
        spans.append((from_out + max(0, begin - from_raw), to_out - max(0, to_raw - end)))
    return tuple(spans)
