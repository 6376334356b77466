"""Claims and pathways that a document introduces without a number: "Claim: …", a sentence in bold, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.introductions import Introduction, cleaned, headed_by, heading_name, name_at
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.pathway_lists import PATHWAYS

UNNUMBERED = "@"
_LABELLED = re.compile(
    r"[\s#*_>]*(?:(?:main|central|key|core|overall|first|second|third|fourth|further)\s+)?"
    r"(?P<word>claim|assertion|proposition|contention|thesis|premise)\s*(?:\*\*)?\s*[:–—]\s*(?:\*\*)?\s*(?=\S)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|does|do|did|can|cannot|could|has|have|had|will|would|should|must|may|might|"
    r"lacks?|knows?|holds?|remains?|stays?|takes?|keeps?|shows?|fails?|sees?|gets?|cuts?)\b",
    re.IGNORECASE,
)
_ABOUT_PATHWAYS = re.compile(
    rf"(?:[\w-]+\s+){{0,3}}(?:{PATHWAYS}|routes?\s+to\s+\w+|ways\s+to\s+\w+|threat\s+models?)(?:\s+(?!and\b)[\w-]+){{0,3}}",
    re.IGNORECASE,
)
_NO_PATHWAY = re.compile(
    r"\b(?:overview|introduction|summary|conclusions?|methods?|methodology|approach|general|common|notes?|scope|excluded|"
    r"considered|other|limitations?|discussion|background|remarks|how|what|why|overall|taken\s+together)\b",
    re.IGNORECASE,
)
_SECTION_NUMBER = re.compile(r"\s*(?:§\s*)?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)[.:)]?\s+")
_FEW = 5


def unnumbered(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Introductions of claims and pathways without a number of their own, in reading order.

    Pathways by their headings only where no pathway is numbered; they take the number of their section.
    """
    taken = {each.unit for each in known}
    claims = [found for unit in outline.units if unit.index not in taken and (found := _claim(outline, unit))]
    numbered = any(each.kind is ElementKind.PATHWAY for each in known)
    return (*claims, *(() if numbered else _pathways(outline, taken)))


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


def _pathways(outline: Outline, taken: set[int]) -> tuple[Introduction, ...]:
    found = [
        introduction
        for unit in outline.units
        if unit.kind is BlockKind.HEADING and _ABOUT_PATHWAYS.fullmatch(heading_name(unit))
        for introduction in _beneath(outline, unit, taken)
    ]
    return tuple(found) if len(found) > 1 else ()


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
