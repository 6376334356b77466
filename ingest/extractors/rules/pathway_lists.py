"""Pathways in lists: numbered items that a heading or lead-in calls pathways or threat scenarios."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.introductions import Introduction, cleaned, heading_name
from ingest.extractors.rules.outline import Outline, Unit

PATHWAYS = (
    r"(?:pathways?|(?:threat|risk|attack|harm|hazard|loss|failure|accident)\s+(?:scenarios?|paths?|routes?)|scenarios)"
)
_LEAD_IN = re.compile(
    rf"\b{PATHWAYS}\b[^.]{{0,120}}(?::\s*$|\b(?:following|below)\b|\bwe\s+(?:consider|examine|assess|treat|look\s+at)\b)|"
    rf"\b(?:following|below)\b[^.]{{0,80}}\b{PATHWAYS}\b|\b(?:consider|considered|identified|examine|assess)\b[^.]{{0,60}}\b{PATHWAYS}\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"^(?:the\s+|specific\s+|our\s+|main\s+|list\s+of\s+|\w+\s+)?(?:threat\s+|risk\s+)?{PATHWAYS}"
    r"(?:\s+(?:considered|assessed|in\s+scope|to\s+\w+|examined))?$",
    re.IGNORECASE,
)
_NOT_PATHWAYS = re.compile(
    r"\b(?:not|excluded?|out\s+of\s+scope|set\s+aside|assessments?|claims?|limitations?)\b", re.IGNORECASE
)
_ORDERED = re.compile(r"\(?(?P<number>\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]?$")
_END_OF_NAME = re.compile(r"[:.;!?](?:\s|$)|\s[–—]\s|,?\s*$|,\s+(?:and|or)\s*$")


def list_pathways(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Pathways introduced by the items of a list; their numbers are the list's own."""
    found: list[Introduction] = []
    lead: Unit | None = None
    expected = 1
    listing = False
    headed = {each.unit for each in known}
    for unit in outline.units:
        if unit.kind is not BlockKind.LIST_ITEM:
            listing = _opens_list(unit, lead if unit.kind is not BlockKind.HEADING else None)
            lead, expected = unit, 1
        elif listing and unit.block.level <= 1 and unit.index not in headed:
            item = _item(unit, expected)
            if item is None:
                listing = False
                continue
            found.append(item)
            expected += 1
    return tuple(found)


def _opens_list(unit: Unit, before: Unit | None) -> bool:
    """May a list behind this unit be one of pathways? By its lead-in, or by the heading right above."""
    if unit.kind is BlockKind.HEADING:
        return bool(_HEADING.match(heading_name(unit)))
    last = unit.sentences[-1].text if unit.sentences else ""
    if _LEAD_IN.search(last) and not _NOT_PATHWAYS.search(last):
        return True
    headed = before is not None and before.kind is BlockKind.HEADING and _HEADING.match(heading_name(before))
    return bool(headed) and (
        last.endswith(":") or bool(re.search(r"\b(?:we|are|following|consider)\b", last, re.IGNORECASE))
    )


def _item(unit: Unit, expected: int) -> Introduction | None:
    ordered = _ORDERED.match(unit.block.marker.strip())
    number = ordered["number"].upper() if ordered else ""
    if ordered is None or (number.isdigit() and int(number) != expected):
        return None
    at = unit.after_lead - unit.start if unit.bold else 0
    end = len(unit.text)
    if at:
        name, end = unit.lead, at
    else:
        stop = _END_OF_NAME.search(unit.text, 3)
        name = unit.text[: stop.start() if stop else end]
    name = re.sub(r",?\s+(?:and|or)$", "", cleaned(name))
    if not 3 <= len(name) <= 160:
        return None
    return Introduction(ElementKind.PATHWAY, number, "Pathway", name, unit.index, unit.start, unit.end, 90)
