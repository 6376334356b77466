"""Who belongs where, as interviews say it: "Ana Brook (Storage):" before a turn, "Ana Brook, night lead, Storage" at the head,
"Ana Brook, she runs Storage", "Bo is on my team".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.kinds import is_given_name, looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, GENERIC_NAMES, ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.rosters import Member

_PERSON = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?[^\S\n]+)?(?P<person>[A-Z][\w’'-]+(?:[^\S\n]+(?:[a-z]{2,3}[^\S\n]+)?[A-Z][\w’'-]+){1,2})"
_TEAM = r"(?P<team>[A-Z][\w&’'-]*(?:[^\S\n]+(?:of[^\S\n]+|and[^\S\n]+)?[A-Z][\w&’'-]*){0,3}(?:[^\S\n]+(?:team|group|desk|unit))?)"
_LABEL = Cue(
    rf"(?:[A-Z]\w*\s+)?(?:{_PERSON}\s*\(|\({_PERSON.replace('person', 'named')},\s+)(?:[a-z][\w\s-]{{2,40}},\s+)?{_TEAM}\)"
)
_HEAD_ROLE = Cue(
    rf"(?:^|\n|\bwith\s+|\bof\s+|:\s+|[–—-]\s+){_PERSON},\s+(?:an?\s+|the\s+)?(?P<role>[a-z][\w-]+(?:\s+[a-z][\w-]+){{0,3}}),\s+{_TEAM}(?=\s*(?:$|[,.;\n(]))"
)
_HEAD_TWO = Cue(
    rf"\b(?:with|of)\s+{_PERSON}\s+and\s+{_PERSON.replace('person', 'other')},\s+{_TEAM}(?=\s*(?:$|[,.;\n(]))"
)
_RUNS = Cue(
    rf"\b{_PERSON},?\s+(?:(?:s?he|who|they)\s+(?:runs?|heads?|leads?|manages?)|(?:(?:s?he|who)(?:[’']s|\s+is),?\s+)?(?:the\s+|our\s+)?(?:head|lead|chief|director|manager)\s+of)\s+(?:the\s+)?{_TEAM}(?=\s*(?:$|[,.;]|\s+and\b))"
)
_OF_MINE = Cue(
    r"(?:^|[.,;]\s+|\band\s+)(?P<person>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)(?:[’']s|\s+is|\s+works)\s+(?:(?:also|both)\s+)?(?:on|in|for|with)\s+(?:my|our)\s+(?:team|group|desk)\b"
)
_FROM_TEAM = Cue(
    r"(?:^|[.,;:]\s+|\b(?:and|then|that|if|is)\s+)(?P<person>[A-Z][a-zà-ÿ]+)\s+(?:from|in|over\s+in|at)\s+(?P<team>[A-Z][\w&’'-]+(?:\s+[A-Z][\w&’'-]+){0,2})\s+(?=[a-z]+s\b|did\b|wrote\b|built\b|has\b|is\b)"
)
_FULL = Cue(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
_OWN_TEAM = Cue(
    rf"\bI(?:\s+(?:lead|head|run|work\s+(?:in|for|on)|am\s+(?:in|on|with|from))|[’']m\s+(?:in|on|with|from))\s+(?:the\s+)?{_TEAM}"
)
_HEADED = 4
_LONGEST_LABEL = 120


def told_members(outline: Outline) -> Iterator[Member]:
    """Everybody whom the head of an interview, the label of a turn or a speaker puts into a team; who asks is left out."""
    if outline.document.source.kind is not DocumentKind.INTERVIEW:
        return
    asking, known = interviewers(outline), _Known.of(outline)
    for unit in outline.units:
        found = _labelled(outline, unit) if unit.kind is BlockKind.TURN else _headed(unit)
        yield from (each for each in (*found, *_told(known, unit)) if each.person not in asking)


def _labelled(outline: Outline, unit: Unit) -> Iterator[Member]:
    """The words before a turn on its first line; they are no part of its sentences."""
    text, end = outline.document.text, unit.block.start
    start = text.rfind("\n", max(0, end - _LONGEST_LABEL), end) + 1
    match = _LABEL.match(text, start, end) if "(" in text[start:end] else None
    if match and _is_team(match["team"]):
        label = Sentence(start, match.end(), text[start : match.end()], unit.index)
        yield Member(unit.block.speaker or match["person"] or match["named"], match["team"], label)


def _headed(unit: Unit) -> Iterator[Member]:
    if unit.index >= _HEADED or not unit.sentences:
        return
    for match in _HEAD_ROLE.finditer(unit.text):
        if head(match["role"]) in ROLE_HEADS and looks_like_person(match["person"]) and _is_team(match["team"]):
            yield Member(match["person"], match["team"], unit.sentences[0])
    for match in _HEAD_TWO.finditer(unit.text):
        for person in (match["person"], match["other"]):
            if looks_like_person(person) and _is_team(match["team"]):
                yield Member(person, match["team"], unit.sentences[0])


def _told(known: _Known, unit: Unit) -> Iterator[Member]:
    for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
        for match in _RUNS.finditer(sentence.text):
            if looks_like_person(match["person"]) and _is_team(match["team"]):
                yield Member(match["person"], match["team"], sentence)
        for match in _FROM_TEAM.finditer(sentence.text):
            if _is_team(match["team"]) and known.may_be_first_name(match["person"]):
                yield Member(known.in_full(match["person"]) or match["person"], match["team"], sentence)
        own, team = _OF_MINE.search(sentence.text), known.teams.get(unit.block.speaker or "")
        person = known.in_full(own["person"]) if own else None
        if team and person:
            yield Member(person, team, sentence)


@dataclass(frozen=True)
class _Known:
    """What the whole text says: the names in full by their first words, the words written small, the team of each speaker."""

    full: Mapping[str, str]
    small: frozenset[str]
    teams: Mapping[str, str]

    @classmethod
    def of(cls, outline: Outline) -> _Known:
        text = outline.document.text
        full = {match[0].split()[0]: " ".join(match[0].split()) for match in _FULL.finditer(text)}
        teams: dict[str, str] = {}
        for unit in outline.units:
            said = _OWN_TEAM.search(unit.text) if unit.block.speaker else None
            if said and unit.block.speaker:
                teams.setdefault(unit.block.speaker, said["team"])
        return cls(full, frozenset(re.findall(r"\b[a-z][\w’'-]*", text)), teams)

    def in_full(self, name: str) -> str | None:
        """The full name of who is called so."""
        whole = name if " " in name else self.full.get(name)
        return whole if whole and looks_like_person(whole) else None

    def may_be_first_name(self, word: str) -> bool:
        """Is it a given name, or no word that the text writes small?"""
        small = word.casefold()
        return is_given_name(word) or small not in FUNCTION_WORDS | GENERIC_NAMES | self.small


def _is_team(name: str) -> bool:
    words = name.split()
    return bool(words) and words[0].casefold() not in FUNCTION_WORDS and (len(name) > 2) and not _is_post(name)


def _is_post(name: str) -> bool:
    return head(name) in ROLE_HEADS - TEAM_HEADS or name.startswith(("Head ", "Chief "))
