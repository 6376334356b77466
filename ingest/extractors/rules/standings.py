"""What a column of states says of a control: in force, planned, gone; and a note on words that are known for none of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from ingest.columns import Column
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.tables import Row, read_tables


class Standing(StrEnum):
    """Whether what a row is about is there."""

    IN_FORCE = "in force"
    PLANNED = "planned"
    RETIRED = "retired"
    UNKNOWN = "unknown"


_PLANNED = Cue(
    r"\b(?:plan(?:ned|s)?|propos(?:ed|al)|to\s+do|todo|not\s+(?:yet\s+)?(?:implemented|in\s+(?:place|force)|started|built|deployed|live)|pending|future|backlog|draft|no|"
    r"in\s+(?:development|design|progress|preparation)|under\s+(?:development|construction|way)|to\s+(?:come|follow|be\s+\w+)|scheduled|on\s+order|upcoming|"
    r"geplant|gepland|planlagt|prévue?s?|planifiée?s?|previst[oa]s?|planificad[oa]s?|pianificat[oa])\b",
    re.IGNORECASE,
)
_RETIRED = Cue(
    r"\b(?:retired|withdrawn|decommissioned|removed|disabled|rejected|obsolete|cancel+ed|switched\s+off|discontinued|superseded|abandoned|dropped)\b",
    re.IGNORECASE,
)
_IN_FORCE = Cue(
    r"\b(?:in\s+(?:place|force|use|effect|operation|service|production)|implemented|active|live|operational|operating|operates|deployed|done|yes|enabled|running|complete[d]?|"
    r"effective|partial(?:ly)?|met|ok|okay|on|current|established|installed|working|automated|adopted|mandatory|full(?:y)?|good|green|tested|verified|"
    r"mature|degraded|since|as\s+of|always|ongoing|continuous|permanent|temporary|satisfied|inherited|available)\b|^\W*(?:[1-9]\d*(?!\d)|[✓✔☑x]\W*$)",
    re.IGNORECASE,
)
_SHOWN = 3
_LONGEST = 60


def standing_of(text: str) -> Standing:
    """What the words of a cell say; an empty cell says that the thing is in force, as whoever lists it does."""
    if not re.search(r"\w|[✓✔☑]", text):
        return Standing.IN_FORCE
    if _RETIRED.search(text):
        return Standing.RETIRED
    if _PLANNED.search(text):
        return Standing.PLANNED
    return Standing.IN_FORCE if _IN_FORCE.search(text) else Standing.UNKNOWN


def standing_of_row(row: Row) -> Standing:
    """What a row's column of states says of what it is about."""
    cell = row.first(Column.STATUS)
    return standing_of(cell.text if cell else "")


def table_notes(outline: Outline) -> tuple[str, ...]:
    """A note for each state that is known for nothing, in tables of controls, and one on what is left out as gone."""
    rows = (row for table in read_tables(outline) if Column.CONTROL in table.columns for row in table.rows)
    states = tuple(
        (state.text, control.text)
        for row in rows
        if (state := row.first(Column.STATUS)) and (control := row.first(Column.CONTROL))
    )
    return (*unknown_states(states), *retired_states(states))


def unknown_states(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """A note for each unknown state, of pairs of a state and what it is said of."""
    found: dict[str, list[str]] = {}
    for state, name in pairs:
        if standing_of(state) is Standing.UNKNOWN:
            short = state if len(state) <= _LONGEST else f"{state[: state.rfind(' ', 0, _LONGEST)]} …"
            found.setdefault(short, []).append(name)
    return tuple(_notes(found))


def retired_states(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """A note on what is left out as no longer there, of pairs of a state and what it is said of; none where nothing is."""
    names = [f'"{name}" ({state})' for state, name in pairs if standing_of(state) is Standing.RETIRED]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (f"left out, as their state says that they are gone: {', '.join(names[:_SHOWN])}{more}",) if names else ()


def _notes(found: Mapping[str, list[str]]) -> Iterator[str]:
    for state, names in found.items():
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        read = "was read as a control" if len(names) == 1 else "were read as controls"
        shown = ", ".join(f'"{name}"' for name in names[:_SHOWN])
        yield f'the state "{state}" is not known as one of planned or of retired things: {shown}{more} {read} in force'
