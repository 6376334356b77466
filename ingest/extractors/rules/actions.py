"""Action items: rows of a table of actions, and list items that open with who is to do them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.columns import Column
from ingest.document import BlockKind
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import ORGANIZATION_HEADS, ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.tables import read_tables

_MEASURES = re.compile(
    r"\b(?:measures|actions?|decisions|agreed|follow-?ups?|remed\w+|recommend\w+|improvements|next\s+steps|to\s+do)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?P<owner>(?:The\s+|Our\s+)?[A-Z][\w.’'&-]*(?:\s+[\w&’'-]+){0,4}?)(?:,\s+(?:by|before|until|from)\s+[^:.;]{2,24}|\s+\([^)]{1,30}\))?:\s+"
    r"(?P<action>(?=[a-z]|An?\s)\S[^;]*)"
)
_ASIDE = re.compile(r"\s*\([^)]*\)|,\s+and\s+.*$|[.;]\s.*$|[.;]$", re.DOTALL)
_MAX_NAME = 110


@dataclass(frozen=True)
class Action:
    """Something that somebody is to do: offsets of its words in the document, and the words for who is to do it."""

    name: str
    unit: Unit
    start: int
    owner: str | None


def actions(outline: Outline) -> tuple[Action, ...]:
    """Every action item of a document, in reading order within tables and lists."""
    return (*_in_tables(outline), *(each for unit in outline.units if (each := owned_action(unit))))


def owned_action(unit: Unit) -> Action | None:
    """The action of a list item that opens with its owner: "Facilities, by May: a second pump"; None for other units."""
    match = _OWNED.match(unit.text) if unit.kind is BlockKind.LIST_ITEM else None
    if match is None or not _MEASURES.search(unit.block.section or "") or not _may_own(match["owner"]):
        return None
    name = short_action(match["action"])
    return Action(name, unit, unit.start + match.start("action"), match["owner"]) if " " in name else None


def short_action(text: str) -> str:
    """The words of an action without asides and what is joined to it; cut at a word where they are too long."""
    name = cleaned(_ASIDE.sub("", text, count=3))
    if len(name) > _MAX_NAME:
        name = name[: name.rfind(" ", 0, _MAX_NAME)]
    return name[:1].upper() + name[1:]


def _in_tables(outline: Outline) -> Iterator[Action]:
    for table in read_tables(outline):
        for row in table.rows:
            cell, owner = row.first(Column.ACTION), row.first(Column.OWNER)
            if cell is not None and " " in cell.text and row.unit.sentences:
                yield Action(short_action(cell.text), row.unit, cell.start, owner.text if owner else None)


def _may_own(words: str) -> bool:
    plain = re.sub(r"^(?:The|Our)\s+", "", words)
    last = plain.rsplit(maxsplit=1)[-1]
    person = " " in plain and looks_like_person(re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+", "", plain))
    return person or bool({head(last), last.casefold()} & (TEAM_HEADS | ROLE_HEADS | ORGANIZATION_HEADS))
