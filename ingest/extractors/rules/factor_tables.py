"""Tables that set factors against pathways: a row for each pair, or a square of weights with pathways along one side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.elements import ElementKind
from graph.naming import normal
from ingest.columns import Column
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import UNNUMBERED, Introduction, cleaned
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.plain_headings import PLAIN_HEADING
from ingest.extractors.rules.stems import stems
from ingest.extractors.rules.tables import Cell, Row, Table, read_tables
from ingest.extractors.rules.weights import FactorItem, weight_alone, without_weight

_PATHWAY = Cue(
    r"^(?:(?:threat|risk|harm|attack|loss|main)\s+)?(?:pathways?|scenarios?|routes?(?:\s+to\s+harm)?|threats?|hazards?)(?:\s+to\s+harm)?$",
    re.IGNORECASE,
)
_FACTOR = Cue(
    r"^(?:(?:key|main|mitigating|relevant|principal|existing|current|our)\s+)*(?:factors?|mitigations?|controls?|safeguards?|barriers?|protections?|"
    r"arguments?|measures?|lines?\s+of\s+(?:support|defen[cs]e)|what\s+holds\s+it\s+down)(?:\s+and\s+(?:its\s+|their\s+)?(?:weights?|strengths?))?$",
    re.IGNORECASE,
)
_OF_PATHWAYS = Cue(r"\b(?:pathways?|threat\s+scenarios?|threat\s+models?|routes\s+to\s+harm)\b", re.IGNORECASE)
_NOTHING = Cue(r"[\s–—-]*|n/?a|none|no|not\s+applicable", re.IGNORECASE)
_CODE = Cue(r"(?:(?P<code>[A-Z]{1,3}-?\d+(?:\.\d+)*)|(?P<number>\d+(?:\.\d+)*))[.:)]?\s+(?=\S)")
_PART = Cue(r"\s*(?:;|\n|•)\s*|(?<=[)\]]),?\s+(?:and\s+)?")
_NAME = 90
_FEW = 2


def table_pathways(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Pathways that only tables of factors name; none where something else introduces pathways."""
    if any(each.kind is ElementKind.PATHWAY for each in known):
        return ()
    found: dict[str, Introduction] = {}
    for table in read_tables(outline):
        for cell, unit in (*_of_rows(table), *_along_side(table)):
            each = _introduced(cell, unit)
            if 3 < len(each.name) <= _NAME:
                found.setdefault(normal(each.name), each)
    return tuple(found.values())


def table_factors(
    tables: tuple[Table, ...], pathways: Mapping[str, Introduction], subjects: Mapping[int, str]
) -> tuple[FactorItem, ...]:
    """What tables weigh for pathways.

    `pathways`: key -> where it is introduced. `subjects`: unit -> key of the numbered thing in whose section it stands.
    """
    return tuple(found for table in tables for found in _factors(table, pathways, subjects))


def _introduced(cell: Cell, unit: Unit) -> Introduction:
    code = _CODE.match(cell.text)
    number = code and (code["code"] or code["number"])
    name = cleaned(cell.text[code.end() :] if code else cell.text)
    if called := _numbered(cell.text, ElementKind.PATHWAY):
        number, name = called, cleaned(cell.text[references_in(cell.text)[0].end :].strip(" ()"))
    number = number or f"{UNNUMBERED}{unit.index}/{cell.start}"
    return Introduction(ElementKind.PATHWAY, number, "pathway", name, unit.index, cell.start, cell.end, 90, inside=True)


def _sides(table: Table) -> tuple[int | None, int | None, int | None]:
    """Where a list of pairs has its pathways, its factors and its weights; None for what it has not."""

    def at(wanted: Cue) -> int | None:
        return next((place for place, title in enumerate(table.titles) if wanted.match(title)), None)

    weight = next((place for place, column in enumerate(table.columns) if column is Column.STRENGTH), None)
    return at(_PATHWAY), at(_FACTOR), weight


def _of_rows(table: Table) -> Iterator[tuple[Cell, Unit]]:
    pathway, factor, _ = _sides(table)
    if pathway is not None and factor is not None:
        yield from (
            (row.cells[pathway], row.unit) for row in table.rows if pathway < len(row.cells) and row.cells[pathway].text
        )


def _along_side(table: Table) -> Iterator[tuple[Cell, Unit]]:
    """The pathways of a square of weights: along its top, or down its first column."""
    if not _is_square(table):
        return
    if _is_down(table):
        yield from ((row.cells[0], row.unit) for row in table.rows if row.cells and row.cells[0].text)
    elif table.header is not None and _speaks_of_pathways(table):
        spans = zip(table.titles[1:], table.header.block.cells[1:], strict=True)
        named = ((title, span) for title, span in spans if title and not _numbered(title, ElementKind.CLAIM))
        yield from ((Cell(Column.OTHER, title, *span), table.header) for title, span in named)


def _is_down(table: Table) -> bool:
    """Do the pathways of a square of weights stand down its first column, by its title or by their own numbers?"""
    first = [row.cells[0].text for row in table.rows if row.cells]
    return bool(_PATHWAY.match(table.titles[0])) or all(_numbered(text, ElementKind.PATHWAY) for text in first)


def _numbered(text: str, kind: ElementKind) -> str | None:
    """The number that a cell opens with by which it calls something of this kind: "Pathway 2, loss of pressure"."""
    found = references_in(text)[:1]
    return found[0].number if found and found[0].start == 0 and found[0].kind is kind else None


def _is_square(table: Table) -> bool:
    """Are all cells beside the first column weights or empty, two of them weights at least?"""
    cells = [cell.text for row in table.rows for cell in row.cells[1:]]
    weights = [cell for cell in cells if weight_alone(cell)]
    plain = all(weight_alone(cell) or _NOTHING.fullmatch(cell) for cell in cells)
    return len(table.titles) > 1 and plain and len(weights) >= _FEW and _sides(table)[2] is None


def _speaks_of_pathways(table: Table) -> bool:
    before = table.before.text if table.before else ""
    section = table.header.block.section if table.header and table.header.block.section else ""
    return any(_OF_PATHWAYS.search(text) for text in (table.caption_text, before, section))


def _factors(table: Table, pathways: Mapping[str, Introduction], subjects: Mapping[int, str]) -> Iterator[FactorItem]:
    pathway, factor, weight = _sides(table)
    if factor is not None and pathway is not None and not _is_square(table):
        yield from _of_pairs(table, (pathway, factor, weight), pathways)
    elif factor is not None and weight is not None and pathway is None:
        for row in table.rows:
            if (key := subjects.get(row.unit.index)) in pathways and key is not None:
                yield from _of_cell(row, (factor, weight), key)
    elif _is_square(table):
        yield from _of_square(table, pathways)


def _of_pairs(
    table: Table, sides: tuple[int, int, int | None], pathways: Mapping[str, Introduction]
) -> Iterator[FactorItem]:
    pathway, factor, weight = sides
    key: str | None = None
    for row in table.rows:
        if said := _text(row, pathway):
            key = _meant(said, pathways)
        if key:
            yield from _of_cell(row, (factor, weight), key)


def _of_cell(row: Row, sides: tuple[int, int | None], key: str) -> Iterator[FactorItem]:
    """The factors of a cell, with its own weights or that of the row; one that is said to weigh nothing is none."""
    factor, weight = sides
    rated = _text(row, weight) if weight is not None else ""
    counts = not rated.strip() or weight_alone(rated) is not None
    for part in _PART.split(_text(row, factor)) if counts else ():
        label, own = without_weight(part)
        if 3 < len(name := cleaned(label)) <= _NAME:
            yield FactorItem(key, name[:1].upper() + name[1:], row.unit, own or weight_alone(rated))


def _of_square(table: Table, pathways: Mapping[str, Introduction]) -> Iterator[FactorItem]:
    down = _is_down(table)
    for row in table.rows:
        for cell, title in zip(row.cells[1:], table.titles[1:], strict=False):
            factor, pathway = (title, row.cells[0].text) if down else (row.cells[0].text, title)
            key, strength = _meant(pathway, pathways), weight_alone(cell.text)
            if key and strength and 3 < len(factor) <= _NAME and not PLAIN_HEADING.search(factor):
                yield FactorItem(key, factor, row.unit, strength)


def _text(row: Row, place: int) -> str:
    return row.cells[place].text if place < len(row.cells) else ""


def _meant(label: str, pathways: Mapping[str, Introduction]) -> str | None:
    """The key of the pathway that a cell names, by number or by words; None where it names none, or two."""
    numbers = {each.number for each in references_in(label) if each.kind is ElementKind.PATHWAY}
    code = _CODE.match(f"{label} -")
    numbers |= {code["code"] or code["number"]} if code else set()
    by_number = [key for key, each in pathways.items() if each.number in numbers]
    name = label[code.end() :] if code and code.end() < len(label) else label
    same = [key for key, each in pathways.items() if normal(each.name) == normal(name)]
    alike = [key for key, each in pathways.items() if stems(name) and stems(each.name) == stems(name)]
    found = by_number or same or alike
    return found[0] if len(found) == 1 else None
