"""Controls that the text describes by what they are or are for, whatever they are called.

"The action auditor, it's a small model that reads every call", "the kill script, what we call the hammer".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.actors import entries
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_before

_SORT = (
    r"(?:model|script|job|bot|classifier|program|programme|service|tool|rule|filter|process|check|daemon|hook|agent|query|task|gate|wrapper|proxy|"
    r"policy|circuit|device|box|sensor|valve|relay|plug-?in|monitor|layer|piece\s+of\s+(?:code|software|kit)|bit\s+of\s+(?:code|software))"
)
_ACTS = (
    r"(?:reads|checks|blocks|watches|scans|compares|refuses|rejects|stops|flags|cuts|kills|looks\s+(?:at|for|through)|counts|limits|catches|pages|samples|"
    r"scores|strips|verifies|freezes|revokes|shuts|raises|alerts|holds|sounds|closes|measures|drops|denies|isolates|locks|trips|inspects|filters|monitors|"
    r"sits\s+(?:between|in\s+front))"
)
_IS = Cue(
    rf"(?:,\s+(?:which\s+is|it[’']s|that[’']s|it\s+is|basically)|\s+(?:is|was))\s+(?:(?:just|really|basically|essentially|only)\s+)?(?:an?\s+|one\s+)?(?:[\w-]+\s+){{0,3}}?{_SORT},?\s+"
    rf"(?:that|which)\s+(?:\w+ly\s+|just\s+)?{_ACTS}\b",
    re.IGNORECASE,
)
_MEANT = Cue(
    r"\s+(?:should\s+have|ought\s+to\s+have|(?:was|is|were|are)\s+(?:supposed|meant|designed|expected|there)\s+to)\s+(?:have\s+)?(?:then\s+|also\s+|automatically\s+)?"
    r"(?:end(?:ed)?|stop(?:ped)?|catch|caught|block(?:ed)?|page[d]?|alert(?:ed)?|notice[d]?|refuse[d]?|reject(?:ed)?|fire[d]?|trip(?:ped)?|ring|rung|detect(?:ed)?|flag(?:ged)?|shut|close[d]?|"
    r"cut|limit(?:ed)?|kill(?:ed)?|quarantine[d]?|prevent(?:ed)?|warn(?:ed)?|sound(?:ed)?|revoke[d]?|isolate[d]?|lock(?:ed)?)\b",
    re.IGNORECASE,
)
_STOPPER = Cue(
    r"\b(?P<name>(?:kill|halt|stop(?:-all)?|shut-?\s?down|shut-?off|emergency|panic|cut-?off|e-?stop|trip)\s+(?:script|switch|button|command|lever|handle|cord|procedure|valve|stop|brake))\b",
    re.IGNORECASE,
)
_NICKNAME = Cue(
    r"(?:,\s+(?:which\s+|what\s+|or\s+what\s+)?(?:we|people|everyone|everybody|they|the\s+\w+)\s+(?:all\s+|just\s+|here\s+|internally\s+|usually\s+)?calls?\s+|,\s+(?:better\s+)?known\s+(?:internally\s+|here\s+|to\s+us\s+)?as\s+|"
    r",\s+nicknamed\s+|,\s+a\.?k\.?a\.?\s+)(?:it\s+)?[“\"'‘]?(?:the\s+)?(?P<nick>[A-Za-z][\w-]*(?:\s+[\w-]+)?)[”\"'’]?(?=[,.;]|\s+(?:and|is|was|which|that)\b|$)"
)
_DENIED = Cue(
    r"\b(?:no|not|never|without|\w+n[’']t|wish|if|heard|told|said|says|saying|suppose|imagine|second|another|new|planned|future|proposed|would|might|could|add|want|should|need)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_DETERMINED = Cue(r"\b(?:the|our|this|that|an?|their|its)\s+$|^\W*$", re.IGNORECASE)
_HEARSAY = Cue(
    r"\b(?:people|somebody|someone|some|others|everybody|they|you)\b[^.;]{0,20}\b(?:say|says|said|think|told|heard|claim)\b",
    re.IGNORECASE,
)
_NO_CONTROL = Cue(
    r"(?i:claim|pathway|argument|paragraph|section|point|item|annex|appendix|chapter|finding|comment|figure|table|page)\s+\d[\d.]*|"
    r"(?:[Ii]t|[Tt]hey|[Ww]e|[Hh]e|[Ss]he|[Ii]n\s+[Ss]ection)\s.+"
)


def devices(outline: Outline) -> tuple[Thing, ...]:
    """Every such control, with the nickname that the text gives it; nothing that is denied, wished for or hearsay."""
    found: dict[str, Thing] = {}
    incident = bool(entries(outline))
    for sentence in outline.sentences:
        kind = outline.units[sentence.unit].kind
        if kind in {BlockKind.HEADING, BlockKind.CODE} or sentence.text.endswith("?") or _HEARSAY.search(sentence.text):
            continue
        for phrase, end in _phrases(sentence, talk=kind is BlockKind.TURN or incident):
            key = thing_key(ElementKind.CONTROL, phrase)
            found.setdefault(
                key, Thing(key, ElementKind.CONTROL, named(phrase), sentence, _aliases(sentence, phrase, end))
            )
    return tuple(found.values())


def is_stopper(name: str) -> bool:
    """Is it a switch, handle or the like with which people stop something?"""
    return _STOPPER.search(name) is not None


def _phrases(sentence: Sentence, *, talk: bool) -> Iterator[tuple[str, int]]:
    text = sentence.text
    for match in _IS.finditer(text):
        span = phrase_before(text, match.start())
        if span and _tells(text[slice(*span)]) and _stands(text, span[0]):
            yield text[slice(*span)], span[1]
    for match in _MEANT.finditer(text):
        span = phrase_before(text, match.start())
        agents = votes_of_head(text[slice(*span)]) if span else None
        acting = agents and (agents[ElementKind.PERSON] or agents[ElementKind.TEAM] or agents[ElementKind.ORGANIZATION])
        if span and not acting and _tells(text[slice(*span)]) and _stands(text, span[0]):
            yield text[slice(*span)], span[1]
    for match in _STOPPER.finditer(text) if talk else ():
        if _stands(text, match.start()):
            yield match["name"], match.end()
    for match in _NICKNAME.finditer(text):
        span = phrase_before(text, match.start())
        if span and _STOPPER.fullmatch(text[slice(*span)]) and _stands(text, span[0]):
            yield text[slice(*span)], span[1]


def _stands(text: str, start: int) -> bool:
    return bool(_DETERMINED.search(text[:start])) and not _DENIED.search(text[:start])


def _tells(phrase: str) -> bool:
    """Are there two to four words in small letters, one of which tells which one it is?"""
    words = phrase.split()
    telling = [word for word in words if word.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES]
    return (
        1 < len(words) <= 4
        and len(telling) > 0
        and words[-1].islower()
        and not phrase.casefold().startswith(("that ", "which "))
    )


def _aliases(sentence: Sentence, phrase: str, end: int) -> tuple[str, ...]:
    nick = _NICKNAME.match(sentence.text, end)
    return (phrase, nick["nick"]) if nick else (phrase,)


def is_no_control(name: str) -> bool:
    """Is it a place in the document or a clause, however it acts: "Paragraph 12", "It reads the limits table"?"""
    return _NO_CONTROL.fullmatch(name) is not None
