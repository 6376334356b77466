"""Tables of who is told of what: a row for each event, with the party that hears of it, by what means and how soon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from graph.elements import ElementKind, RelationType
from ingest.columns import Column
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.messages import channel_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tables import Row, read_tables


class _Holds(StrEnum):
    """What a column of such a table holds."""

    TOLD = "told"
    CHANNEL = "channel"
    DELAY = "delay"
    EVENT = "event"


_TITLES: tuple[tuple[_Holds, Cue], ...] = (
    (
        _Holds.DELAY,
        Cue(
            r"\b(?:how\s+(?:long|soon|fast|quick\w*)|delay|latency|within|time|deadline|after\s+how|by\s+when|when)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _Holds.CHANNEL,
        Cue(
            r"^(?:how|channel|means|medium|via|by\s+(?:what|which)\b.*|through\b.*|how\s+(?:told|sent|reached|notified))$",
            re.IGNORECASE,
        ),
    ),
    (
        _Holds.TOLD,
        Cue(
            r"\b(?:who|whom)\b|\b(?:told|hears?|alerts?|alerted|notif\w+|informs?|informed|pages?|paged|recipients?|goes\s+to|reaches|"
            r"escalates?\s+to|contact|wakes?)\b",
            re.IGNORECASE,
        ),
    ),
)


def read_alarm_tables(reading: Reading) -> Iterator[ProposedRelation]:
    """ALERTS from the control that a row names to whom the row says is told, with channel and seconds."""
    for table in read_tables(reading.outline):
        holds = tuple(_held(title) for title in table.titles)
        if (
            _Holds.TOLD in holds
            and holds.index(_Holds.TOLD) > 0
            and not {Column.OWNER, Column.ACTION} & set(table.columns)
        ):
            for row in table.rows:
                yield from _alerts(reading, row, holds)


def _held(title: str) -> _Holds:
    return next((holds for holds, pattern in _TITLES if pattern.search(title)), _Holds.EVENT)


def _alerts(reading: Reading, row: Row, holds: tuple[_Holds, ...]) -> Iterator[ProposedRelation]:
    cells = tuple(zip(holds, row.cells, strict=False))
    event = next((cell for held, cell in cells if held is _Holds.EVENT and cell.text), None)
    told = next((cell for held, cell in cells if held is _Holds.TOLD and cell.text), None)
    if event is None or told is None or is_denied(event.text) or is_denied(told.text):
        return
    sources = [m for m in reading.mentions.within(event.start, event.end) if m.kind is ElementKind.CONTROL]
    targets = [m for m in reading.mentions.within(told.start, told.end) if m.kind in AGENT_KINDS]
    channel = next((cell.text for held, cell in cells if held is _Holds.CHANNEL), "")
    delay = next((cell.text for held, cell in cells if held is _Holds.DELAY), "")
    whole = Sentence(row.unit.start, row.unit.end, row.unit.text, row.unit.index)
    for target in dict.fromkeys(m.key for m in targets) if sources else ():
        said = Place(reading, whole).relation(RelationType.ALERTS, (sources[0].key, target))
        yield replace(said, channel=channel_in(f"by {channel}", 0), latency_s=seconds_in(delay))
