"""Which pathway or argument a claim holds up that is put forward in a pathway's section, and how strong it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import Basis, ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction
from ingest.extractors.rules.numbering import parent_number
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import grade_alone, strength_in

_COUNTED = Cue(
    r"\b(?:first|second|third|fourth|fifth|next|last|lastly|finally|another|remaining|other\s+(?:line|argument|answer))\b",
    re.IGNORECASE,
)
_NEEDED = Cue(
    r"\b(?:unless|only\s+(?:if|when|while)|provided|as\s+long\s+as|requires?|needs?|presupposes?|assumes?|depends?\s+on|relies\s+on)\b",
    re.IGNORECASE,
)
_LINED = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT})


@dataclass
class _Section:
    """The pathway whose section is being read and the argument that is being made in it."""

    pathway: Introduction
    argument: Introduction | None = None


def read_section_lines(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from pathways to the claims and arguments of their sections; claims that make up an argument go to it.

    A claim that is numbered beneath another, or said to be a condition of one, is left to the rules that read that.
    """
    section: _Section | None = None
    starts = {each.unit: each for each in reading.introductions if not each.inside}
    for unit in reading.outline.units:
        here = starts.get(unit.index)
        if unit.kind is BlockKind.HEADING and (section is None or unit.block.level <= section.pathway.level or here):
            section = _Section(here) if here and here.kind is ElementKind.PATHWAY else None
        for each in reading.introductions_in(unit.index) if section and unit.kind is not BlockKind.HEADING else ():
            if (
                section
                and each.kind in _LINED
                and not _is_beneath(reading, each)
                and reading.numbered[each.key] is each
            ):
                yield from _line(reading, each, section)


def _is_beneath(reading: Reading, claim: Introduction) -> bool:
    above = parent_number(claim.number) if claim.shown else None
    return above is not None and f"{claim.kind}:{above.casefold()}" in reading.numbered


def _line(reading: Reading, each: Introduction, section: _Section) -> Iterator[ProposedRelation]:
    sentence = _sentence(reading, each)
    before = sentence.text[: max(each.start - sentence.start, 0)]
    if _NEEDED.search(before):
        return
    if each.kind is ElementKind.ARGUMENT or (section.argument and _leaves(reading, each, section.argument)):
        section.argument = None
    above = section.argument or section.pathway
    if each.kind is ElementKind.ARGUMENT:
        section.argument = each
    place = Place(reading, sentence)
    line = place.relation(RelationType.SUPPORTED_BY, (above.key, each.key), basis=Basis.INFERRED)
    yield replace(line, strength=_strength(reading, each, before))


def _leaves(reading: Reading, claim: Introduction, argument: Introduction) -> bool:
    """Is the claim counted as a line of its own, in a paragraph behind the one that makes the argument?"""
    opening = reading.outline.units[claim.unit].sentences[0].text
    return claim.unit != argument.unit and _COUNTED.search(opening.split(":")[0]) is not None


def _sentence(reading: Reading, each: Introduction) -> Sentence:
    sentences = reading.outline.units[each.unit].sentences
    return next((s for s in sentences if s.start <= each.start < s.end), sentences[0])


def _strength(reading: Reading, each: Introduction, before: str) -> Strength | None:
    """Graded where it is put forward, or by the short sentence right behind it: "A moderate answer."."""
    sentences = reading.outline.units[each.unit].sentences
    behind = next((s.text for s in sentences if s.start >= each.end), "")
    rest = _sentence(reading, each)
    after = rest.text[each.end - rest.start :] if each.end < rest.end else ""
    return grade_alone(before) or strength_in(after) or grade_alone(after) or grade_alone(behind)
