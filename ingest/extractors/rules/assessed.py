"""The system that a critique's report assesses: the subject of both, and nothing that the case needs or watches with.

"Sabotage Risk Report: Marlow 3", "Your report on Dolomite 2, version 1.2", "the sabotage risk report for Marlow 3".
"""

from __future__ import annotations

import re

from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline

_VERSIONED = r"(?P<name>[A-Z][A-Za-z’'-]*(?:\s[A-Z][a-z]+)?[\s-]\d+(?:\.\d+)?)(?![\w.]*\w)"
_TITLED = Cue(
    rf"(?:^|[:“\"(–—-]\s*|\b(?:for|of|on|about|from)\s+(?:the\s+)?){_VERSIONED}(?=\s*(?:$|[:,“”\")–—-]|\s(?:(?-i:[A-Z])\w+\s)?(?i:report|risk|sabotage|safety|system|assessment|internal|deployment)))"
)
_REPORT_ON = Cue(
    rf"\b(?:[Rr]isk|[Ss]afety|[Ss]abotage|[Yy]our|[Tt]he)\s+(?:\w+\s+)?(?:report|case|assessment|memo|memorandum)\s+(?:for|on|of|about)\s+{_VERSIONED}"
)
_NO_SYSTEM = Cue(
    r"\b(?:Version|Finding|Interview|INC|Comment|Section|Claim|Pathway|Chapter|Table|Appendix|Level|Phase|Part|Volume|Incident|Report|Draft|Figure|Annex|Issue|Tier|Step|January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_TOP = 6


def assessed_systems(outline: Outline) -> frozenset[str]:
    """Normal names of what the title or the first lines of a critique say that it is about; empty for other documents."""
    source = outline.document.source
    if source.kind is not DocumentKind.CRITIQUE:
        return frozenset()
    head = outline.units[:_TOP]
    titles = [source.title, *(unit.text for unit in head if unit.kind is BlockKind.HEADING)]
    found = [match["name"] for title in titles for match in _TITLED.finditer(title)]
    found += [match["name"] for unit in head for match in _REPORT_ON.finditer(unit.text)]
    return frozenset(normal(name) for name in found if not _NO_SYSTEM.search(name))
