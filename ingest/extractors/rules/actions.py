"""Action items: rows of a table of actions, and list items that say who is to do what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind
from ingest.columns import Column
from ingest.document import BlockKind
from ingest.extractors.rules.action_items import is_task, opening_of, read_item
from ingest.extractors.rules.action_states import ActionState, label_of, labelled_states, state_of_cell, state_of_item
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import ORGANIZATION_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.tables import Cell, Row, Table, read_tables

_MEASURES = Cue(
    r"\b(?:measures|actions?|decisions|agreed|follow-?ups?|remed\w+|recommend\w+|improvements|next\s+steps|to[\s-]do)\b",
    re.IGNORECASE,
)
_TAKEN = Cue(
    r"\b(?:actions?|measures|steps)\s+(?:already\s+)?taken\b|\b(?:containment|immediate\s+actions?\s+taken)\b",
    re.IGNORECASE,
)
_LIST_OF_TASKS = Cue(
    r"\W*(?:[\d.]+\s+)?(?:[\w-]+\s+){0,2}?(?:actions?|action\s+items|measures|follow-?ups?|to[\s-]do|next\s+steps|remediation|recommendations?)"
    r"(?:\s+(?:items|points|list|agreed|planned|plan|and\s+owners))?\W*",
    re.IGNORECASE,
)
_WHAT = Cue(
    r"^(?:(?:agreed|corrective|preventive|planned|proposed|follow-?up|remedial)\s+)?(?:what|actions?|measures?|tasks?|items?|steps?|to[\s-]do|fix(?:es)?|changes?|recommendations?|follow-?ups?)"
    r"(?:\s+(?:items?|to\s+(?:do|take|be\s+taken)|needed|agreed))?$",
    re.IGNORECASE,
)
_WHO = Cue(
    r"^(?:who|by\s+whom|lead|dri|assignee|assigned\s+to|addressed\s+to|actioned\s+by|action\s+on|for|team|(?:action\s+)?owners?|responsible)$",
    re.IGNORECASE,
)
_PAPERWORK = Cue(
    r"^(?:include|mention|describe|cover|note|record|reflect|report|add)\b.*\b(?:in|to)\s+the\s+(?:next\s+|annual\s+|quarterly\s+)?(?:(?:version|edition|issue)\s+of\s+the\s+)?"
    r"(?:\w+\s+){0,2}(?:report|memo|memorandum|minutes|newsletter|safety\s+case)\b|^(?:we\s+(?:will|shall)\s+|to\s+)?(?:share|circulate|present|publish|write\s+up|discuss|debrief|report\s+back|update\s+(?:the|this)\s+(?:report|memo|document|review))\b",
    re.IGNORECASE,
)
_TIME = Cue(
    r"^(?:(?:clock\s+)?time|time\s*\(.*\)|when|clock|utc|hour)$|\btime\s+\(?(?:utc|gmt|local|all|cet|pst|pdt|est)\b",
    re.IGNORECASE,
)
_INLINE = Cue(
    r"\W*(?:(?:agreed|corrective|follow-?up|immediate|further)\s+)?(?:actions?|action\s+items|next\s+steps|follow-?ups?|to[\s-]do|measures|agreed)(?:\s+agreed)?\s*:\W{0,3}\s+(?=\S)",
    re.IGNORECASE,
)
_ASIDE = Cue(r"\s*\([^)]*\)|,\s+and\s+.*$|[.;]\s.*$|[.;]$", re.DOTALL)
_MAX_NAME = 110
_MAX_INTRO = 160
_LONGEST_LABEL = 5
_PART = Cue(r"(?:(?<=\s)|^)(?P<label>[A-Z]{1,3}-?\d{1,2})[.):]\s+(?=[A-Z])")


@dataclass(frozen=True)
class Action:
    """Something that somebody is to do: offsets of its words in the document, and the words for who is to do it.

    `label`: what the document calls it by, "a2". `part`: its own words, where the unit tells of several.
    """

    name: str
    unit: Unit
    start: int
    owner: str | None
    state: ActionState = ActionState.OPEN
    label: str = ""
    part: Sentence | None = None


@once
def actions(outline: Outline) -> tuple[Action, ...]:
    """Every action item of a document, in reading order within tables and lists, whatever has become of it."""
    said = labelled_states(outline)
    found = (*_in_tables(outline), *_in_lists(outline))
    return tuple(replace(each, state=said.get(each.label, each.state)) if each.label else each for each in found)


def is_paperwork(action: Action) -> bool:
    """Is it only to be written up or passed on? Such an action changes nothing that could fail."""
    return _PAPERWORK.search(action.name) is not None


def action_owners(outline: Outline) -> Iterator[Thing]:
    """Whoever is to do something by an item of a list or a row of a table, called by nothing but a name."""
    for action in actions(outline):
        name = re.sub(r"^(?:The|Our)\s+", "", action.owner or "")
        if name and name[0].isupper() and not re.search(r"[,;/&]|\band\b", name) and action.unit.sentences:
            kind = _kind_of(name)
            yield Thing(thing_key(kind, name), kind, name, action.unit.sentences[0])


def action_units(outline: Outline) -> frozenset[int]:
    """The units that are items of a list of actions."""
    return frozenset(action.unit.index for action in _in_lists(outline))


def is_table_of_actions(table: Table) -> bool:
    """Is every row of a table about something that is to be done?"""
    return _column_of_tasks(table) is not None


def short_action(text: str) -> str:
    """The words of an action without asides and what is joined to it; cut at a word where they are too long."""
    name = cleaned(_ASIDE.sub("", text, count=3))
    if len(name) > _MAX_NAME:
        name = name[: name.rfind(" ", 0, _MAX_NAME)]
    return name[:1].upper() + name[1:]


def _kind_of(name: str) -> ElementKind:
    if " " in name and looks_like_person(name):
        return ElementKind.PERSON
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return ElementKind.ORGANIZATION if last in ORGANIZATION_HEADS else ElementKind.TEAM


def _in_tables(outline: Outline) -> Iterator[Action]:
    for table in read_tables(outline):
        column = _column_of_tasks(table)
        for row in table.rows if column is not None else ():
            cell = row.cells[column] if column is not None and column < len(row.cells) else None
            if cell is not None and " " in cell.text and row.unit.sentences:
                owner = _owner_in(table, row, cell)
                state, label = _state_of(row, cell), _label_in(row, cell)
                yield Action(short_action(cell.text), row.unit, cell.start, owner, state, label)


def _column_of_tasks(table: Table) -> int | None:
    """The place of the column that says what is to be done; by a plain title like "What" only under a heading about actions.

    A table with the time of each row tells what was done.
    """
    if any(_TIME.match(title) for title in table.titles):
        return None
    if Column.ACTION in table.columns:
        return table.columns.index(Column.ACTION)
    section = table.rows[0].unit.block.section or "" if table.rows else ""
    measures = _MEASURES.search(section) is not None or Column.STATUS in table.columns
    if not measures or not any(_WHO.match(title) for title in table.titles):
        return None
    return next((at for at, title in enumerate(table.titles) if _WHAT.match(title)), None)


def _owner_in(table: Table, row: Row, task: Cell) -> str | None:
    owner = row.first(Column.OWNER)
    if owner is not None:
        return owner.text
    pairs = zip(table.titles, row.cells, strict=False)
    return next((cell.text for title, cell in pairs if cell is not task and cell.text and _WHO.match(title)), None)


def _state_of(row: Row, task: Cell) -> ActionState:
    said = (state_of_cell(cell.text) for cell in row.cells if cell.start > task.start)
    return next((state for state in said if state is not None), state_of_item(task.text))


def _label_in(row: Row, task: Cell) -> str:
    first = row.cells[0]
    return label_of(first.text) if first is not task and len(first.text) <= _LONGEST_LABEL else ""


def _in_lists(outline: Outline) -> Iterator[Action]:
    """The items of lists that a heading, or the short paragraph right above them, calls measures or the like."""
    above = ""
    for unit in outline.units:
        section = unit.block.section or ""
        if unit.kind is not BlockKind.LIST_ITEM:
            above = unit.text if unit.kind is BlockKind.PARAGRAPH and len(unit.text) <= _MAX_INTRO else ""
            yield from _in_parts(unit) if _MEASURES.search(section) else _inline(unit)
            continue
        told = next((words for words in (above, section) if _MEASURES.search(words)), None)
        action = _listed(unit, told) if told is not None and unit.sentences else None
        if action is not None:
            yield action


def _in_parts(unit: Unit) -> Iterator[Action]:
    """The actions that one paragraph numbers: "R1. Move the pump. Owner: Facilities. R2. …"."""
    marks = list(_PART.finditer(unit.text)) if unit.kind is BlockKind.PARAGRAPH else []
    for at, mark in enumerate(marks if marks and marks[0].start() == 0 else ()):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(unit.text)
        words = unit.text[mark.end() : end].rstrip()
        item = read_item(words)
        task = words[item.start : item.end] if item else words
        part = Sentence(unit.start + mark.end(), unit.start + mark.end() + len(words), words, unit.index)
        owner = item.owner if item else None
        if is_task(task):
            yield Action(
                short_action(task), unit, part.start, owner, state_of_item(words), label_of(mark["label"]), part
            )


def _inline(unit: Unit) -> Iterator[Action]:
    """The actions that a paragraph lists behind a label: "Next steps: review the list (Network team); tell the guard"."""
    opening = _INLINE.match(unit.text) if unit.kind is BlockKind.PARAGRAPH and unit.sentences else None
    at = opening.end() if opening else len(unit.text)
    for words in re.split(r"(?<=[;.])\s+(?=\S)", unit.text[at:]) if opening else ():
        at = unit.text.index(words, at)
        item = read_item(words)
        task = words[item.start : item.end] if item else words
        part = Sentence(unit.start + at, unit.start + at + len(words), words, unit.index)
        if is_task(task) or item is not None:
            start = part.start + (item.start if item else 0)
            name = short_action(task)
            yield Action(name, unit, start, item.owner if item else None, state_of_item(words.rstrip(";")), part=part)


def _listed(unit: Unit, told: str) -> Action | None:
    item, label = read_item(unit.text), label_of(unit.block.marker)
    state = ActionState.DONE if _TAKEN.search(told) else state_of_item(unit.text)
    if item is None:
        opening = opening_of(unit.text)
        if _LIST_OF_TASKS.fullmatch(told) is None or not is_task(unit.text[opening:]):
            return None
        return Action(short_action(unit.text[opening:]), unit, unit.start + opening, None, state, label)
    name = short_action(unit.text[item.start : item.end])
    return Action(name, unit, unit.start + item.start, item.owner, state, label) if " " in name else None
