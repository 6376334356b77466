"""Who takes part: attendance lists, interview headers and speakers' own introductions, with their teams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head

_PERSON = r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:[a-z]{2,3}\s+)?(?:[A-Z][\w’'-]+|[A-Z]\.)){0,2}"
_TEAM = r"[A-Z][\w&’'-]*(?:\s+(?:of\s+|for\s+|and\s+)?[A-Z][\w&’'-]*){0,4}"
_ROSTER = Cue(
    r"^\W*(?:present|attend(?:ees|ance|ing)|in\s+attendance|participants?|speakers?|apologies|interviewees?|people|by\s+phone)\W*:\W*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_WITH_TEAM = Cue(
    rf"(?P<person>{_PERSON})\s*\((?:[a-z][\w-]*(?:\s+(?:and\s+)?[a-z][\w-]*){{0,5}},\s+)?(?P<team>{_TEAM})[^)]*\)"
)
_APART = Cue(rf"^\s*(?P<person>{_PERSON})(?:,\s*(?P<team>{_TEAM}))?(?=\s*$|[,;.]|\s+[a-z])")
_HEADER = Cue(
    rf"\b(?:with|(?i:interview(?:ee)?):?|of)\s+(?P<person>{_PERSON}),\s+(?P<team>{_TEAM})|"
    rf"[–—-]\s+(?P<team2>{_TEAM})\s+[–—-]\s+(?P<person2>{_PERSON})\s*(?:\(|with\b|$)"
)
_SENDER = Cue(
    rf"(?:^|\s)\W*From:\W*(?P<person>{_PERSON}),\s+(?:the\s+)?(?P<team>{_TEAM})(?=\s*(?:[.,;]|$)|\s+[A-Z]\w+:)"
)
_POST = Cue(
    r"^(?:Head|Director|Chief|Vice|Deputy|Senior|Lead|Principal|Manager|Professor)\b|\b(?:Officer|Manager|Engineer|Director|Lead|Analyst|Auditor)$"
)
_OWN = Cue(
    rf"\b(?:I\s+(?:lead|head|run|manage|work\s+(?:in|for|on|at))|I[’']?\s?a?m\s+(?:(?:an?|the)\s+[\w\s-]{{3,40}}?\s+)?(?:in|on|with|from|at))\s+"
    rf"(?:the\s+)?(?P<team>{_TEAM}(?:\s+team)?)"
)
_NAME_AND_TEAM = Cue(
    rf"^(?:I[’']m\s+|My\s+name\s+is\s+)?(?P<person>{_PERSON})[.,]\s+(?P<team>{_TEAM})(?:[.,]|\s+team\b)"
)
_BYLINE = Cue(
    rf"^\W*(?:(?:(?:[Pp]repared|[Ww]ritten|[Rr]eviewed|[Ss]ubmitted|[Dd]rafted|[Cc]ompiled)\s+)?by\s+)?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?(?P<persons>{_PERSON}(?:,\s+{_PERSON})*(?:,?\s+and\s+{_PERSON})?),\s+(?P<team>{_TEAM}(?:\s+(?:of|for)\s+[\w\s-]{{2,40}})?)(?:,\s+(?:for|to)\s+the\s+[\w\s-]{{3,50}})?(?:\s+\d{{1,2}}\s+\w+\s+\d{{4}})?(?P<tail>\s+(?:Draft|Final|Version|Confidential|Status|Revision)\b.*)?\W*$"
)
_SIGNED = Cue(
    rf"^\W*(?P<team>{_TEAM})\s+\((?P<persons>{_PERSON}(?:,\s+{_PERSON})*(?:,?\s+and\s+{_PERSON})?)\)(?:,\s+\d{{1,2}}\s+\w+(?:\s+\d{{4}})?)?\W*$",
    re.MULTILINE,
)
_WORK = Cue(rf"^\W*(?P<work>[A-Za-z][a-z-]+(?:\s+[a-z-]+){{0,4}}),\s+(?P<team>{_TEAM})(?=\s*(?:$|[.\n]))", re.MULTILINE)
_TIMED = Cue(r"\W*[^|\t]{0,40}\b\d{1,2}[:.]\d{2}\b[^|\t]{0,40}[|\t]")
_ACTS = Cue(r"\s+(?:also\s+|then\s+)?[a-z]+s\b")
_LEGAL = Cue(r",?\s+(?:Ltd|Limited|Inc|LLC|GmbH|plc|Corp)\.?$")
_TOP = 4
_NOT_TEAMS = Cue(r"^(?:I|Before|From|The|We|It|My|So|Yes|No|And|But)$|^Item\b")


@dataclass(frozen=True)
class Member:
    """Somebody who takes part, and the team named beside the name."""

    person: str
    team: str | None
    sentence: Sentence


def members(outline: Outline) -> tuple[Member, ...]:
    """Everybody whom a roster, a header or the speaker's own words introduce, in reading order."""
    found: list[Member] = []
    for unit in outline.units:
        if unit.kind is BlockKind.TURN:
            found += _introduces_itself(unit)
        elif unit.kind is not BlockKind.TABLE_ROW and unit.sentences:
            found += _listed(unit)
        elif unit.sentences and _TIMED.match(unit.text):
            found += _in_entry(unit)
    return (*_at_work(outline), *found)


def _in_entry(unit: Unit) -> Iterator[Member]:
    """Who acts in the row of a timeline, with the team in brackets: "15:10 | Priya Nair (Field Trials) finds …"."""
    for match in _WITH_TEAM.finditer(unit.text):
        person, team = match["person"], match["team"]
        if " " in person and looks_like_person(person) and " " in team and _ACTS.match(unit.text, match.end()):
            yield Member(person, team, _sentence_at(unit, unit.start + match.start()))


def _at_work(outline: Outline) -> Iterator[Member]:
    """The only one who answers, where a line above the first turn gives work and team alone: "Evaluation lead, Field Trials."."""
    speakers = dict.fromkeys(unit.block.speaker for unit in outline.units if unit.kind is BlockKind.TURN)
    asking = interviewers(outline)
    told = [name for name in speakers if name and name not in asking]
    for unit in outline.units[:_TOP] if len(told) == 1 and " " in told[0] else ():
        work = _WORK.match(unit.text) if unit.kind is BlockKind.PARAGRAPH and unit.sentences else None
        if work and head(work["work"]) in ROLE_HEADS | {"head", "chief", "member"}:
            yield Member(told[0], work["team"], unit.sentences[0])


def _listed(unit: Unit) -> Iterator[Member]:
    roster = _ROSTER.match(unit.text)
    if roster:
        rest = roster["rest"]
        mark = ";" if ";" in re.sub(r"\([^)]*\)", "", rest) else ","
        for entry in re.split(rf"{mark}(?![^()]*\))", rest):
            yield from _entry(entry, unit.sentences[0])
        return
    if unit.index < _TOP and (byline := _BYLINE.match(unit.text) or _SIGNED.search(unit.text)):
        persons = re.split(r",\s+(?:and\s+)?|\s+and\s+", byline["persons"])
        desk = (
            byline.groupdict().get("tail") and head(byline["team"]) in TEAM_HEADS
        )  # "Halden Minds, Safety Office Version 2"
        if not desk and all(" " in person and looks_like_person(person) for person in persons):
            team = _LEGAL.sub("", byline["team"].strip())
            yield from (Member(person, team, unit.sentences[0]) for person in persons)
            return
    for match in _WITH_TEAM.finditer(unit.text):
        if (
            looks_like_person(match["person"])
            and len(match["person"].split()) > 1
            and match["team"].upper() != match["team"]
            and not _POST.search(match["team"])
        ):
            yield Member(match["person"], match["team"], _sentence_at(unit, unit.start + match.start()))
    for match in _SENDER.finditer(unit.text) if unit.index < _TOP else ():
        if looks_like_person(match["person"]) and " " in match["person"]:
            yield Member(
                match["person"], _unless_post(match["team"]), _sentence_at(unit, unit.start + match.start("person"))
            )
    for match in _HEADER.finditer(unit.text) if unit.index < 4 else ():
        person, team = match["person"] or match["person2"], match["team"] or match["team2"]
        if looks_like_person(person) and len(person.split()) > 1:
            yield Member(person, team, unit.sentences[0])


def _unless_post(team: str) -> str | None:
    """The team behind a name, where it is no post: "Head of Hull Works"."""
    return None if _POST.search(team) else team


def _entry(entry: str, sentence: Sentence) -> Iterator[Member]:
    match = _WITH_TEAM.search(entry) or _APART.match(entry.strip(" .*"))
    if match and looks_like_person(match["person"]) and len(match["person"].split()) > 1:
        team = match["team"]
        none = team is None or _NOT_TEAMS.match(team) or _are_initials(team, match["person"])
        yield Member(match["person"], None if none else team, sentence)


def _are_initials(short: str, person: str) -> bool:
    """Is it how the minutes call the person: "Femi Aluko (FA)"?"""
    return short.isupper() and short == "".join(part[0] for part in person.split())


def _introduces_itself(unit: Unit) -> Iterator[Member]:
    speaker = unit.block.speaker
    if not speaker:
        return
    for sentence in unit.sentences[:4]:
        if (match := _OWN.search(sentence.text)) and not _NOT_TEAMS.match(match["team"]):
            yield Member(speaker, match["team"], sentence)
            return
    match = _NAME_AND_TEAM.match(unit.text)
    if match and speaker.split()[0] in match["person"]:
        yield Member(match["person"], match["team"], unit.sentences[0])


def _sentence_at(unit: Unit, offset: int) -> Sentence:
    return next((s for s in unit.sentences if s.start <= offset < s.end), unit.sentences[0])
