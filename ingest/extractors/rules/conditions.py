"""Triggers that a section lists under "What would change our minds": each item a condition, then what falls with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence, Unit, section_title
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.trigger_words import IT_FOR
from ingest.extractors.rules.triggers import named_trigger, said_condition

_HEADING = Cue(
    r"\b(?:change\s+(?:our|my|the|this|their)\s+(?:minds?|views?|conclusions?|assessments?|judg\w+|opinions?)|"
    r"(?:would|could|might|will)\s+(?:invalidate|overturn|undo|void|falsify|defeat|undermine|make\s+(?:us|me)\s+(?:wrong|think\s+again))|"
    r"(?:invalidat|falsif|disqualif)\w*\s+(?:conditions?|events?|evidence|findings?|observations?|criteria)|"
    r"(?:when|conditions\s+(?:under|on)\s+which|what\s+makes)\s+(?:this|the)\s+(?:report|case|assessment|argument|memo(?:randum)?)\s+"
    r"(?:lapses?|expires?|falls?|no\s+longer|ceases?|stops|must|has\s+to|would\s+have\s+to|is\s+(?:void|invalid|to\s+be))|"
    r"(?:triggers?|conditions?|grounds|reasons|criteria)\s+for\s+(?:re-?(?:view|visiting|assess\w+|opening|consider\w+)|withdraw\w+|revisi\w+)|"
    r"(?:re-?assessment|review|withdrawal|revision|re-?opening)\s+(?:triggers?|conditions?|criteria)|"
    r"(?:would|should|will)\s+(?:we|i)\s+(?:revisit|reconsider|re-?open|withdraw|retract|revise|reassess|think\s+again))\b|"
    r"^(?:triggers?|tripwires?|invalidat\w+\s+conditions?|expiry|validity|conditions\s+of\s+validity)$",
    re.IGNORECASE,
)
_ITEM = Cue(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|(?:First|Second|Third|Fourth|Fifth|Sixth|Last|Final)(?:ly)?,\s+")
_OPENS = Cue(r"^(?:if|when|once|should|whenever|in\s+case|suppose)\s+", re.IGNORECASE)
_CONSEQUENCE = Cue(
    r"[;:]\s+|\s[–—]\s|,\s+(?=(?:then|in\s+which\s+case|which\s+would|we\s+would|we\s+will|claims?\s+[\d.]+\s)\b)",
    re.IGNORECASE,
)
_FALLS = Cue(
    r"\b(?:(?:cease|stop)\w*\s+(?:to\s+)?(?:count|rel[iy]|credit|cit|us)\w*|withdraw\w*|finished|over|falls?|fallen|lapses?|collapses?|no\s+longer|nothing|"
    r"void|invalid\w*|revis(?:it|e)\w*|reconsider\w*|reassess\w*|re-?open\w*|re-?argued|lowered|dropped|at\s+an\s+end|worthless|missed|"
    r"not\s+(?:count|rely|hold|stand)|put\s+to\s+the\s+test|gone|lost|fails?|wrong|false)\b",
    re.IGNORECASE,
)
_REMARK = Cue(r"^\W*(?:we|i|it|this|these|those|in\s+that|then|none|nothing|no)\b", re.IGNORECASE)
_LONGEST = 220


def read_conditions(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Each listed condition as a trigger, and what its own words say falls with it; else what its section is about."""
    for unit in reading.outline.units:
        if _is_condition(unit) and not any(said_condition(reading, each)[1] for each in unit.sentences):
            condition, behind = _split(unit)
            if _REMARK.match(condition):
                continue
            trigger = named_trigger(Place(reading, unit.sentences[0]), condition)
            yield trigger
            for sentence, target in _targets(reading, unit, behind):
                yield Place(reading, sentence).relation(RelationType.INVALIDATES, (trigger.key, target))


def _is_condition(unit: Unit) -> bool:
    """Is it an item of such a section? A paragraph is one where it is numbered or opens with "if"."""
    if not unit.sentences or _HEADING.search(section_title(unit.block.section or "")) is None:
        return False
    listed = unit.kind is BlockKind.LIST_ITEM
    spoken = unit.kind is BlockKind.PARAGRAPH and (_ITEM.match(unit.text) or _OPENS.match(unit.text))
    return bool(listed or spoken) and not unit.text.rstrip().endswith(":") and len(unit.sentences[0].text) <= _LONGEST


def _split(unit: Unit) -> tuple[str, int]:
    """The condition, and where in the document's text it ends."""
    first = unit.sentences[0]
    numbered = _ITEM.match(first.text)
    start = numbered.end() if numbered else 0
    opened = _OPENS.match(first.text[start:])
    start += opened.end() if opened else 0
    cut = _CONSEQUENCE.search(first.text, start + 8)
    end = cut.start() if cut else len(first.text)
    return re.sub(r"\s+", " ", first.text[start:end]).strip(" .,;*_"), first.start + end


def _targets(reading: Reading, unit: Unit, behind: int) -> tuple[tuple[Sentence, str], ...]:
    """What falls: all that is named by number behind the condition, else the first thing there, else in the condition."""
    told = [(each, max(each.start, behind)) for each in unit.sentences if each.end > behind + 2]
    spans = [(each, start, each.end) for each, start in told if _tells_of_a_fall(each.text[start - each.start :])]
    if not told:
        spans = [(unit.sentences[0], unit.start, behind)]
    found = [(each, key) for each, start, end in spans for key in _numbered(reading, each, (start, end))]
    pathways = bool(found) and all(key.startswith(f"{ElementKind.PATHWAY}:") for _, key in found)
    if pathways and any(IT_FOR.search(each.text) for each, _ in found):
        first = unit.sentences[0]
        meant = [m.key for m in reading.mentions.within(unit.start, behind) if m.kind in _INVALIDATED]
        found = [(first, key) for key in meant[:1]] or found
    if found:
        return tuple(dict.fromkeys(found))
    named = [
        (each, m.key)
        for each, start, end in spans
        for m in reading.mentions.within(start, end)
        if m.kind in _INVALIDATED
    ]
    overall = overall_claim(reading)
    return tuple(named[:1]) or (((unit.sentences[0], overall.key),) if overall else ())


def _tells_of_a_fall(text: str) -> bool:
    if text.lstrip().startswith((":", "→")):
        return True
    falls = _FALLS.search(text)
    return falls is not None and not is_denied(text[: falls.start()])


_INVALIDATED = CRITICIZED - AGENT_KINDS


def _numbered(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[str, ...]:
    named = [
        numbered_key(each.kind, each.number)
        for each in reading.outline.references(sentence)
        if span[0] <= sentence.start + each.start < span[1] and each.kind in CRITICIZED
    ]
    return tuple(key for key in dict.fromkeys(named) if key in reading.proposable)
