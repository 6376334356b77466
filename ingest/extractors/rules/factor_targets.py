"""What the label of a factor means: "Lack of propensity" is the claim of the section that its item refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, numbered_key
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.stems import stems
from ingest.extractors.rules.support_words import HELD_BY
from ingest.extractors.rules.weights import FactorItem

_SECTION = Cue(r"\b(?:sections?|sect\.|sec\.|§)\s*(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)", re.IGNORECASE)
_HEADING_NUMBER = Cue(r"\s*(?:§\s*)?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)[.:)]?\s")
_FINITE = Cue(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|can[’']t|could|will|would|must|may|isn[’']t|aren[’']t|won[’']t)\b|"
    r"\b(?:nobody|nothing|it|we|they|everyone|somebody|someone|there)\s+\w+|\w+n[’']t\b|"
    r"\s(?:rests?|holds?|knows?|lacks?|needs?|takes?|fails?|remains?|makes?|stops?|leaves?|shows?|goes?|go|works?|decides?|reads?|sees?|gets?|keeps?|catches|blocks?|slows?|helps?)\s",
    re.IGNORECASE,
)
_NO_SUCH = Cue(r"(?:no|few|little|nobody|nothing)\b.*\b(?:that|which|who|has|to|we|it)\b", re.IGNORECASE)
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


def pointed_at(reading: Reading, item: FactorItem) -> str | None:
    """The one claim that an item of a sentence for a label refers to, else the one control or evidence that it speaks of.

    "The door is narrow. With the Egress Governor in place …", "Sabotage would be seen. See Claim 4.".
    """
    unit = item.unit
    if unit.kind is not BlockKind.LIST_ITEM or not unit.bold or not _is_sentence(item.name):
        return None
    referred = [each for each in references_in(unit.text) if each.kind is ElementKind.CLAIM]
    claims = {numbered_key(each.kind, each.number) for each in referred}
    if claims:
        return min(claims) if len(claims) == 1 and claims <= reading.numbered.keys() else None
    if HELD_BY.search(unit.text, unit.after_lead - unit.start):
        return None  # what holds it up is named, and is another thing
    held = {each.key for each in reading.mentions.within(unit.after_lead, unit.end) if each.kind in _HELD}
    return min(held) if len(held) == 1 else None


def _is_sentence(label: str) -> bool:
    """Does a label say something, or is it the one word of a heading: "Code", "Data"?"""
    if " " not in label:
        return not votes_of_head(label)
    return len(label.split()) > 2 and bool(_FINITE.search(label) or _NO_SUCH.match(label))


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
