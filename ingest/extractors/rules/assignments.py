"""Owners that an incident gave to things that had none: "Name an owner for the scanner – done: security team"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.action_states import ActionState
from ingest.extractors.rules.actions import Action, actions
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_OWNABLE = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_GIVES = Cue(
    r"\b(?:name|assign|appoint|find|agree|nominate|decide\s+on|settle\s+on|record)\s+(?:an?\s+|the\s+|one\s+)?(?:\w+\s+)?owners?\s+(?:for|of|to)\b|"
    r"\b(?:assign|give|allot|allocate)\b.{3,60}\b(?:to\s+)?an?\s+(?:\w+\s+)?owner\b|\b(?:take|transfer|move|assign|clarify|settle)\s+(?:the\s+)?ownership\b",
    re.IGNORECASE,
)
_SINCE = Cue(r"\b(?:done|completed?|closed|implemented)\b", re.IGNORECASE)


def gives_owner(name: str) -> bool:
    """Is it what an action asks for that something gets an owner?"""
    return _GIVES.search(name) is not None


def read_assignments(reading: Reading) -> Iterator[ProposedRelation]:
    """OWNED_BY from the thing that a done action gives an owner to whoever it says that this is."""
    for action in actions(reading.outline):
        if action.state is ActionState.DONE and gives_owner(action.name):
            yield from _given(reading, action)


def _given(reading: Reading, action: Action) -> Iterator[ProposedRelation]:
    unit = action.unit
    done = _SINCE.search(unit.text, action.start - unit.start)
    behind = unit.start + done.end() if done else unit.end
    things = [m for m in reading.mentions.within(action.start, unit.end) if m.kind in _OWNABLE]
    owners = [m for m in reading.mentions.within(behind, unit.end) if m.kind in AGENT_KINDS]
    if things and owners:
        whole = Sentence(unit.start, unit.end, unit.text, unit.index)
        yield Place(reading, whole).relation(RelationType.OWNED_BY, (things[0].key, owners[0].key))
