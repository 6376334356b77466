"""Firms that running text calls so: "Harbour Readings, a firm with no other tie to us", "capacity rented from Grey Cloud"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline

_NAME = r"(?P<name>[A-Z][\w&’'-]*(?:\s+(?:of\s+|for\s+|and\s+|&\s+)?[A-Z][\w&’'-]*){0,3})"
_SORT = r"(?:firm|company|vendor|contractor|supplier|provider|consultancy|charity|institute|laboratory|carrier|agency|start-up|university|broker|manufacturer)"
_QUALIFIED = r"(?:(?:outside|external|independent|separate|third-party|private|small|local|foreign|security|testing|cloud|pager|audit)\s+){0,2}"
_APPOSED = Cue(rf"(?<![\w’'-]){_NAME},\s+(?:an?|the|our|their)\s+{_QUALIFIED}{_SORT}\b(?!\s*[’'])")
_CAME = Cue(
    rf"(?<![\w’'-]){_NAME}(?:\s+[a-z]+){{0,3}},\s+(?:an?|the|our|some)\s+(?:outside|external|independent|third-party)\s+(?:testers|auditors|assessors|consultants|evaluators|reviewers|contractors|people)\b"
)
_IS_ONE = Cue(rf"(?<![\w’'-]){_NAME}\s+(?:is|are)\s+(?:an?|our|the)\s+{_QUALIFIED}{_SORT}\b(?!\s*[’'])")
_RENTED = Cue(
    rf"\b(?:rented|leased|bought|hired|purchased|subcontracted|outsourced|licensed|contracted)\s+(?:out\s+)?(?:from|to)\s+{_NAME}(?=\s*(?:[.,;:)]|$|and\b|which\b|who\b|for\b|at\b|since\b))"
)


def called_firms(outline: Outline) -> Iterator[Thing]:
    """The firms, as organizations."""
    kind = ElementKind.ORGANIZATION
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE}:
            continue
        for pattern in (_APPOSED, _CAME, _IS_ONE, _RENTED):
            for match in pattern.finditer(sentence.text):
                name = re.sub(r"^(?:The|Our)\s+", "", match["name"])
                if name not in {"The", "Our", "We", "It", "They", "This", "That", "He", "She"}:
                    yield Thing(thing_key(kind, name), kind, name, sentence)
