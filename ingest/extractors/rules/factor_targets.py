"""What the label of a factor means: "Lack of propensity" is the claim of the section that its item refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extractors.rules.introductions import Introduction
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.stems import stems

_SECTION = re.compile(r"\b(?:sections?|sect\.|sec\.|§)\s*(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)", re.IGNORECASE)
_HEADING_NUMBER = re.compile(r"\s*(?:§\s*)?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)[.:)]?\s")
_HELD = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})


def meant(reading: Reading, label: str, unit: Unit) -> str | None:
    """The claim of the section referred to, a control or evidence that the item names, or a claim worded alike."""
    own = stems(label)
    claims = [each for each in reading.numbered.values() if each.kind is ElementKind.CLAIM]
    if section := _SECTION.search(unit.text):
        there = [each for each in claims if section["number"] in _sections(reading, each)]
        if there:
            return max(there, key=lambda each: len(own & stems(each.name))).key
    for mention in reading.mentions.within(unit.start, unit.end):
        if mention.kind in _HELD and own & stems(reading.things[mention.key].name):
            return mention.key
    if (alike := claim_alike(reading, label)) is not None:
        return alike
    things = [thing for thing in reading.gathered.things if thing.kind in _HELD and own <= stems(thing.name)]
    return things[0].key if things else None


def claim_alike(reading: Reading, words: str) -> str | None:
    """The claim that shares most telling words with a label, else one whose section is headed with one of them."""
    own = stems(words)
    claims = [each for each in reading.numbered.values() if each.kind is ElementKind.CLAIM]
    alike = [each for each in claims if len(own & stems(each.name)) > 1 or (own and own <= stems(each.name))]
    alike = alike or [each for each in claims if own & stems(_section_title(reading, each))]
    return max(alike, key=lambda each: len(own & stems(each.name))).key if alike else None


def _sections(reading: Reading, claim: Introduction) -> Iterator[str]:
    for heading in reading.outline.units[claim.unit].block.headings:
        if found := _HEADING_NUMBER.match(heading):
            yield found["number"]


def _section_title(reading: Reading, claim: Introduction) -> str:
    return reading.outline.units[claim.unit].block.section or ""
