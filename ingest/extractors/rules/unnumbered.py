"""Claims that a document introduces without a number: "Claim: …", or a whole sentence in bold."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import UNNUMBERED, Introduction, cleaned, name_at
from ingest.extractors.rules.outline import Outline, Unit

_LABELLED = Cue(
    r"[\s#*_>]*(?:(?:main|central|key|core|overall|first|second|third|fourth|further)\s+)?"
    r"(?P<word>claim|assertion|proposition|contention|thesis|premise)\s*(?:\*\*)?\s*[:–—]\s*(?:\*\*)?\s*(?=\S)",
    re.IGNORECASE,
)
_FINITE = Cue(
    r"\b(?:is|are|was|were|does|do|did|can|cannot|could|has|have|had|will|would|should|must|may|might|"
    r"lacks?|knows?|holds?|remains?|stays?|takes?|keeps?|shows?|fails?|sees?|gets?|cuts?)\b",
    re.IGNORECASE,
)
_FEW = 5


def unnumbered_claims(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Introductions of claims without a number of their own, in reading order."""
    taken = {each.unit for each in known}
    return tuple(found for unit in outline.units if unit.index not in taken and (found := _claim(outline, unit)))


def _claim(outline: Outline, unit: Unit) -> Introduction | None:
    if unit.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING} or not unit.sentences:
        return None
    labelled = _LABELLED.match(unit.text)
    if labelled is None and not _is_bold_statement(outline, unit):
        return None
    name, end = name_at(unit, labelled.end() if labelled else 0)
    if len(name.split()) < _FEW:
        return None
    number = f"{UNNUMBERED}{unit.index}"
    return Introduction(ElementKind.CLAIM, number, "claim", name, unit.index, unit.start, end, unit.block.level)


def _is_bold_statement(outline: Outline, unit: Unit) -> bool:
    """Does a paragraph of a report open with a whole sentence in bold, and go on to argue for it?"""
    if unit.kind is not BlockKind.PARAGRAPH or not unit.bold or outline.document.source.kind is not DocumentKind.REPORT:
        return False
    first = unit.sentences[0].text
    stated = cleaned(first).casefold() == cleaned(unit.lead).casefold() and first.rstrip(" *_").endswith(".")
    return stated and len(unit.sentences) > 1 and len(first.split()) > _FEW and bool(_FINITE.search(first))
