"""The door to pypdfium2, beside that of links: bytes -> pages of runs and rules."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_double, c_float, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from ingest.errors import UnreadableDocument
from ingest.limits import Limits, beyond
from ingest.parsers.pdf.references import outline, references
from ingest.parsers.pdf.remarks import remarks
from ingest.parsers.pdf.sheet import Rule, Run, Sheet

_FIXED = 1
_FORCED_BOLD = 1 << 18
_HEAVY = ("bold", "black", "heavy", "demi")
_TYPEWRITERS = ("mono", "courier", "consol", "menlo", "monaco", "typewriter", "cmtt")
_THIN = 2.5
_STRIDE = 16
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\r": "", "\n": "", "\x00": ""})


@dataclass(frozen=True)
class Font:
    """What a font's name and flags say."""

    bold: bool
    fixed: bool


@dataclass(frozen=True)
class Print:
    """All pages, with the title and the headings, by their pages, that the file names."""

    sheets: tuple[Sheet, ...]
    title: str
    outline: Sequence[tuple[int, str]] = ()


def read_print(content: bytes, limits: Limits) -> Print:
    """The pages of a PDF file. Raises UnreadableDocument where it is encrypted, broken or endless."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > limits.pages:
                raise beyond(f"it has {len(document)} pages, more than {limits.pages}", "pages")
            sheets = tuple(_sheets(document, limits))
            return Print(sheets, document.get_metadata_value("Title").strip(), outline(document))
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error


def _refusal(error: pypdfium2.PdfiumError) -> UnreadableDocument:
    match getattr(error, "err_code", None):
        case raw.FPDF_ERR_PASSWORD:
            return UnreadableDocument("it is encrypted and asks for a password", "Save a copy without a password.")
        case raw.FPDF_ERR_SECURITY:
            return UnreadableDocument("it is encrypted in a way that cannot be read", "Save a copy without protection.")
        case _:
            return UnreadableDocument(
                "it begins like a PDF and is broken or cut off",
                "Fetch or export it again, and see that it opens in a viewer.",
            )


def _sheets(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Sheet]:
    characters = 0
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        characters += text_page.count_chars()
        if characters > limits.characters:
            raise beyond(f"it has more than {limits.characters} characters", "characters")
        runs = tuple(_Reading(text_page, page).runs())
        rules, pictures = _drawn(page)
        width, height = page.get_size()
        yield Sheet(
            index + 1,
            document.get_page_label(index) or None,
            width,
            height,
            tuple(run for run, level in runs if level),
            rules,
            tuple(run for run, level in runs if not level),
            pictures,
            tuple(references(document, page, text_page)),
            tuple(remarks(page, text_page, index + 1)),
        )
        text_page.close()
        page.close()


class _Turned:
    """Places on a page as it is shown, from places as the file counts them."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.quarter = page.get_rotation() // 90

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point, counted from the left and the foot of the page that is shown."""
        match self.quarter:
            case 1:
                return y - self.bottom, self.right - x
            case 2:
                return self.right - x, self.top - y
            case 3:
                return self.top - y, x - self.left
            case _:
                return x - self.left, y - self.bottom


class _Reading:
    """The characters of one page."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> None:
        self.text_page = text_page.raw
        self.turned = _Turned(page)
        self.count: int = text_page.count_chars()
        self.fonts: dict[int, Font] = {}

    def runs(self) -> Iterator[tuple[Run, bool]]:
        """Runs in the order of the file, each with whether it is set level."""
        text = self._text()
        begin, owner = 0, self._owner(0) if self.count else 0
        while begin < self.count:
            end = self._end(begin, owner)
            if owner and (words := text[begin:end].translate(_HYPHENS)).strip():
                yield self._run(words, begin, end)
            elif owner == 0 and text[begin:end].strip():
                yield self._run(text[begin:end], begin, end)
            begin = end
            owner = self._owner(begin) if begin < self.count else 0

    def _text(self) -> str:
        """All characters, one to an index."""
        buffer = (c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self.text_page, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * self.count].decode("utf-16-le", "replace")
        if written == self.count + 1 and len(text) == self.count:
            return text
        return "".join(self._character(index) for index in range(self.count))

    def _character(self, index: int) -> str:
        code = raw.FPDFText_GetUnicode(self.text_page, index)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    def _owner(self, index: int) -> int:
        """The text object that shows a character; 0 for a space that only the gap between two words stands for."""
        shown = raw.FPDFText_GetTextObject(self.text_page, index)
        return addressof(shown.contents) if shown else 0

    def _end(self, begin: int, owner: int) -> int:
        """One past the last character of the text object that begins here, found in strides."""
        inside, outside = begin, begin + 1
        stride = _STRIDE if owner else 1
        while outside < self.count and self._owner(outside) == owner:
            inside, outside = outside, outside + stride
        outside = min(outside, self.count)
        while outside - inside > 1:
            middle = (inside + outside) // 2
            if self._owner(middle) == owner:
                inside = middle
            else:
                outside = middle
        return outside

    def _run(self, text: str, begin: int, end: int) -> tuple[Run, bool]:
        first = begin + len(text) - len(text.lstrip()) if len(text) == end - begin else begin
        last = first + len(text.strip()) - 1 if len(text) == end - begin else end - 1
        x, y, left, right, bottom, top = c_double(), c_double(), c_double(), c_double(), c_double(), c_double()
        raw.FPDFText_GetCharOrigin(self.text_page, first, byref(x), byref(y))
        raw.FPDFText_GetCharBox(self.text_page, last, byref(left), byref(right), byref(bottom), byref(top))
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text_page, first, byref(matrix))
        size = raw.FPDFText_GetFontSize(self.text_page, first) * math.hypot(matrix.c, matrix.d)
        x0, base = self.turned.place(x.value, y.value)
        corners = (self.turned.place(left.value, bottom.value), self.turned.place(right.value, top.value))
        x1 = max(corner[0] for corner in corners)
        font = self._font(first)
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) - self.turned.quarter
        return Run(text, x0, max(x0, x1), base, round(size, 1) or 1.0, font.bold, font.fixed), angle % 4 == 0

    def _font(self, index: int) -> Font:
        shown = raw.FPDFText_GetTextObject(self.text_page, index)
        handle = raw.FPDFTextObj_GetFont(shown) if shown else None
        if not handle:
            return Font(bold=False, fixed=False)
        key = addressof(handle.contents) * 2 + (
            raw.FPDFTextObj_GetTextRenderMode(shown) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        )
        if key not in self.fonts:
            name = create_string_buffer(256)
            raw.FPDFFont_GetBaseFontName(handle, name, 256)
            flags = raw.FPDFFont_GetFlags(handle)
            called = name.value.decode("utf-8", "replace").lower()
            heavy = any(word in called for word in _HEAVY) or raw.FPDFFont_GetWeight(handle) >= 600
            fixed = bool(flags & _FIXED) or any(word in called for word in _TYPEWRITERS)
            self.fonts[key] = Font(bold=bool(heavy or key % 2 or flags & _FORCED_BOLD), fixed=fixed)
        return self.fonts[key]


def _drawn(page: pypdfium2.PdfPage) -> tuple[tuple[Rule, ...], int]:
    """The ruled lines of a page, and how many pictures it shows."""
    rules: list[Rule] = []
    pictures = 0
    turned = _Turned(page)
    for index in range(raw.FPDFPage_CountObjects(page)):
        shape = raw.FPDFPage_GetObject(page, index)
        match raw.FPDFPageObj_GetType(shape):
            case raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
            case raw.FPDF_PAGEOBJ_PATH:
                rules.extend(_rules(shape, turned))
            case _:
                continue
    return tuple(rules), pictures


def _rules(path: object, turned: _Turned) -> Iterator[Rule]:
    """A line, or the four sides of a box that is drawn or filled."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(path, byref(left), byref(bottom), byref(right), byref(top)):
        return
    one, other = turned.place(left.value, bottom.value), turned.place(right.value, top.value)
    x0, x1 = sorted((one[0], other[0]))
    y0, y1 = sorted((one[1], other[1]))
    if min(x1 - x0, y1 - y0) <= _THIN:
        if max(x1 - x0, y1 - y0) > 4 * _THIN:
            yield Rule(x0, y0, x1, y1)
        return
    mode, stroked = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(mode), byref(stroked))
    if raw.FPDFPath_CountSegments(path) <= 5 and (stroked.value or mode.value):
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
