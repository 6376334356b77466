"""The words of one block as running text: wrapped lines joined, hyphens at line ends mended, spaces single."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.parsers.directions import DIRECTION_MARKS
from ingest.parsers.draft import BREAK, PageMark, Words

Spans = tuple[tuple[int, int], ...]
Linked = tuple[int, int, str]

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

    `waiting`: pages that begin after the last word. `cells`: the spans of a table row's cells. `links`: spans that are
    links, each with where it leads (see `Words.link`).
    """

    text: str
    bold: Spans = ()
    pages: tuple[tuple[int, PageMark], ...] = ()
    waiting: tuple[PageMark, ...] = ()
    cells: Spans = ()
    links: tuple[Linked, ...] = ()


def flow(words: Sequence[Words], *, code: bool = False) -> Flow:
    """Join words into running text; `code` keeps lines and spaces as they are."""
    joined = _joined(words)
    raw, marks = "".join(joined.parts), joined.marks
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
    bold = tuple(span for each in joined.bold if (span := _moved(each, starts, ends)))
    links = tuple((*span, to) for *each, to in joined.links if (span := _moved((each[0], each[1]), starts, ends)))
    return Flow(text, bold, tuple(pages), tuple(waiting), links=links)


@dataclass
class _Joined:
    """All words as one string in parts, with the spans in bold, those that are links, and where pages begin in it."""

    parts: list[str] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    marks: list[tuple[int, PageMark]] = field(default_factory=list)


def _joined(words: Iterable[Words]) -> _Joined:
    found, length = _Joined(), 0
    for piece in words:
        text = piece.text.translate(_UNSEEN)
        end = length + len(text)
        if piece.page is not None:
            found.marks.append((length, piece.page))
        if piece.bold and text:
            begin = found.bold.pop()[0] if found.bold and found.bold[-1][1] == length else length
            found.bold.append((begin, end))
        if piece.link and text:
            goes_on = bool(found.links) and found.links[-1][1:] == (length, piece.link)
            found.links.append((found.links.pop()[0] if goes_on else length, end, piece.link))
        found.parts.append(text)
        length = end
    return found


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


def _moved(
    span: tuple[int, int], starts: Sequence[tuple[int, int]], ends: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where a span of the words as they stand is in the running text; None where it holds no word."""
    begin, end = span
    first = bisect_right(ends, begin, key=lambda place: place[0])
    last = bisect_left(starts, end, key=lambda place: place[0]) - 1
    if first > last:
        return None
    from_raw, from_out = starts[first]
    to_raw, to_out = ends[last]
    return from_out + max(0, begin - from_raw), to_out - max(0, to_raw - end)
