"""Remarks that readers wrote onto the pages of a PDF: notes, boxes of text, and highlights with words of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_ushort
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from ingest.document import BlockKind
from ingest.parsers.draft import Draft, Words
from ingest.parsers.flow import flow

MOST_REMARKS = 2_000
_MOST_BYTES = 40_000
_LONGEST_SHOWN = 120
_LINE = 14.0
_NOTE = 1
_KINDS = frozenset({_NOTE, 3, 9, 10, 11, 12, 14})
"""Notes, boxes of text, highlights, underlines, wavy lines, lines through words, and carets, as the format numbers them."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote onto a page, and the printed words that it stands on or beside."""

    page: int
    author: str
    words: str
    on: str = ""


def remarks(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, number: int) -> Iterator[Remark]:
    """The remarks on a page, in the order of the file."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_REMARKS)):
        found = raw.FPDFPage_GetAnnot(page.raw, at)
        if not found:
            continue
        kind = raw.FPDFAnnot_GetSubtype(found)
        words = _string(found, b"Contents") if kind in _KINDS else ""
        if words.strip():
            on = _beneath(found, text_page, page.get_width() if kind == _NOTE else None)
            yield Remark(number, _string(found, b"T").strip(), words, on)
        raw.FPDFPage_CloseAnnot(found)


def _string(found: object, key: bytes) -> str:
    size = min(raw.FPDFAnnot_GetStringValue(found, key, None, 0), _MOST_BYTES)
    buffer = (c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(found, key, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\x00")


def _beneath(found: object, text_page: pypdfium2.PdfTextPage, width: float | None) -> str:
    """The words that a mark covers, or the line of a page of this width beside which a note stands."""
    place = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(found, byref(place)):
        return ""
    left, right, bottom = place.left, place.right, place.bottom
    if width is not None:
        left, right, bottom = 0.0, width, place.top - _LINE
    return flow((Words(text_page.get_text_bounded(left, bottom, right, place.top)),)).text


def with_remarks(drafts: Sequence[Draft], found: Sequence[Remark]) -> tuple[Draft, ...]:
    """The blocks, with the remarks on a page behind the last block that begins on it."""
    waiting = sorted(found, key=lambda remark: remark.page)[::-1]
    placed: list[Draft] = []
    for draft in drafts:
        first = next((words.page.page for words in _words(draft) if words.page), 0)
        while waiting and waiting[-1].page < first:
            placed.append(_comment(waiting.pop()))
        placed.append(draft)
    return (*placed, *map(_comment, waiting[::-1]))


def _words(draft: Draft) -> Iterator[Words]:
    yield from draft.words[:1]
    for cell in draft.cells[:1]:
        yield from cell[:1]


def _comment(remark: Remark) -> Draft:
    shown = remark.on if len(remark.on) <= _LONGEST_SHOWN else remark.on[:_LONGEST_SHOWN] + " …"
    by, on = f" by {remark.author}" if remark.author else "", f", on “{shown}”" if shown else ""
    return Draft(
        BlockKind.COMMENT,
        (Words(remark.words.replace("\r", "\n")),),
        prefix=f"[Comment{by}{on}] ",
        speaker=remark.author or None,
        on=remark.on,
    )
