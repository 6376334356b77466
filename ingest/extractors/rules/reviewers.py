"""Who speaks in a critique: the organization, team or person that its opening lines name."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.extraction import Quote
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.reading import Place, Reading

_OPENING = re.compile(
    r"\b(?:written|prepared|drafted|issued|submitted|reviewed|by)\b|\breviewers?\b|\bauthors?\b|\bon\s+behalf\s+of\b|\bfor\s+the\b|^[A-Z][\w\s]+\.$",
    re.IGNORECASE,
)
_FIRST_UNITS = 5
_ORDER = (ElementKind.ORGANIZATION, ElementKind.TEAM, ElementKind.PERSON)


def reviewer(reading: Reading) -> tuple[str, Quote] | None:
    """Key of whoever raises the findings of a critique, and the words that say so; None outside critiques."""
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return None
    for unit in reading.outline.units[:_FIRST_UNITS]:
        for sentence in unit.sentences:
            place = Place(reading, sentence)
            agents = place.mentioned((0, len(sentence.text)), AGENT_KINDS)
            if agents and _OPENING.search(sentence.text):
                best = min(agents, key=lambda mention: _ORDER.index(mention.kind))
                return best.key, place.quote
    return None
