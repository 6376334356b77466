"""Links and the outline of a PDF file: where its words lead, and which headings it names itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int, create_string_buffer
from dataclasses import dataclass
from itertools import islice

import pypdfium2
from pypdfium2 import raw

MOST_LINKS = 2_000
MOST_BOOKMARKS = 20_000
_DEEPEST = 12
_LONGEST = 2_000
_LINE_ABOVE = 0.2


@dataclass(frozen=True, slots=True)
class Reference:
    """A link: its words, and where it leads: to `height` above the foot of a page, or to an address outside."""

    label: str
    page: int | None = None
    height: float | None = None
    address: str = ""


def references(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage
) -> Iterator[Reference]:
    """The links of a page that have words."""
    position, link = c_int(0), raw.FPDF_LINK()
    count = 0
    while count < MOST_LINKS and raw.FPDFLink_Enumerate(page.raw, byref(position), byref(link)):
        count += 1
        place = raw.FS_RECTF()
        if not raw.FPDFLink_GetAnnotRect(link, byref(place)):
            continue
        top = place.top - _LINE_ABOVE * (place.top - place.bottom)
        label = " ".join(text_page.get_text_bounded(place.left, place.bottom, place.right, top).split())
        if label:
            yield _led(document, link, label)


def _led(document: pypdfium2.PdfDocument, link: object, label: str) -> Reference:
    action = raw.FPDFLink_GetAction(link)
    target = raw.FPDFLink_GetDest(document.raw, link)
    if not target and action and raw.FPDFAction_GetType(action) == raw.PDFACTION_GOTO:
        target = raw.FPDFAction_GetDest(document.raw, action)
    if target:
        has_x, has_y, has_zoom, x, y, zoom = c_int(), c_int(), c_int(), c_float(), c_float(), c_float()
        found = raw.FPDFDest_GetLocationInPage(
            target, byref(has_x), byref(has_y), byref(has_zoom), byref(x), byref(y), byref(zoom)
        )
        index = raw.FPDFDest_GetDestPageIndex(document.raw, target)
        return Reference(label, index + 1 if index >= 0 else None, y.value if found and has_y.value else None)
    if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        buffer = create_string_buffer(_LONGEST)
        raw.FPDFAction_GetURIPath(document.raw, action, buffer, _LONGEST)
        return Reference(label, address=buffer.value.decode("utf-8", "replace"))
    return Reference(label)


def outline(document: pypdfium2.PdfDocument) -> Sequence[tuple[int, str]]:
    """The headings that the file lists, each with its page; a circle is followed once."""
    found = []
    for bookmark in islice(document.get_toc(max_depth=_DEEPEST), MOST_BOOKMARKS):
        target = bookmark.get_dest()
        index = target.get_index() if target is not None else None
        title = " ".join(bookmark.get_title().split())
        if index is not None and index >= 0 and title:
            found.append((index + 1, title))
    return tuple(found)
