"""Pathways without a number: labelled ones, headings of their own sections, and those that a sentence counts up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extractors.rules.counted_pathways import counted_pathways
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import UNNUMBERED, Introduction, cleaned, headed_by, heading_name, name_at
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.pathway_words import LABEL, PATHWAYS, heads_pathways
from ingest.extractors.rules.plain_headings import PLAIN_HEADING

_ABOUT_PATHWAYS = Cue(
    rf"(?:[\w-]+\s+){{0,3}}(?:{PATHWAYS}|routes?\s+to\s+\w+|ways\s+to\s+\w+|threat\s+models?)(?:\s+(?!and\b)[\w-]+){{0,3}}",
    re.IGNORECASE,
)
_NO_PATHWAY = Cue(
    r"\b(?:overview|introduction|summary|conclusions?|methods?|methodology|approach|general|common|notes?|scope|excluded|"
    r"considered|other|limitations?|discussion|background|remarks|how|what|why|overall|taken\s+together|factors?)\b",
    re.IGNORECASE,
)
_SECTION_NUMBER = Cue(r"\s*(?:§\s*)?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)[.:)]?\s+")
_CLAIMS = Cue(r"\b(?:claims?|assertions?|arguments?|model|evidence|safeguards?|controls?)\b", re.IGNORECASE)
_SEVERAL_WAYS = Cue(
    rf"\b(?:two|three|four|five|six|seven|several)\s+(?:[\w-]+\s+){{0,2}}?(?:ways|roads|{PATHWAYS})\b|\bpathway\s+\d",
    re.IGNORECASE,
)
_LONGEST = 120


def headed_pathways(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Introductions of pathways without a number of their own, and headings that take up one that a list introduced.

    Headings beneath one about pathways count only where nothing else introduces any; they take their section's number.
    """
    taken = {each.unit for each in known}
    labelled = tuple(each for unit in outline.units if unit.index not in taken and (each := _labelled(unit)))
    counted = () if labelled or _pathways_in(known) else counted_pathways(outline)
    listed = (*_pathways_in(known), *labelled, *counted)
    if listed:
        return (*labelled, *counted, *_again(outline, listed, taken))
    return _beneath_headings(outline, taken) or _over_claims(outline, known)


def _over_claims(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Sections "1. …" whose claims are numbered 1.1, 1.2 and so on, in a report that speaks of several ways or of "pathway 1"."""
    claims = [each for each in known if each.kind is ElementKind.CLAIM]
    found = []
    for unit in (unit for unit in outline.units if unit.kind is BlockKind.HEADING and unit.block.level > 1):
        beneath = {below.index for below in headed_by(outline, unit)}
        numbers = {each.number.partition(".")[0] for each in claims if each.unit in beneath and "." in each.number}
        whole = any("." not in each.number for each in claims if each.unit in beneath | {unit.index})
        if len(numbers) == 1 and not whole:
            place = (unit.index, unit.start, unit.end, unit.block.level)
            found.append(Introduction(ElementKind.PATHWAY, min(numbers), "pathway", heading_name(unit), *place))
    if len({each.number for each in found}) != len(found) or len({each.level for each in found}) != 1:
        return ()
    named = any(_CLAIMS.search(each.name) or PLAIN_HEADING.search(each.name) for each in found)
    told = _SEVERAL_WAYS.search(outline.document.text) if len(found) > 1 and not named else None
    return tuple(found) if told else ()


def _pathways_in(known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    return tuple(each for each in known if each.kind is ElementKind.PATHWAY)


def _labelled(unit: Unit) -> Introduction | None:
    """A pathway with a label and no number, as a heading or at the head of a paragraph: "Pathway: loss of pressure"."""
    opens = unit.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} or unit.bold
    label = LABEL.match(unit.text) if opens else None
    if label is None or unit.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return None
    name, end = name_at(unit, label.end())
    if not 3 < len(name) <= _LONGEST:
        return None
    number = f"{UNNUMBERED}{unit.index}"
    return Introduction(ElementKind.PATHWAY, number, "pathway", name, unit.index, unit.start, end, unit.block.level)


def _again(outline: Outline, listed: tuple[Introduction, ...], taken: set[int]) -> Iterator[Introduction]:
    """Headings of the sections about pathways that were introduced before: they speak for them."""
    by_name = _only(listed)
    for unit in outline.units:
        known = by_name.get(normal(heading_name(unit))) if unit.kind is BlockKind.HEADING else None
        if known is not None and unit.index not in taken and unit.start > known.start:
            name = cleaned(heading_name(unit))
            yield replace(
                known, name=name, unit=unit.index, start=unit.start, end=unit.end, level=unit.block.level, inside=False
            )


def _only(listed: tuple[Introduction, ...]) -> Mapping[str, Introduction]:
    """Normal name -> the pathway of that name, where only one number has it."""
    numbers: dict[str, set[str]] = {}
    for each in listed:
        numbers.setdefault(normal(each.name), set()).add(each.number)
    return {normal(each.name): each for each in reversed(listed) if len(numbers[normal(each.name)]) == 1}


def _beneath_headings(outline: Outline, taken: set[int]) -> tuple[Introduction, ...]:
    found = [
        introduction
        for unit in outline.units
        if unit.kind is BlockKind.HEADING
        and (_ABOUT_PATHWAYS.fullmatch(heading_name(unit)) or heads_pathways(heading_name(unit)))
        for introduction in _beneath(outline, unit, taken)
    ]
    found = found or [
        introduction
        for unit in outline.units
        if unit.kind is BlockKind.HEADING and heads_pathways(heading_name(unit))
        for introduction in _in_bold(outline, unit, taken)
    ]
    distinct = tuple({each.unit: each for each in found}.values())
    return distinct if len(distinct) > 1 else ()


def _in_bold(outline: Outline, unit: Unit, taken: set[int]) -> Iterator[Introduction]:
    """Short paragraphs that are wholly in bold, as headings within the section are set in places."""
    for below in headed_by(outline, unit):
        name = cleaned(below.lead)
        whole = below.kind is BlockKind.PARAGRAPH and below.bold and name == cleaned(below.text)
        named = 3 < len(name) <= _LONGEST and not _NO_PATHWAY.search(name) and not PLAIN_HEADING.search(name)
        if whole and named and below.index not in taken:
            number = f"{UNNUMBERED}{below.index}"
            yield Introduction(ElementKind.PATHWAY, number, "pathway", name, below.index, below.start, below.end, 90)


def _beneath(outline: Outline, unit: Unit, taken: set[int]) -> Iterator[Introduction]:
    depth: int | None = None
    for below in headed_by(outline, unit):
        if below.kind is not BlockKind.HEADING or below.index in taken:
            continue
        depth = depth or below.block.level
        name = heading_name(below)
        if below.block.level == depth and len(name) > 2 and not _NO_PATHWAY.search(name):
            section = _SECTION_NUMBER.match(below.text)
            number = section["number"] if section else f"{UNNUMBERED}{below.index}"
            yield Introduction(
                ElementKind.PATHWAY, number, "pathway", name, below.index, below.start, below.end, below.block.level
            )
