"""Columns of tables: what a column holds, told by the words of its title or by a mapping that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ingest.errors import UnreadableDocument


class Column(StrEnum):
    """What a column of a table holds; its values are the names that a mapping of columns goes by."""

    CONTROL = "control"
    EVALUATION = "evaluation"
    RESULT = "result"
    OWNER = "owner"
    OPERATOR = "operator"
    ALERTED = "alerted"
    NEED = "need"
    CLAIM = "claim"
    ACTION = "action"
    PATHWAY = "pathway"
    EVIDENCE = "evidence"
    STRENGTH = "strength"
    STATUS = "status"
    DESCRIPTION = "description"
    ID = "id"
    OTHER = "other"


_HEADERS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (
        Column.ACTION,
        re.compile(
            r"^(?:(?:corrective|follow-up|open|agreed|remaining|outstanding)\s+)?(?:actions?|action\s+items?|tasks?|follow-?ups?|remed(?:y|ies)|recommendations?)$",
            re.IGNORECASE,
        ),
    ),
    (
        Column.OWNER,
        re.compile(
            r"\b(?:owner|owned\s+by|responsible|accountable|answerable|belongs\s+to|answers?\s+for|whose|in\s+charge|custodian|in\s+the\s+care\s+of)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Column.OPERATOR,
        re.compile(
            r"\b(?:operator|operated\s+by|run\s+by|maintainer|maintained\s+by|looked\s+after\s+by|kept\s+by|who\s+(?:keeps|runs|operates|looks\s+after)|worked\s+by|staffed\s+by|hosted\s+by)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Column.ALERTED,
        re.compile(
            r"\b(?:alerts?|alerted|notifies|escalates?\s+to|paged|who\s+(?:is\s+(?:told|paged|called|informed)|hears|gets\s+\w+)|tells|rings|told|informs|wakes|hears)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Column.NEED,
        re.compile(
            r"\b(?:depends?\s+on|dependenc(?:y|ies)|needs|requires|relies\s+on|rests\s+on|hangs\s+on|cannot\s+do\s+without|runs\s+on)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Column.CONTROL,
        re.compile(
            r"^(?:\w+\s+)?(?:controls?|safeguards?|mitigations?|mechanisms?|monitors?|barriers?|detectors?|measures?)(?:\s+(?:name|title|tested|exercised|tried|concerned|affected|under\s+test))?$",
            re.IGNORECASE,
        ),
    ),
    (
        Column.EVALUATION,
        re.compile(
            r"^(?:\w+\s+)?(?:evaluations?|tests?|stud(?:y|ies)|exercises?|drills?|trials?|audits?|benchmarks?|experiments?)$",
            re.IGNORECASE,
        ),
    ),
    (
        Column.RESULT,
        re.compile(r"\b(?:results?|outcomes?|scores?|rates?|recall|findings?|performance)\b", re.IGNORECASE),
    ),
    (Column.CLAIM, re.compile(r"^(?:sub-?)?claims?$", re.IGNORECASE)),
    (Column.PATHWAY, re.compile(r"^(?:\w+\s+)?(?:pathways?|threats?|hazards?|risks?|scenarios?)$", re.IGNORECASE)),
    (
        Column.EVIDENCE,
        re.compile(r"^(?:\w+\s+)?(?:evidence|proof|tested\s+by|evaluated\s+by|assurance)$", re.IGNORECASE),
    ),
    (
        Column.STRENGTH,
        re.compile(r"^(?:\w+\s+)?(?:strength|weight|effectiveness|rating|grade)$", re.IGNORECASE),
    ),
    (
        Column.STATUS,
        re.compile(
            r"^(?:\w+\s+)?(?:status|state|implementation|implemented\??|in\s+place\??|in\s+force\??)$", re.IGNORECASE
        ),
    ),
    (Column.DESCRIPTION, re.compile(r"^(?:description|details?|what\s+it\s+does|purpose|objective)$", re.IGNORECASE)),
    (
        Column.ID,
        re.compile(r"^(?:#|(?:\w+\s+)?(?:id|no\.?|nr\.?|number|ref\.?|reference|identifier|key))$", re.IGNORECASE),
    ),
)


def column_of(title: str) -> Column:
    """What a column of this title holds."""
    return next((column for column, pattern in _HEADERS if pattern.search(title)), Column.OTHER)


def are_titles(cells: Sequence[str]) -> bool:
    """Whether each of several cells is what the column of a register is called, as in "Control" and "Owner"."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(
        len(cell) <= _LONGEST_TITLE and column_of(cell) is not Column.OTHER for cell in filled
    )


_LONGEST_TITLE = 30
SUBJECTS = (Column.CONTROL, Column.ACTION, Column.CLAIM, Column.PATHWAY)
_NAMES = re.compile(r"^(?:name|title|what)$", re.IGNORECASE)
_AS_NAME = "name"


def columns_of(titles: Sequence[str], given: Mapping[Column, str]) -> tuple[Column, ...]:
    """What each column of a sheet holds: what the mapping says, else what its title says, each sort once.

    Where no column names what its rows are about, one called "name" or "title" names controls.
    """
    asked = {_plain(title): column for column, title in given.items()}
    found: list[Column] = []
    for title in titles:
        column = asked.get(_plain(title)) or column_of(title)
        taken = column in found or (column in given and _plain(title) not in asked)
        found.append(Column.OTHER if taken else column)
    if not set(SUBJECTS) & set(found):
        named = next((at for at, title in enumerate(titles) if _NAMES.match(title.strip())), None)
        if named is not None:
            found[named] = Column.CONTROL
    return tuple(found)


def mapping_of(text: str) -> dict[Column, str]:
    """A mapping as it is typed: "name=Control,owner=Responsible"; UnreadableDocument where it cannot be one."""
    found: dict[Column, str] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        name, sign, title = (each.strip() for each in part.partition("="))
        column = _named(name)
        if not sign or not title or column is None:
            names = ", ".join([_AS_NAME, *(each for each in Column if each is not Column.OTHER)])
            raise UnreadableDocument(
                f"'{part}' maps no column", f"Write NAME=TITLE; the names are: {names}. The title is that of the sheet."
            )
        if found.setdefault(column, title) != title:
            raise UnreadableDocument(
                f"'{name}' is given two titles: '{found[column]}' and '{title}'", "Name one title for each name."
            )
    return found


def _named(name: str) -> Column | None:
    if name == _AS_NAME:
        return Column.CONTROL
    return Column(name) if name in set(Column) - {Column.OTHER} else None


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
