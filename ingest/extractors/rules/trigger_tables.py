"""Triggers that tables set out: a column of conditions beside one of what each of them invalidates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tables import Cell, Row
from ingest.extractors.rules.triggers import named_trigger

_CONDITION = Cue(
    r"(?:(?:review|invalidation|withdrawal|re-?assessment)\s+)?(?:triggers?|tripwires?|conditions?|events?|if|when|should|what\s+(?:would\s+have\s+to\s+)?happens?|observations?|thresholds?)(?:\s+(?:reached|met|observed|\w+s))?",
    re.IGNORECASE,
)
_FALLS = Cue(
    r"(?:(?:what|which|element|claim|control|part|parts)\s+)*(?:(?:it|this|that)\s+)?(?:would\s+|is\s+|are\s+|then\s+|no\s+longer\s+)*"
    r"(?:invalidat\w+|voids?|voided|falls?|lapses?|affects?|affected|undermin\w+|overturns?|withdrawn|holds?|stands?|counts?|goes|defeats?|refutes?)(?:\s+(?:then|claim|control|element)s?)?",
    re.IGNORECASE,
)


def read_trigger_tables(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """A trigger for each row that has a condition, and what its row says it invalidates, where that is known."""
    for table in reading.gathered.tables:
        condition, falls = (
            next((at for at, title in enumerate(table.titles) if wanted.fullmatch(title)), None)
            for wanted in (_CONDITION, _FALLS)
        )
        if condition is not None and falls is not None and condition != falls:
            for row in table.rows:
                yield from _of_row(reading, row, condition=condition, falls=falls)


def _of_row(reading: Reading, row: Row, *, condition: int, falls: int) -> Iterator[ProposedElement | ProposedRelation]:
    if max(condition, falls) >= len(row.cells) or not row.unit.sentences or len(row.cells[condition].text.split()) < 2:
        return
    place = Place(reading, row.unit.sentences[0])
    trigger = named_trigger(place, row.cells[condition].text)
    yield trigger
    for key in _meant(reading, row.cells[falls]):
        yield place.relation(RelationType.INVALIDATES, (trigger.key, key))


def _meant(reading: Reading, cell: Cell) -> tuple[str, ...]:
    """What a cell names: by number, else by name."""
    keys = (numbered_key(each.kind, each.number) for each in references_in(cell.text) if each.kind in CRITICIZED)
    numbered = tuple(key for key in keys if key in reading.proposable)
    known = reading.by_name.get(normal(re.sub(r"^(?:the|our)\s+", "", cell.text, flags=re.IGNORECASE)))
    named = (known.key,) if known and known.kind in CRITICIZED else ()
    found = tuple(m.key for m in reading.mentions.within(cell.start, cell.end) if m.kind in CRITICIZED)
    return numbered or named or found or _worded(reading, cell)


def _worded(reading: Reading, cell: Cell) -> tuple[str, ...]:
    """The claim or pathway whose name is all that a cell says."""
    held = (ElementKind.CLAIM, ElementKind.PATHWAY)
    said = normal(cell.text)
    return tuple(key for key, each in reading.numbered.items() if each.kind in held and normal(each.name) == said)
