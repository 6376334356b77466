"""Rows of tables: how many cells they may have, and whether the first one heads its table, where no source says it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.columns import are_titles
from ingest.limits import Limits, beyond
from ingest.parsers.draft import Words

_LONGEST_NAME = 40


def heads(rows: Sequence[Sequence[Sequence[Words]]]) -> bool:
    """Whether the first row is set apart in bold from those below, or names its columns in a few words.

    Three columns or more in any words, two in the words that registers have for theirs.
    """
    if len(rows) < 2:
        return False
    first = rows[0]
    if are_titles([_said(cell) for cell in first]):
        return True
    if len(rows) > 2 and len(first) > 2 and all(_is_name(cell) for cell in first[1:]):
        return True
    filled = [cell for cell in first if _said(cell)]
    return (
        len(filled) > 1
        and all(_bold(cell) for cell in filled)
        and not all(_bold(cell) for row in rows[1:] for cell in row)
    )


def check_cells(columns: int, cells: int, limits: Limits) -> None:
    """Refuse a row of more columns than the limit, and tables of more cells in all than the limit of tags."""
    if columns > limits.columns:
        raise beyond(f"a row of a table in it has {columns} columns, more than {limits.columns}", "columns")
    if cells > limits.tags:
        raise beyond(f"its tables have more than {limits.tags} cells", "tags")


def _said(cell: Sequence[Words]) -> str:
    return " ".join("".join(words.text for words in cell).split())


def _is_name(cell: Sequence[Words]) -> bool:
    text = _said(cell)
    return 0 < len(text) <= _LONGEST_NAME and not any(letter.isdigit() for letter in text) and text[-1] not in ".;"


def _bold(cell: Sequence[Words]) -> bool:
    return all(words.bold for words in cell if words.text.strip())
