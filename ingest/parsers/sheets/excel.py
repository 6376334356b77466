"""The only door to openpyxl: an Excel file -> rows of text, with the values that are stored; no formula is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from lxml import etree
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from ingest.columns import Column
from ingest.errors import UnreadableDocument
from ingest.limits import beyond
from ingest.parsers.draft import Draft, Drafted
from ingest.parsers.sheets.rows import Cells, Register
from ingest.parsers.zipped import Archive, check_xml

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_VISIBLE = "visible"
_FURTHEST = 1 << 20
_NO_ROW = re.compile(rb"<row\b[^>]{0,400}?\sr=[\"'](?!0*\d{1,7}[\"'])")
_FORMULA = re.compile(rb"<f[\s>/]")
_EMPTY_FORMULA = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_MERGED = re.compile(
    rb"<(?:\w{1,20}:)?mergeCell\b[^<>]{0,80}?\bref=[\"']([A-Za-z]{1,3}\d{1,7}:[A-Za-z]{1,3}\d{1,7})[\"']"
)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Spans = Mapping[int, Sequence[tuple[int, int]]]
_BROKEN: Final = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, BadZipFile, ParseError, AssertionError),
    *(InvalidFileException, etree.LxmlError),
)


def parse_excel(content: bytes, archive: Archive, given: Mapping[Column, str]) -> Drafted:
    """The visible sheets of an Excel file. Raises UnreadableDocument where it is broken or beyond a limit."""
    checked = _checked(archive)
    register = Register(given, archive.limits)
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        drafts = tuple(_drafts(book, register, _spans(archive, checked)))
        title = book.properties.title or ""
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != _VISIBLE]
    except _BROKEN as error:
        raise UnreadableDocument(
            "it is a broken Excel file", "Open it in an office program and save it again, or save the sheet as CSV."
        ) from error
    register.check_mapping()
    notes = [*register.notes]
    if checked.formulas:
        notes.append(_computed(checked.formulas, checked.empty))
    notes += [f"the hidden sheet “{name}” is left out" for name in hidden]
    return Drafted(drafts, title, tuple(_warnings(archive)), tuple(notes))


@dataclass
class _Checked:
    """How many cells are formulas, how many of them have no value, and by sheet's part which ranges are one cell."""

    formulas: int = 0
    empty: int = 0
    merged: dict[str, list[str]] = field(default_factory=dict)


def _checked(archive: Archive) -> _Checked:
    """What openpyxl does not tell of the sheets; refuses what no part of XML may hold."""
    found = _Checked()
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            content = archive.part(name) or b""
            check_xml(content, archive.limits)
            if name.startswith("xl/worksheets/"):
                if _NO_ROW.search(content):
                    raise beyond("it numbers rows that no sheet has", "rows")
                found.formulas += len(_FORMULA.findall(content))
                found.empty += len(_EMPTY_FORMULA.findall(content))
                found.merged[name] = [each.decode() for each in _MERGED.findall(content)]
    return found


def _spans(archive: Archive, checked: _Checked) -> Mapping[str, Spans]:
    """By the title of a sheet the cells that go on in rows below: first row -> column and last row of each."""
    parts = archive.targets("xl/workbook.xml")
    book = archive.xml("xl/workbook.xml")
    found: dict[str, Spans] = {}
    for sheet in book.iter("{*}sheet") if book is not None else ():
        spans: dict[int, list[tuple[int, int]]] = {}
        for each in checked.merged.get(parts.get(sheet.get(_ID, ""), ("", ""))[1].lower(), ()):
            column, first, _, last = range_boundaries(each)
            if column and first and last and last > first:
                spans.setdefault(first, []).append((column - 1, last))
        found[sheet.get("name", "")] = spans
    return found


def _computed(formulas: int, empty: int) -> str:
    cells = "1 cell is a formula" if formulas == 1 else f"{formulas} cells are formulas"
    stored = f"; {empty} of them had none" if empty else ""
    return f"{cells}: what was read is the value stored in the file, nothing was computed{stored}"


def _warnings(archive: Archive) -> Iterator[str]:
    if any(name.endswith("vbaproject.bin") for name in archive.names):
        yield "it holds macros, which were not read or run"
    if any(name.startswith(("xl/comments", "xl/threadedcomments")) for name in archive.names):
        yield "it holds comments on cells, which were not read"


def _drafts(book: Workbook, register: Register, spans: Mapping[str, Spans]) -> Iterator[Draft]:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == _VISIBLE]
    for sheet in shown:
        if isinstance(sheet, ReadOnlyWorksheet):
            sheet.reset_dimensions()
        rows = tuple(_rows(sheet, register, spans.get(sheet.title, {})))
        if rows:
            yield from register.sheet(sheet.title if len(shown) > 1 else "", rows)


def _rows(sheet: Worksheet, register: Register, spans: Spans) -> Iterator[Cells]:
    """The rows with words; a cell that several rows share is said in each of them."""
    shared: dict[int, tuple[int, str]] = {}
    for at, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if at > _FURTHEST:
            raise beyond(f"the rows of sheet “{sheet.title}” have no end", "rows")
        cells = [_text(value) for value in row]
        if any(cells):
            register.count(len(cells))
            shared = {column: (last, said) for column, (last, said) in shared.items() if at <= last}
            cells += [""] * (max(shared, default=0) + 1 - len(cells))
            for column, (_, said) in shared.items():
                cells[column] = cells[column] or said
            yield tuple(cells)
        shared.update((column, (last, cells[column])) for column, last in spans.get(at, ()) if column < len(cells))


def _text(value: object) -> str:
    """A cell as people write it: whole numbers without a point, dates as in 2026-05-01."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", timespec="minutes")
        case _:
            return "" if value is None else str(value).strip()
