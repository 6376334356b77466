"""Devices that give a signal: "the rejection counter crosses its threshold", "the gas alarm went off"; and who hears it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.reading import Place, Reading

_NOTICES = Cue(
    r"\s+(?:then\s+|also\s+|first\s+)?(?:(?P<hears>hears?|heard)|(?P<sees>sees?|saw|notices?|noticed)|(?:is|was|were)\s+(?:woken|alerted|warned)\s+by)\s+(?:the|its|our)\s+",
    re.IGNORECASE,
)
_NEAR = 18


def read_signals(reading: Reading) -> Iterator[ProposedRelation]:
    """ALERTS from a control to whoever hears it, sees it or is woken by it."""
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for match in _NOTICES.finditer(sentence.text):
            who = [
                m
                for m in place.mentioned((0, match.start() + 1), AGENT_KINDS)
                if m.end == sentence.start + match.start()
            ]
            what = place.mentioned((match.end(), match.end() + _NEAR), frozenset({ElementKind.CONTROL}))
            if who and what and not is_denied(sentence.text[: match.start()]):
                said = place.relation(RelationType.ALERTS, (what[0].key, who[-1].key))
                yield replace(said, channel="sound" if match["hears"] else None)
