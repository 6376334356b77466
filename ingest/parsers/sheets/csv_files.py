"""CSV files: the delimiter is found out, every cell is text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from io import StringIO

from ingest.columns import Column
from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.parsers.draft import Drafted
from ingest.parsers.sheets.rows import Register

CSV_NAMES = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = ",;\t|"
_SAMPLE = 20_000
_SAID = re.compile(r"sep=(?P<sign>[,;\t|])\s*\n")


def parse_csv(text: str, given: Mapping[Column, str], limits: Limits) -> Drafted:
    """The rows of a CSV file. Raises UnreadableDocument where it has too many, or a cell without end."""
    register = Register(given, limits)
    rows = []
    try:
        said = _SAID.match(text)
        words = text[said.end() :] if said else text
        for row in csv.reader(StringIO(words), delimiter=said["sign"] if said else _delimiter(words[:_SAMPLE])):
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                register.count(len(cells))
                rows.append(cells)
    except csv.Error as error:
        raise UnreadableDocument(
            f"it cannot be read as a table: {error}", "Check that every quotation mark in it is closed."
        ) from error
    drafts = tuple(register.sheet("", rows))
    register.check_mapping()
    return Drafted(drafts, notes=tuple(register.notes))


def _delimiter(sample: str) -> str:
    """What cells are parted by: what cuts most lines into one same number of cells, above one."""
    return max(_DELIMITERS, key=lambda delimiter: _regular(sample, delimiter))


def _regular(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        counts = Counter(len(row) for row in csv.reader(StringIO(sample), delimiter=delimiter) if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((times, cells) for cells, times in counts.items()), default=(0, 0))
