"""What tables name, cell by cell: controls, tests, what is needed, and who owns or runs things."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.elements import ElementKind
from ingest.columns import Column, column_of
from ingest.extractors.rules.actions import is_table_of_actions
from ingest.extractors.rules.concordance import Concordance
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person, votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.standings import Standing, standing_of_row
from ingest.extractors.rules.tables import Cell, Row, Table
from ingest.extractors.rules.weights import without_weight

_OF_COLUMN = {
    Column.CONTROL: ElementKind.CONTROL,
    Column.EVALUATION: ElementKind.EVIDENCE,
    Column.OWNER: ElementKind.TEAM,
    Column.OPERATOR: ElementKind.TEAM,
    Column.NEED: ElementKind.DEPENDENCY,
}
_OF_ACTIONS = frozenset({Column.OWNER, Column.OPERATOR})
_SORTED = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_SORTS = {kind.value: kind for kind in (*_SORTED, ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.DEPENDENCY)}
_CALLED = Cue(r"(?P<name>[^()]{2,60}?)\s+\((?P<what>[a-z][a-z-]+(?:\s[a-z-]+){1,3})\)")
_NOBODY = Cue(
    r"[\W_]*(?:(?:none|nobody|no[\s-]one|n/?a|unknown|unassigned|unclear|vacant|open|tb[dca]|not\s+(?:known|assigned|named|yet\s+\w+))"
    r"(?:\s+(?:named|assigned|yet|known|recorded))?)?[\W_]*",
    re.IGNORECASE,
)


def table_things(tables: Iterable[Table], text: Concordance) -> Iterable[Thing]:
    """The things that the cells of tables name, by what their columns hold. `text`: of the whole document."""
    for table in tables:
        todo = is_table_of_actions(table)
        for row in table.rows if not table.counts else ():
            for cell, title in zip(row.cells, (*table.titles, *("" for _ in row.cells)), strict=False):
                if cell.column is Column.EVIDENCE and cell.test and row.unit.sentences:
                    key = thing_key(ElementKind.EVIDENCE, cell.test)
                    yield Thing(key, ElementKind.EVIDENCE, cell.test, row.unit.sentences[0])
                kind = _OF_COLUMN.get(cell.column) if not todo or cell.column in _OF_ACTIONS else None
                if kind is ElementKind.CONTROL and standing_of_row(row) is Standing.RETIRED:
                    continue
                sort = _sort_of(row)
                if sort is not None and kind in _SORTED:
                    kind = sort if sort in _OF_COLUMN.values() else None
                if kind is not None and _is_name(cell) and row.unit.sentences:
                    kind = (
                        kind if sort is kind else _of_cell(kind, cell.text, text, told=column_of(title) is cell.column)
                    )
                    called = _CALLED.fullmatch(cell.text) if kind is ElementKind.CONTROL else None
                    called = called if called and votes_of_head(called["what"])[ElementKind.CONTROL] else None
                    name = called["name"] if called else cell.text
                    aliases = _written_small(name, text) if kind is ElementKind.CONTROL else ()
                    aliases = (*aliases, cell.text, called["what"]) if called else aliases
                    yield Thing(thing_key(kind, name), kind, name, row.unit.sentences[0], aliases)


def _sort_of(row: Row) -> ElementKind | None:
    """What a cell of a row says that the row is about: "control", "claim"; None where none says it."""
    found = (_SORTS.get(cell.text.casefold()) for cell in row.cells[1:])
    return next((kind for kind in found if kind), None)


def _of_cell(kind: ElementKind, name: str, text: Concordance, *, told: bool) -> ElementKind:
    """The kind that a cell names in a column of this kind: a person or role among teams, and where the title has not
    `told` that the column holds controls, what they need among them.
    """
    if kind is ElementKind.TEAM and (_is_person(name, text) or (name.islower() and head(name) in ROLE_HEADS)):
        return ElementKind.PERSON
    votes = votes_of_head(name)
    needed = votes[ElementKind.DEPENDENCY] > votes[ElementKind.CONTROL] and not name.endswith("ing")
    return ElementKind.DEPENDENCY if kind is ElementKind.CONTROL and needed and not told else kind


def _written_small(name: str, text: Concordance) -> tuple[str, ...]:
    """A name of one word as running text writes it, where it does so as a noun: "a third is replay"."""
    small = name.casefold()
    said = " " not in name and small not in GENERIC_NAMES and text.find(small, behind="[a-z,:] ")
    return (small,) if said else ()


def _is_person(name: str, text: Concordance) -> bool:
    """Does a name look like a person's, whose first word the document nowhere writes small?"""
    first = name.split(" ", maxsplit=1)[0].casefold()
    return " " in name and looks_like_person(name) and not any(text.find(word) for word in (first, f"{first}s"))


def _is_name(cell: Cell) -> bool:
    if without_weight(cell.text)[1] or ";" in cell.text:
        return False
    return not _NOBODY.fullmatch(cell.text) and len(cell.text) <= 80 and any(char.isalpha() for char in cell.text)
