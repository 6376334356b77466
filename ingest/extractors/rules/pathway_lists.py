"""Pathways in lists: items that a heading or lead-in calls pathways, threat scenarios or ways to harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import UNNUMBERED, Introduction, cleaned, heading_name
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.pathway_words import announces_pathways, heads_pathways
from ingest.extractors.rules.strengths import strength_in

_ORDERED = Cue(r"\(?(?P<number>\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]?$")
_END_OF_NAME = Cue(r"[:.;!?](?:\s|$)|\s[–—]\s|,?\s*$|,\s+(?:and|or)\s*$")
_NO_NAME = Cue(
    r"^(?:we|our|see|these|this|those|in|for|from|note|each|all|some|none|they|it|there|if|when|as|here)\b|^\d|\b(?:we|our|pathways?|"
    r"scenarios?|sections?|chapters?|appendix|claims?|reports?|reviewers?)\b",
    re.IGNORECASE,
)
_ASIDE = Cue(r"\s*[(\[](?:see|cf\.|section|§|ch\w*\.?|\d)[^)\]]*[)\]]", re.IGNORECASE)
_GOES_ON = Cue(r"\b(?:we|are|following|consider)\b", re.IGNORECASE)
_FEW = 2


def list_pathways(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Pathways introduced by the items of a list; their numbers are the list's own, if it has any."""
    headed = {each.unit for each in known}
    critique = outline.document.source.kind is DocumentKind.CRITIQUE
    found: list[Introduction] = []
    for opener, items in _lists(outline):
        if not _opens_list(outline, opener) or not items:
            continue
        if _ORDERED.match(items[0].block.marker.strip()):
            found += _ordered(items, headed)
        elif not critique:
            found += _bulleted(items, headed)
    return tuple(found)


def _lists(outline: Outline) -> Iterator[tuple[Unit, list[Unit]]]:
    """Every unit with the outermost items of the list right behind it."""
    opener: Unit | None = None
    items: list[Unit] = []
    for unit in outline.units:
        if unit.kind is BlockKind.LIST_ITEM:
            items += [unit] if unit.block.level <= 1 else []
            continue
        if opener is not None:
            yield opener, items
        opener, items = unit, []
    if opener is not None:
        yield opener, items


def _opens_list(outline: Outline, unit: Unit) -> bool:
    """May a list behind this unit be one of pathways? By its lead-in, or by the heading right above."""
    if unit.kind is BlockKind.HEADING:
        return heads_pathways(heading_name(unit))
    last = unit.sentences[-1].text if unit.sentences else ""
    if announces_pathways(last):
        return True
    before = outline.units[unit.index - 1] if unit.index else None
    headed = before is not None and before.kind is BlockKind.HEADING and heads_pathways(heading_name(before))
    return headed and (last.endswith(":") or bool(_GOES_ON.search(last)))


def _ordered(items: list[Unit], headed: set[int]) -> Iterator[Introduction]:
    """The items of a list that counts up, as far as it does."""
    expected = 1
    for unit in items:
        if unit.index in headed:
            continue
        ordered = _ORDERED.match(unit.block.marker.strip())
        number = ordered["number"].upper() if ordered else ""
        name = _name(unit)
        if ordered is None or not name or (number.isdigit() and int(number) != expected):
            return
        expected += 1
        yield _introduced(unit, number, name)


def _bulleted(items: list[Unit], headed: set[int]) -> tuple[Introduction, ...]:
    """The items of a list without numbers: all of them name something, and none is weighed as a factor is."""
    names = [_name(unit) for unit in items]
    plain = all(name and not _NO_NAME.search(name) for name in names)
    weighed = any(unit.sentences and strength_in(unit.sentences[0].text) for unit in items)
    if len(items) < _FEW or not plain or weighed or any(unit.index in headed for unit in items):
        return ()
    return tuple(_introduced(unit, f"{UNNUMBERED}{unit.index}", name) for unit, name in zip(items, names, strict=True))


def _introduced(unit: Unit, number: str, name: str) -> Introduction:
    return Introduction(ElementKind.PATHWAY, number, "Pathway", name, unit.index, unit.start, unit.end, 90)


def _name(unit: Unit) -> str:
    """What an item names with its first words; "" where these are too few or too many for a name."""
    name = unit.lead
    if not unit.bold:
        stop = _END_OF_NAME.search(unit.text, 3)
        name = unit.text[: stop.start() if stop else len(unit.text)]
    name = re.sub(r",?\s+(?:and|or)$", "", cleaned(_ASIDE.sub("", name)))
    return name if 3 <= len(name) <= 160 else ""
