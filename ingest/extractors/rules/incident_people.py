"""Persons whom an incident report names where they act or are told: "Ana Li of the Night Desk finds …", a cell "Ana Li, Storage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.actors import entries, is_full_name
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.incident_things import is_incident
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import ORGANIZATION_HEADS, TEAM_HEADS
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.people import Acquaintance
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.tables import read_tables

_PERSON = r"(?P<person>[A-Z][a-zà-ÿ’'-]+(?:\s+(?:(?:d[aeiu]|van|von|der|el|al|la|le|bin)\s+)?[A-Z][\w’'-]*[a-z]){1,2})"
_GROUP = r"(?P<group>[A-Z][\w&’'-]*(?:\s+(?:and\s+|&\s+|of\s+)?[A-Z][\w&’'-]*){0,3})"
_OF = rf"(?:\s+(?:of|from|in|at)\s+(?:the\s+|our\s+)?{_GROUP}|\s+\((?:the\s+)?{_GROUP.replace('group', 'inside')}\)|,\s+(?:of\s+|from\s+)?(?:the\s+)?{_GROUP.replace('group', 'beside')},)?"
_ACTS = Cue(
    rf"(?:\bDr\s+|\bMs\s+|\bMr\s+)?\b{_PERSON}{_OF},?\s+(?:who\s+)?(?:then\s+|also\s+|first\s+|had\s+|has\s+|\w+ly\s+)?(?:finds?|found|saw|sees|notic\w+|spot\w+|discover\w+|ask(?:s|ed)|wr(?:ites|ote)|call(?:s|ed)|r(?:ings|ang)|phone[sd]|"
    r"telephone[sd]|page[sd]|told|tells|inform(?:s|ed)|e-?mail(?:s|ed)|post(?:s|ed)|mention(?:s|ed)|report(?:s|ed)|opens?|opened|reads?|confirm(?:s|ed)|acknowledge[sd]|decide[sd]|order(?:s|ed)|revoke[sd]|stop(?:s|ped)|"
    r"halt(?:s|ed)|restart(?:s|ed)|free[sd]|delete[sd]|remove[sd]|correct(?:s|ed)|restore[sd]|arrive[sd]|takes?\s+command|took\s+command|went|goes|join(?:s|ed)|start(?:s|ed)|checks|checked|reli(?:es|ed)|signs|signed|needs|needed|"
    r"escalate[sd]|alert(?:s|ed)|notif\w+|contact(?:s|ed)|disable[sd]|isolate[sd]|close[sd]|raise[sd]|forward(?:s|ed)|hears|heard|realise[sd]|realize[sd]|works|worked)\b"
)
_TOLD = Cue(
    r"\b(?:tells?|told|informs?|informed|calls?|called|rings?|rang|phones?|phoned|telephones?|telephoned|pages?|paged|e-?mails?|e-?mailed|writes\s+to|wrote\s+to|messages|messaged|"
    r"alerts?|alerted|notif(?:y|ies|ied)|contacts?|contacted|briefs?|briefed|(?:reports?|reported|mentions|mentioned|escalates?|escalated|forwards?|forwarded|hands?|handed)\s+(?:(?:it|this|that|over)\s+)?to)\s+"
    rf"(?:(?:his|her|their|the|our)\s+[^.;,]{{2,50}},\s+(?:(?:that|this)\s+(?:week|night|day)\s+)?)?{_PERSON}\b"
)
_CELL = Cue(rf"(?:Dr\s+|Ms\s+|Mr\s+)?{_PERSON}(?:(?:,\s+|\s+\(){_GROUP}\)?)?\W*")
_WHO = Cue(
    r"^(?:who|person|people|by(?:\s+whom)?|actor|name|party|reporter|seen\s+by|noticed\s+by|initials|staff|role)$",
    re.IGNORECASE,
)
_APPOSED = Cue(
    rf"\b(?i:an?|the|our|one)\s+(?:[\w-]+\s+){{1,3}}(?:in|of|from|at|on)\s+(?:the\s+|our\s+)?{_GROUP},\s+{_PERSON}(?=[,.;]|\s+(?:who|and)\b)"
)
_PLACED = Cue(r"\b(?:in|of|at|from|for|on)\s+(?:the\s+)?$")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


def incident_acquaintances(outline: Outline) -> tuple[Acquaintance, ...]:
    """Everybody whom an incident report names as acting or told, with the team or organization named beside them."""
    if not is_incident(outline):
        return ()
    small = frozenset(re.findall(r"(?<![\w.])[a-z][a-z’'-]+", outline.document.text))
    found: list[Acquaintance] = []
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind in _KINDS and not unit.block.header else ():
            found += _in_sentence(sentence)
    if entries(outline):
        found += _in_cells(outline)
    return tuple(each for each in found if is_full_name(each.person, small))


def _in_sentence(sentence: Sentence) -> Iterator[Acquaintance]:
    for match in _ACTS.finditer(sentence.text):
        if _PLACED.search(sentence.text, 0, match.start()) or (match["beside"] and looks_like_person(match["beside"])):
            continue
        yield Acquaintance(
            match["person"], sentence, group=_group(match["group"] or match["inside"] or match["beside"])
        )
    for match in _APPOSED.finditer(sentence.text):
        yield Acquaintance(match["person"], sentence, group=_group(match["group"], surely=True))
    for match in _TOLD.finditer(sentence.text):
        yield Acquaintance(match["person"], sentence)


def _in_cells(outline: Outline) -> Iterator[Acquaintance]:
    """The cells of a column that says who acted, where they hold nothing but a name and perhaps a team."""
    for table in read_tables(outline):
        columns = [at for at, title in enumerate(table.titles) if _WHO.match(title)]
        for row in table.rows:
            cells = [row.cells[at].text for at in columns if at < len(row.cells)]
            for match in filter(None, (_CELL.fullmatch(text) for text in cells if row.unit.sentences)):
                yield Acquaintance(match["person"], _opening(row.unit), group=_group(match["group"], surely=True))


def _opening(unit: Unit) -> Sentence:
    return unit.sentences[0]


def _group(name: str | None, *, surely: bool = False) -> tuple[ElementKind, str] | None:
    """The team or organization by its last word; any other name only where the place says that it is one."""
    if name is None:
        return None
    last = name.rsplit(maxsplit=1)[-1].casefold()
    if last in ORGANIZATION_HEADS:
        return ElementKind.ORGANIZATION, name
    return (ElementKind.TEAM, name) if surely or {last, head(name)} & TEAM_HEADS else None
