"""The only door to openpyxl: an Excel file -> rows of text, with the values that are stored; no formula is computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from lxml import etree
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

_VISIBLE = "visible"
_FURTHEST = 1 << 20
_NO_ROW = re.compile(rb"<row\b[^>]{0,400}?\sr=[\"'](?!0*\d{1,7}[\"'])")
_FORMULA = re.compile(rb"<f[\s>/]")
_EMPTY_FORMULA = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_BROKEN: Final = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, BadZipFile, ParseError, AssertionError),
    *(InvalidFileException, etree.LxmlError),
)


def parse_excel(content: bytes, archive: Archive, given: Mapping[Column, str]) -> Drafted:
    """The visible sheets of an Excel file. Raises UnreadableDocument where it is broken or beyond a limit."""
    formulas, empty = _checked(archive)
    register = Register(given, archive.limits)
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        drafts = tuple(_drafts(book, register))
        title = book.properties.title or ""
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != _VISIBLE]
    except _BROKEN as error:
        raise UnreadableDocument(
            "it is a broken Excel file", "Open it in an office program and save it again, or save the sheet as CSV."
        ) from error
    register.check_mapping()
    notes = [*register.notes]
    if formulas:
        notes.append(_computed(formulas, empty))
    notes += [f"the hidden sheet “{name}” is left out" for name in hidden]
    return Drafted(drafts, title, tuple(_warnings(archive)), tuple(notes))


def _checked(archive: Archive) -> tuple[int, int]:
    """How many cells are formulas, and how many of them have no value; refuses what no part of XML may hold."""
    formulas = empty = 0
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            content = archive.part(name) or b""
            check_xml(content, archive.limits)
            if name.startswith("xl/worksheets/"):
                if _NO_ROW.search(content):
                    raise beyond("it numbers rows that no sheet has", "rows")
                formulas += len(_FORMULA.findall(content))
                empty += len(_EMPTY_FORMULA.findall(content))
    return formulas, empty


def _computed(formulas: int, empty: int) -> str:
    cells = "1 cell is a formula" if formulas == 1 else f"{formulas} cells are formulas"
    stored = f"; {empty} of them had none" if empty else ""
    return f"{cells}: what was read is the value stored in the file, nothing was computed{stored}"


def _warnings(archive: Archive) -> Iterator[str]:
    if any(name.endswith("vbaproject.bin") for name in archive.names):
        yield "it holds macros, which were not read or run"
    if any(name.startswith(("xl/comments", "xl/threadedcomments")) for name in archive.names):
        yield "it holds comments on cells, which were not read"


def _drafts(book: Workbook, register: Register) -> Iterator[Draft]:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == _VISIBLE]
    for sheet in shown:
        if isinstance(sheet, ReadOnlyWorksheet):
            sheet.reset_dimensions()
        rows = tuple(_rows(sheet.title, sheet.iter_rows(values_only=True), register))
        if rows:
            yield from register.sheet(sheet.title if len(shown) > 1 else "", rows)


def _rows(sheet: str, rows: Iterable[Sequence[object]], register: Register) -> Iterator[Cells]:
    for at, row in enumerate(rows):
        if at > _FURTHEST:
            raise beyond(f"the rows of sheet “{sheet}” have no end", "rows")
        cells = tuple(_text(value) for value in row)
        if any(cells):
            register.count(len(cells))
            yield cells


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
