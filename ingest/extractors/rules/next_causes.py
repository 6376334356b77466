"""Causes that the next sentence tells: "The dose monitor sent no alerts. Its queue was full."; what a reader concludes from both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import Basis, ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_rumoured
from ingest.extractors.rules.failure_needs import has_stopped, is_gone
from ingest.extractors.rules.incident_things import is_incident
from ingest.extractors.rules.reading import Place, Reading

_FAILED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_DEPENDENCY = frozenset({ElementKind.DEPENDENCY})
_OPENS = Cue(r"\W*(?:The|Its|Their|Our)\s+")
_JOINED = Cue(r"\b(?:and|or|nor)\s+(?:the\s+|our\s+|its\s+)?$", re.IGNORECASE)
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_NEAR = 40


def read_next_causes(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON, inferred, from the one thing that a sentence says to have failed to what the next one says was gone."""
    if not is_incident(reading.outline):
        return
    for unit in reading.outline.units:
        if unit.kind in _KINDS and unit.index not in reading.planned:
            for one, other in pairwise(unit.sentences):
                yield from _caused(Place(reading, one), Place(reading, other))


def _caused(told: Place, cause: Place) -> Iterator[ProposedRelation]:
    text = told.sentence.text
    things = {m.key: m for m in told.mentioned((0, len(text)), _FAILED)}
    first = next(iter(things.values()), None)
    if first is None or len(things) > 1 or first.start - told.sentence.start > _NEAR:
        return
    if _JOINED.search(text[: first.start - told.sentence.start]):
        return
    opening = _OPENS.match(cause.sentence.text)
    lacked = cause.mentioned((opening.end(), opening.end() + 1), _DEPENDENCY) if opening else ()
    stopped = has_stopped(text[first.end - told.sentence.start :]) and not is_rumoured(text)
    if stopped and lacked and lacked[0].key != first.key:
        behind = cause.sentence.text[lacked[0].end - cause.sentence.start :]
        if is_gone(behind):
            yield cause.relation(RelationType.DEPENDS_ON, (first.key, lacked[0].key), basis=Basis.INFERRED)
