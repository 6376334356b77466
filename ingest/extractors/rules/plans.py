"""Planned and proposed changes, found before anything else is named: what is only planned is no control in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.columns import Column
from ingest.document import BlockKind
from ingest.extractors.rules.action_states import ActionState, state_of_item
from ingest.extractors.rules.actions import actions, is_paperwork
from ingest.extractors.rules.announced import announced
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import named, phrase_after, phrase_before
from ingest.extractors.rules.planned_things import planned_things
from ingest.extractors.rules.spoken_wishes import spoken_wishes
from ingest.extractors.rules.standings import Standing, standing_of_row
from ingest.extractors.rules.suggestions import suggestions
from ingest.extractors.rules.tables import Cell, Row, read_tables
from ingest.extractors.rules.weights import without_weight
from ingest.extractors.rules.wishes import wishes

_PLANNED = Cue(
    r"\b(?:planned|future|proposed|proposals?|recommend(?:ed|ations?)|next\s+steps|roadmap|not\s+(?:yet\s+)?in\s+force|improvements|"
    r"action\s+items|follow-?ups?|remediation|lessons?(?!\s+(?:from|of)\b)|what\s+we\s+will|to\s+do|going\s+to\s+(?:change|do|add|build)|"
    r"(?:improvements?|changes?|work)\s+(?:under\s+way|in\s+(?:hand|progress)|ahead|to\s+come)|what\s+(?:comes|is)\s+(?:next|planned|to\s+come)|plans)\b",
    re.IGNORECASE,
)
_BEFORE_NAME = Cue(
    r"\b(?:what\s+(?:i|we)[’']d\s+(?:really\s+)?like[^.;]{0,40}?\bis|(?:i|we)[’']d\s+like|(?:i|we)\s+would\s+like|we\s+should\s+(?:add|build|have|introduce)|"
    r"(?:we|they|the\s+\w+)\s+(?:plans?|intends?|proposes?|proposed|recommends?|recommended|wants?)\s+(?:to\s+(?:add|build|introduce|deploy|set\s+up|install|buy)\s+)?|"
    r"(?:will|going\s+to|to)\s+(?:add|build|introduce|deploy|install|roll\s+out))\s+(?=(?:an?|the|two|one|some)\s)",
    re.IGNORECASE,
)
_AFTER_NAME = Cue(
    r"\s+(?:will|is\s+to|are\s+to|should|would)\s+be\s+(?:built|added|introduced|deployed|installed|set\s+up|rolled\s+out|put\s+in\s+place|bought|developed)\b|"
    r"\s+(?:that\s+[^.;,]{3,60}?\s+)?(?:could|would|might)\s+(?:actually\s+|really\s+|also\s+)?(?:make|strengthen|improve|close|fix)\b|"
    r"\s+(?:is|are)\s+(?:planned|proposed|not\s+(?:yet\s+)?in\s+(?:place|force))\b",
    re.IGNORECASE,
)
_CLAUSE_END = Cue(r"[.;:(]\s|[.;:]$|\s\(|\s[–—]\s")
_TELLING = Cue(r"\b(?:second|third|new|additional|separate|independent|different|own)\s+$", re.IGNORECASE)
_SAYS = Cue(
    r"^(?:we|i|it|they|this|these|those|that|there|here|none|nothing|some|each|all|both|note|notes|summary|status|background|in|as|for|at|on)\b|"
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|do|does|did|says?)\b",
    re.IGNORECASE,
)
_TAGGED = Cue(
    r"(?P<name>[A-Z][^()]{3,60}?)\s*[(\[](?:planned|proposed|future|not\s+yet\s+(?:in\s+(?:place|force)|built|deployed))(?:[^()]{0,20})[)\]]$",
    re.IGNORECASE,
)
_LONGEST_TAGGED = 90
_LONGEST_LABEL = 7
EFFECTS: tuple[tuple[RelationType, Cue], ...] = (
    (
        RelationType.BACKS_UP,
        Cue(
            r"\bback(?:s|ing)?[\s-]?up\b(?:\s+(?:to|for))?|\bback(?:s|ing)?\s+[^.;,]{2,40}?\s+up\b|\bbeside\b|\balongside\b|\b(?:stand|step)(?:s|ing)?\s+in\b(?:\s+(?:for|when|if))?|\bfall-?back\b(?:\s+(?:to|for))?|\bin\s+addition\s+to\b|\bredundan\w+\b|\b(?:stand|serve|act)s?\s+(?:[\w-]+\s+){0,5}?behind\b|\b(?:second|further|another)\s+line\b(?:\s+of\s+defen[cs]e)?(?:\s+(?:behind|to|of|after)\b)?|\b(?:fall|fell)\s+back\s+on\b|"
            r"\b(?:carry\s+on|take\s+over|work\s+from|go\s+on|keep\s+(?:going|working))\b[^.;]{0,20}?\b(?:if|when)\b|\bnext\s+to\b(?!\s+(?:the\s+)?(?:real|other|old)\s+ones)|\bif\b[^.;]{0,40}\b(?:were|was|is)\s+(?:lost|down|gone|unavailable|in\s+doubt)\b|"
            r"\bsupplement(?:ed)?\s+(?:by|with)\b|\bif\b[^.;]{0,30}\bfails\b",
            re.IGNORECASE,
        ),
    ),
    (
        RelationType.REPLACES,
        Cue(
            r"\breplac(?:e|es|ed\s+(?:by|with)|ing|ement)\b(?:\s+(?:of|for))?|\binstead\s+of\b|\bin\s+place\s+of\b|\btak(?:e|es|ing)\s+the\s+place\s+of\b|\bsupersed\w+\b",
            re.IGNORECASE,
        ),
    ),
    (
        RelationType.IMPROVES,
        Cue(
            r"\bimprov(?:e|es|ed|ing|ement)\b|\b(?:be\s+)?made\s+(?:better|safer|stronger|faster)\b|\bstrengthen\w*\b|\bextend\w*\b|\bharden\w*\b|\bmak(?:e|es|ing)\b(?=[^.;]{0,80}\b(?:stronger|better|safer|faster|sounder|harder|tighter|smaller|cheaper|trustworthy|reliable|mean\s+(?:what|something)|worth\s+(?:what|having|the|something)|something\s+(?:that|you|one|people|we)|more\s+\w+)\b)|\bso\s+that\b[^.;]{0,60}\b(?:no\s+longer|cannot|can[’']t|isn[’']t|won[’']t|does\s+no\s+harm)\b|"
            r"\bturns?\b[^.;]{0,50}\binto\s+(?:something|an?\s+real)\b|\b(?:deserve|earn|live\s+up\s+to)\s+(?:its|their)\s+(?:name|weight|place)\b|\bless\s+(?:likely|fragile|dependent)\b|\b(?:close|mend|fix|cure|shut)s?\s+(?:that|this|the)\s+(?:gap|hole|door|loophole)\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True)
class Plan:
    """A planned change: its name, and the unit that tells of it from an offset of the document on. `owner`: words for who is to make it.

    `sentence`: the only sentence that tells of it, where its unit tells of several.
    """

    name: str
    unit: Unit
    start: int
    listed: bool
    owner: str | None = None
    sentence: Sentence | None = None

    @property
    def key(self) -> str:
        """Its key inside the document."""
        return f"{ElementKind.MITIGATION}:{normal(self.name)}"


def plans(outline: Outline) -> tuple[Plan, ...]:
    """Every planned change of a document: items under a heading about plans, and sentences that ask for one.

    What is done already is in force, and what was refused will not be: neither is a plan.
    """
    found: dict[str, Plan] = {}
    taken: set[int] = set()
    wished: set[int] = set()
    for each in actions(outline):
        taken.add(each.unit.index)
        if each.state is ActionState.OPEN and not is_paperwork(each):
            plan = Plan(each.name, each.unit, each.start, listed=True, owner=each.owner, sentence=each.part)
            found.setdefault(plan.key, plan)
    wished_for = tuple(wishes(outline))
    told = {sentence.start for _, sentence in wished_for}
    for each, sentence in (*wished_for, *((e, s) for e, s in suggestions(outline) if s.start not in told)):
        if each.unit.index not in taken or each.unit.index in wished:
            name = cleaned(without_weight(each.name)[0])
            plan = Plan(name, each.unit, each.start, listed=False, owner=each.owner, sentence=sentence)
            found.setdefault(plan.key, plan)
            wished.add(each.unit.index)
            taken.add(each.unit.index)
    for source in (spoken_wishes(outline), announced(outline)):
        planned = {each.sentence for each in found.values()}  # a wish in other words is the same one
        for name, said in source:
            plan = Plan(name, outline.units[said.unit], said.start, listed=False, sentence=said)
            if said not in planned:
                found.setdefault(plan.key, plan)
    for unit in (unit for unit in outline.units if unit.index not in taken):
        for plan in _listed(unit) or _said(unit):
            found.setdefault(plan.key, plan)
    for row, cell in _planned_rows(outline):
        owner = row.first(Column.OWNER)
        plan = Plan(cell.text, row.unit, cell.start, listed=True, owner=owner.text if owner else None)
        found.setdefault(plan.key, plan)
    told_of = {each.unit.index for each in found.values()} | taken
    for plan in _told_otherwise(outline, frozenset(told_of)):
        found.setdefault(plan.key, plan)
    return tuple(found.values())


def _told_otherwise(outline: Outline, told_of: frozenset[int]) -> Iterator[Plan]:
    """What sentences of other units say is planned. `told_of`: places of the units that have plans."""
    for name, said in planned_things(outline):
        if said.unit not in told_of:
            yield Plan(name, outline.units[said.unit], said.start, listed=False, sentence=said)


def _planned_rows(outline: Outline) -> Iterator[tuple[Row, Cell]]:
    """The rows of tables of controls that call theirs planned, with its cell."""
    for table in read_tables(outline):
        for row in table.rows if {Column.CONTROL, Column.STATUS} <= set(table.columns) else ():
            cell = row.first(Column.CONTROL)
            if cell is not None and row.unit.sentences and standing_of_row(row) is Standing.PLANNED:
                yield row, cell


def _listed(unit: Unit) -> tuple[Plan, ...]:
    if state_of_item(unit.text) is not ActionState.OPEN:
        return ()
    section = unit.block.section or ""
    if (tagged := _TAGGED.match(unit.lead)) is not None and unit.bold and len(unit.lead) <= _LONGEST_TAGGED:
        return (Plan(cleaned(tagged["name"]), unit, unit.start, listed=True),)
    marked = unit.kind is BlockKind.LIST_ITEM or (unit.kind is BlockKind.PARAGRAPH and (unit.bold or _labels(unit)))
    if marked and not unit.lead and not _said(unit) and _PLANNED.search(section) and unit.kind is BlockKind.LIST_ITEM:
        name = cleaned(without_weight(_CLAUSE_END.split(unit.text, maxsplit=1)[0])[0])
        return (Plan(name, unit, unit.start, listed=True),) if 8 < len(name) <= 100 and " " in name else ()
    if not marked or not _PLANNED.search(section) or not unit.lead:
        return ()
    name = cleaned(without_weight(unit.lead)[0])
    return (Plan(name, unit, unit.start, listed=True),) if 3 < len(name) <= 80 and name[0].isupper() else ()


def _labels(unit: Unit) -> bool:
    """Does a paragraph open with a name for what it tells of: "Register lint. A nightly job to …"?"""
    return bool(unit.lead) and _SAYS.search(unit.lead) is None and len(unit.lead.split()) <= _LONGEST_LABEL


def _with_adjective(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The phrase with the word that tells it from what is there: "a second valve", "a new bot"."""
    before = _TELLING.search(text[: span[0]])
    return (before.start(), span[1]) if before else span


def _said(unit: Unit) -> tuple[Plan, ...]:
    found = []
    for sentence in unit.sentences if unit.kind is not BlockKind.TABLE_ROW else ():
        before, after = _BEFORE_NAME.search(sentence.text), _AFTER_NAME.search(sentence.text)
        span = phrase_after(sentence.text, before.end()) if before else None
        span = span or (phrase_before(sentence.text, after.start()) if after else None)
        span = _with_adjective(sentence.text, span) if span else None
        told = sentence.text[span[0] :] + unit.text[sentence.end - unit.start :] if span else ""
        phrase = sentence.text[span[0] : span[1]] if span else ""
        if " " in phrase and any(pattern.search(told) for _, pattern in EFFECTS):
            found.append(Plan(named(phrase), unit, sentence.start, listed=False))
    return tuple(found[:1])
